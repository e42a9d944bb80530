import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { code, live, smallGateway, type SmallGateway } from './testing/small-gateway.js';

const MINE = 'query Mine { worklist(district: "aldan") { role } }';
const TICKS = 'subscription Ticks { ticks(district: "aldan") }';
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const folder = mkdtempSync(join(tmpdir(), 'otklik-listed-'));
writeFileSync(join(folder, 'front.json'), JSON.stringify({ 'sha256:mine': MINE, 'sha256:ticks': TICKS }));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('with OTKLIK_OPERATIONS=listed, services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => {
    const environment = { OTKLIK_OPERATIONS: 'listed', OTKLIK_OPERATIONS_FOLDER: folder };
    gateway = await smallGateway(environment, { forwarded });
  });
  afterAll(() => gateway.application.close());

  /** What a subscriber gets first: a value, or errors. */
  async function first(payload: { readonly query: string; readonly extensions?: Record<string, unknown> }) {
    live.ticks = (async function* () {
      yield { ticks: 7 };
    })();
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await gateway.sign()}` },
      retryAttempts: 0,
    });
    try {
      return await new Promise<unknown>((resolve) => {
        client.subscribe(payload, { next: resolve, error: resolve, complete: () => resolve('complete') });
      });
    } finally {
      await client.dispose();
    }
  }

  it('runs a listed operation by its id and by its text', async () => {
    const token = await gateway.sign();
    for (const answer of [
      await gateway.ask(undefined, { token, extensions: persisted('mine') }),
      await gateway.ask(MINE, { token }),
    ])
      expect([answer.status, code(answer)]).toEqual([200, 'none']);
    for (const payload of [{ query: '', extensions: persisted('sha256:ticks') }, { query: TICKS }])
      expect(await first(payload)).toEqual({ data: { ticks: 7 } });
  });

  it('refuses an unlisted operation over HTTP, with a token too', async () => {
    for (const query of ['{ open { role } }', `${MINE} `, '{ __schema { queryType { name } } }']) {
      const answer = await gateway.ask(query, { token: await gateway.sign() });
      expect([answer.status, code(answer)]).toEqual([400, 'OPERATION_NOT_LISTED query']);
      expect(answer.body.errors?.[0]?.message).toMatch(/^Сервер выполняет только заранее известные ему запросы/);
    }
    const unknown = await gateway.ask(undefined, { extensions: persisted('other') });
    expect(code(unknown)).toBe('OPERATION_NOT_LISTED extensions.persistedQuery');
  });

  it('refuses an unlisted operation over the WebSocket', async () => {
    const refused = [
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'OPERATION_NOT_LISTED' }) }),
    ];
    for (const payload of [
      { query: 'subscription { ticks(district: "aldan") }' },
      { query: '', extensions: persisted('other') },
    ])
      expect(await first(payload)).toEqual(refused);
  });

  it('offers no GraphiQL, whose operations would be refused', async () => {
    expect((await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(400);
  });
});

it('runs an operation by its id also where any operation may run', async () => {
  const gateway = await smallGateway({ OTKLIK_OPERATIONS_FOLDER: folder });
  try {
    const token = await gateway.sign();
    expect(code(await gateway.ask(undefined, { token, extensions: persisted('mine') }))).toBe('none');
    expect(code(await gateway.ask('{ worklist(district: "aldan") { role } }', { token }))).toBe('none');
  } finally {
    await gateway.application.close();
  }
});
