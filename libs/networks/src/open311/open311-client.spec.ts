import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Open311Client } from './open311-client.js';

/* A server of the standard's own examples: numbers for ids, tokens, dates with an offset; it dedupes nothing. */

interface Taken {
  readonly form: URLSearchParams;
  readonly key: string | undefined;
}

const taken: Taken[] = [];
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
let server: Server;
let client: Open311Client;

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

function take({ headers }: IncomingMessage, body: string): void {
  taken.push({ form: new URLSearchParams(body), key: headers['idempotency-key'] as string | undefined });
}

/** Requests that it has taken, as it lists them. */
const listed = (withTexts: boolean) =>
  taken.map(({ form }, index) => ({
    service_request_id: 638_344 + index,
    status: 'open',
    service_code: Number(form.get('service_code')),
    description: withTexts ? form.get('description') : null,
    updated_datetime: '2026-11-27T06:37:38-08:00',
  }));

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dev/v2`;
  client = new Open311Client({ endpoint, jurisdiction: 'city.example', apiKey: 'a-key', isAllowed: true });
});
beforeEach(() => void taken.splice(0));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

const { signal } = new AbortController();
const words = {
  key: 'letter-1',
  service: '001',
  text: 'Яма у школы, письмо 17',
  reference: 'письмо 17',
  point: { latitude: 58.6, longitude: 125.4 },
};

describe('a request to another server', () => {
  it('carries service, text, place and our key, and nothing of a person', async () => {
    answer = (request, response, body) => {
      take(request, body);
      json(response, 200, [{ service_request_id: 293_944, service_notice: 'x', account_id: null }]);
    };
    expect(await client.post({ ...words, attributes: { depth: '40' } }, signal)).toEqual({
      kind: 'posted',
      id: '293944',
    });
    expect(taken[0]!.key).toBe('letter-1');
    expect([...taken[0]!.form]).toEqual([
      ...[
        ['jurisdiction_id', 'city.example'] as const,
        ['api_key', 'a-key'] as const,
        ['service_code', '001'] as const,
      ],
      ...[['description', 'Яма у школы, письмо 17'] as const, ['lat', '58.6'] as const, ['long', '125.4'] as const],
      ['attribute[depth]', '40'],
    ]);
  });

  it('may be known by a token first', async () => {
    const ids: (number | null)[] = [null, 638_344];
    answer = (request, response, body) => {
      if (request.method === 'POST') return json(response, 200, [{ token: 'a/b', body }]);
      expect(request.url).toBe('/dev/v2/tokens/a%2Fb.json?jurisdiction_id=city.example');
      return json(response, 200, [{ token: 'a/b', service_request_id: ids.shift() }]);
    };
    expect(await client.post(words, signal)).toEqual({ kind: 'token', token: 'a/b' });
    expect([await client.idOf('a/b', signal), await client.idOf('a/b', signal)]).toEqual([undefined, '638344']);
  });

  it.each([
    [400, { kind: 'refused', status: 400 }],
    [403, { kind: 'refused', status: 403 }],
    [302, { kind: 'refused', status: 302 }],
    [429, { kind: 'retry', afterMs: 7_000 }],
    [502, { kind: 'unknown' }],
  ])('answered by %i is %j', async (status, outcome) => {
    answer = (_, response) =>
      json(response, status, [{ code: status, description: 'x' }], { 'retry-after': '7', location: '/' });
    expect(await client.post(words, signal)).toEqual(outcome);
  });

  it('that was lost on its way back is looked for before it is sent again', async () => {
    answer = (request, response, body) => {
      if (request.method !== 'POST') return json(response, 200, listed(true));
      take(request, body);
      return response.destroy();
    };
    expect(await client.post(words, signal)).toEqual({ kind: 'unknown' });
    expect(await client.reconcile(words, '2026-11-27T00:00:00Z', signal)).toEqual({ kind: 'found', id: '638344' });
    const other = { ...words, reference: 'письмо 18' };
    expect(await client.reconcile(other, '2026-11-27T00:00:00Z', signal)).toEqual({ kind: 'absent' });
  });

  it('stays unknown where the server tells no texts, or nothing at all', async () => {
    answer = (request, response) => json(response, 200, request.method === 'POST' ? 'proxy' : listed(false));
    taken.push({ form: new URLSearchParams({ service_code: '001' }), key: undefined });
    expect(await client.post(words, signal)).toEqual({ kind: 'unknown' });
    expect(await client.reconcile(words, '2026-11-27T00:00:00Z', signal)).toEqual({ kind: 'unknown' });
    answer = (_, response) => response.writeHead(200).end('<html>');
    expect(await client.reconcile(words, '2026-11-27T00:00:00Z', signal)).toEqual({ kind: 'unknown' });
  });

  it('goes to no inner address', async () => {
    const { endpoint } = (client as unknown as { server: { endpoint: string } }).server;
    let asked = 0;
    answer = (_, response) => {
      asked += 1;
      return json(response, 200, [{ service_request_id: 1 }]);
    };
    for (const inner of [endpoint, endpoint.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/v2']) {
      const refused = new Open311Client({ endpoint: inner });
      expect(await refused.post(words, signal)).toEqual({ kind: 'retry' });
      expect(await refused.services(signal)).toBeUndefined();
    }
    expect(asked).toBe(0);
  });
});

describe('what another server tells', () => {
  it('is read with its ids as texts and its times in UTC; what cannot be parsed is skipped', async () => {
    answer = (_, response) =>
      json(response, 200, [...listed(true), { service_request_id: 'x', status: 'lost' }, 'noise', null]);
    taken.push({ form: new URLSearchParams({ service_code: '1', description: 'a' }), key: undefined });
    expect(await client.requests(['638344', 'x'], signal)).toEqual([
      { id: '638344', status: 'open', updatedAt: '2026-11-27T14:37:38.000Z' },
    ]);
    const update = { update_id: 5, service_request_id: 7, status: 'FIXED', updated_datetime: '2026-11-27T06:37:38Z' };
    answer = (_, response) => json(response, 200, [update, { ...update, updated_datetime: 'soon' }]);
    expect(await client.updates('2026-11-27T00:00:00Z', signal)).toEqual([
      { id: '5', request: '7', status: 'fixed', text: '', at: '2026-11-27T06:37:38.000Z' },
    ]);
  });

  it.each(['oldest', 'newest'])('tells all its updates, though it answers the %s of them alone', async (which) => {
    const moment = (minute: number) => `2026-11-27T06:${String(minute).padStart(2, '0')}:00Z`;
    const all = Array.from({ length: 12 }, (_, at) => ({
      update_id: at,
      service_request_id: 7,
      status: 'open',
      updated_datetime: moment(at),
    }));
    answer = ({ url }, response) => {
      const { searchParams: asked } = new URL(url!, 'http://x');
      const [from, to] = [Date.parse(asked.get('start_date')!), Date.parse(asked.get('end_date') ?? moment(59))];
      const within = all.filter(({ updated_datetime: at }) => Date.parse(at) >= from && Date.parse(at) < to);
      json(response, 200, which === 'oldest' ? within.slice(0, 5) : within.slice(-5));
    };
    const told = await client.updates(moment(1), signal);
    expect(told?.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('tells its updates up to a moment where they have no end', async () => {
    let asked = 0;
    answer = ({ url }, response) => {
      asked += 1;
      const minute = Date.parse(new URL(url!, 'http://x').searchParams.get('start_date')!) / 60_000;
      const page = [0, 1, 2].map((after) => ({
        update_id: minute + after,
        service_request_id: 7,
        updated_datetime: new Date((minute + after) * 60_000).toISOString(),
      }));
      json(response, 200, page);
    };
    const first = Date.parse('2026-11-27T00:00:00Z') / 60_000;
    const told = (await client.updates('2026-11-27T00:00:00Z', signal))!;
    expect([asked, told.every(({ status }) => status === undefined)]).toEqual([40, true]);
    expect(told.map(({ id }) => Number(id))).toEqual(Array.from({ length: 40 }, (_, after) => first + after));
  });

  it('is not read beyond a megabyte', async () => {
    answer = (_, response) => json(response, 200, [{ service_code: '1', service_name: 'x'.repeat(1_100_000) }]);
    expect(await client.services(signal)).toBeUndefined();
  });

  it('is asked for in parts of 100', async () => {
    const asked: number[] = [];
    answer = ({ url }, response) => {
      asked.push(new URL(url!, 'http://x').searchParams.get('service_request_id')!.split(',').length);
      return json(response, 200, []);
    };
    expect(
      await client.requests(
        Array.from({ length: 150 }, (_, index) => String(index)),
        signal,
      ),
    ).toEqual([]);
    expect(asked).toEqual([100, 50]);
  });
});
