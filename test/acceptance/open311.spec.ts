import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Open311Client } from '@otklik/networks';
import type { Transaction } from '@otklik/tenancy';
import { writeDirectoryIn } from '@otklik/tenancy/loader';
import { eventually, needing } from '@otklik/testing';
import { DOMParser } from '@xmldom/xmldom';
import pg from 'pg';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const run = promisify(execFile);

let world: World;
let steps: Steps;
const keys: Record<string, string> = {};

beforeAll(async () => {
  // A body of one district is another district here: the operator allows the address, which is an inner one.
  world = await startWorld({ demo: 'small', environment: (url) => ({ OTKLIK_OPEN311_ORIGINS: url }) });
  steps = new Steps(world, 'aldan');
  for (const district of ['aldan', 'kuol']) keys[district] = await keyOf(district);
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

const ADD = `mutation ($input: AddNetworkAccountInput!) { addNetworkAccount(input: $input) {
  __typename ... on NetworkAccountChange { made { name value } account { toCopy { value secret } } } } }`;

/** Of a front-end that the district's administrator adds; it is shown once. */
async function keyOf(district: string): Promise<string> {
  const input = {
    district,
    key: randomUUID(),
    network: 'OPEN311',
    title: 'Карта жалоб',
    secrets: [],
    settings: [{ name: 'site', value: 'https://fix.example' }],
  };
  const { data, errors } = await world.ask(ADD, { input }, { as: `${district}.admin` });
  expect(errors).toEqual([]);
  const { made, account } = data!['addNetworkAccount'] as {
    readonly made: readonly { readonly name: string; readonly value: string }[];
    readonly account: { readonly toCopy: readonly object[] };
  };
  expect(account.toCopy).toEqual([
    { value: `${world.url}/open311/v2/`, secret: null },
    { value: district, secret: null },
    { value: null, secret: 'apiKey' },
  ]);
  return made.find(({ name }) => name === 'apiKey')!.value;
}

type Told = Readonly<Record<string, unknown>>;

async function get(path: string, params: Record<string, string> = {}): Promise<readonly Told[]> {
  const query = new URLSearchParams({ jurisdiction_id: 'aldan', ...params });
  const response = await fetch(`${world.url}/open311/v2/${path}?${query}`);
  return response.ok ? ((await response.json()) as readonly Told[]) : [];
}

function post(path: string, params: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ jurisdiction_id: 'aldan', api_key: keys['aldan']!, ...params });
  return fetch(`${world.url}/open311/v2/${path}`, { method: 'POST', body });
}

const toldWhen = (id: string, ready: (told: Told) => boolean) =>
  eventually(async () => {
    const [told] = await get(`requests/${id}.json`);
    if (told && ready(told)) return told;
    throw new Error(`not reported yet: ${JSON.stringify(told)}`);
  }, 60_000);

describe('another site speaks Open311', () => {
  let id: string;
  let card: Card;

  it('its request waits for the moderator of its district, and of no other', async () => {
    // A key is known as soon as every process has read the directory.
    const answer = await eventually(async () => {
      const response = await post('requests.xml', {
        service_code: 'dorogi',
        description: 'Яма на улице Лесной у дома 3',
        'attribute[publish]': 'yes',
        lat: '58.60412',
        long: '125.38891',
        email: 'aita@resident.example',
        first_name: 'Айта',
        device_id: 'telefon-1',
      });
      if (response.status === 403) throw new Error('the key is not known yet');
      return response;
    }, 15_000);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    const document = new DOMParser().parseFromString(await answer.text(), 'text/xml');
    id = document.getElementsByTagName('service_request_id')[0]!.textContent!;
    expect(await toldWhen(id, () => true)).toMatchObject({ status: 'open', description: null, lat: null });
    card = await steps.cardWhen(id, steps.login('moderator'), ({ row }) => row.state === 'RECEIVED');
    expect(card.row).toMatchObject({ regime: 'SOCIAL_MESSAGE' });
    expect(await get(`requests/${id}.json`, { jurisdiction_id: 'kuol' })).toEqual([]);
    expect(await new Steps(world, 'kuol').card(id, 'kuol.moderator').catch(() => undefined)).toBeUndefined();
  });

  it('a key opens its own district alone', async () => {
    const words = { service_code: 'dorogi', description: 'Чужая яма' };
    for (const foreign of [{ api_key: keys['kuol']! }, { jurisdiction_id: 'kuol' }, { api_key: 'nobody' }]) {
      const response = await post('requests.json', { ...words, ...foreign });
      expect([response.status, await response.json()]).toEqual([403, [{ code: 403, description: expect.any(String) }]]);
    }
  });

  it('shows how far it is, until it is answered, and nothing of who sent it', async () => {
    const up = await steps.must('takeUpMessage', 'moderator', { id, expectedVersion: card.row.version });
    expect(await toldWhen(id, ({ lat }) => lat !== null)).toMatchObject({
      description: null,
      lat: 58.6,
      long: 125.39,
      address: null,
    });
    await steps.must('registerAppeal', 'registrar', { id, expectedVersion: up.version });
    const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
    card = await steps.cardWhen(id, steps.login('coordinator'), opened);
    const routed = await toldWhen(
      id,
      (told) => told['agency_responsible'] !== null && told['expected_datetime'] !== null,
    );
    expect(routed).toMatchObject({
      status_notes: expect.stringContaining(String(card.row['number'])),
      expected_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT23:59:00\+09:00$/),
    });
    await steps.answered(card, 'Яму засыплют до пятницы.');
    expect(await toldWhen(id, ({ status }) => status === 'closed')).toMatchObject({ service_code: 'dorogi' });
    const updates = await get('servicerequestupdates.json');
    const own = updates.filter((update) => update['service_request_id'] === id).map(({ status }) => status);
    expect(own).toEqual(['investigating', 'in_progress', 'closed']);
    const all = JSON.stringify([await get('requests.json'), updates]);
    expect(all).not.toMatch(/aita@|Айта|засыплют|Лесной/);
  });

  it('what it adds comes into the case', async () => {
    const { id: request } = (await (
      await post('requests.json', {
        service_code: 'dorogi',
        description: 'Открытый люк',
        email: 'nik@resident.example',
      })
    )
      .json()
      .then((answer) => ({ id: (answer as Told[])[0]!['service_request_id'] }))) as { id: string };
    const update = { service_request_id: request, update_id: '1', description: 'Люк накрыли доской' };
    const added = await eventually(async () => {
      const response = await post('servicerequestupdates.json', { ...update, email: 'nik@resident.example' });
      if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
      return response.json();
    }, 15_000);
    expect(added).toEqual([{ update_id: expect.any(String) }]);
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { supplements { text byApplicant } } }`;
    const supplements = await eventually(async () => {
      const { data } = await world.ask(query, { id: request }, { as: steps.login('moderator') });
      const { supplements: said } = (data?.['appeal'] ?? {}) as { readonly supplements?: readonly object[] };
      return said?.length ? said : undefined;
    }, 30_000);
    expect(supplements).toEqual([{ text: 'Люк накрыли доской', byApplicant: true }]);
  });

  needing(existsSync('/usr/bin/curl') ? undefined : 'curl is not installed', () => {
    it('does what docs/open311.md shows, line by line', async () => {
      const page = readFileSync(new URL('../../docs/open311.md', import.meta.url), 'utf8');
      const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
      const commands = blocks
        .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
        .filter((line) => /^curl /.test(line));
      expect(commands.length).toBeGreaterThanOrEqual(9);
      const env = { ...process.env, API: `${world.url}/open311/v2`, KEY: keys['aldan']!, ID: id };
      for (const command of commands) {
        const { stdout } = await run('bash', ['-c', command.replace('curl ', "curl -sS -w '\\n%{http_code}' ")], {
          env,
        });
        expect([command, stdout.split('\n').at(-1)]).toEqual([command, '200']);
        const posted =
          /^curl "\$API\/requests\.json" .*/.test(command) && /"service_request_id":"([^"]+)"/.exec(stdout);
        if (posted) env.ID = posted[1]!;
      }
    });
  });
});

describe('a question that is forwarded to a body, which is another district', () => {
  const organisation = 'upravlenie-avtodorog';
  const { signal } = new AbortController();
  const since = new Date(Date.now() - 60_000).toISOString();
  let appeal: string;
  let request: string;
  let client: Open311Client;

  it('is a request there, with the link of its page and nothing of the applicant', async () => {
    await install();
    const contact = 'egor@resident.example';
    const text = 'Мост через Куолу размыт.';
    const { receipt, card } = await steps.registered(text, { name: 'Егор Сыромятников', contact });
    appeal = receipt.id;
    const [{ id, version: expectedVersion }] = card.row.questions as [Card['row']['questions'][number]];
    await steps.must('forwardQuestion', 'coordinator', { id, expectedVersion, to: [{ organisation }] });
    const sent = await seen(({ notices }) => covering(notices)?.state === 'DISPATCHED');
    expect(covering(sent.notices)).toMatchObject({ way: 'OPEN311', proof: expect.stringMatching(/^[\da-f-]{36}$/) });
    request = String(covering(sent.notices)!['proof']);
    const there = await new Steps(world, 'kuol').cardWhen(request, 'kuol.moderator', () => true);
    expect(there['text']).toMatch(/\/aldan\/body\/[\w-]{64}/);
    for (const personal of [text, 'Сыромятников', contact]) expect(there['text']).not.toContain(personal);
    expect(await client.requests([request], signal)).toMatchObject([{ id: request, status: 'open' }]);
    expect(await bodyWhen(({ reactions }) => reactions.length > 0)).toMatchObject({
      reactions: [{ reaction: 'ACCEPTED', source: 'OPEN311', number: request }],
    });
  });

  it('that they answered is a proposal, and its end once an official has confirmed it', async () => {
    const kuol = new Steps(world, 'kuol');
    const { version } = (await kuol.card(request, 'kuol.moderator'))!.row;
    await kuol.must('takeUpMessage', 'moderator', { id: request, expectedVersion: version });
    const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
    await kuol.answered(await kuol.cardWhen(request, 'kuol.coordinator', opened), 'Мост починят к первому мая.');
    const told = await eventually(async () => {
      const [one] = (await client.requests([request], signal)) ?? [];
      return one?.status === 'closed' ? one : undefined;
    }, 30_000);
    const updates = (await client.updates(since, signal))?.filter((update) => update.request === request);
    expect(updates?.map(({ status }) => status)).toEqual(['investigating', 'in_progress', 'closed']);
    const proposed = await bodyWhen((body) => body.request?.status === 'CLOSED');
    expect(proposed).toMatchObject({ request: { number: request, notes: told.notes } });
    expect(proposed.request!.updates.map(({ at }) => at)).toEqual(updates?.map(({ at }) => at));
    expect(proposed.reactions.map(({ reaction }) => reaction)).toEqual(['ACCEPTED']);
    const card = await seen(({ row }) => row.questions[0]!.state === 'FORWARDED');
    const { id, version: expectedVersion } = card.row.questions[0]!;
    const word = { letter: proposed.letter, reaction: 'ANSWERED', source: 'OPEN311', number: request };
    const reactedOn = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    await steps.must('recordBodyReaction', 'registrar', { id, expectedVersion, ...word, reactedOn });
    const ended = await bodyWhen(({ reactions }) => reactions.length > 1);
    expect(ended.reactions.map(({ reaction }) => reaction)).toEqual(['ACCEPTED', 'ANSWERED']);
  });

  /** The end-point of the other district is a body of this one: what it is sent is read by officials alone. */
  async function install(): Promise<void> {
    client = new Open311Client({ endpoint: `${world.url}/open311/v2`, jurisdiction: 'kuol', isAllowed: true });
    const open311 = {
      endpoint: `${world.url}/open311/v2/`,
      jurisdiction: 'kuol',
      service: 'drugoe',
      closed: true,
      idempotent: true,
      updates: true,
    };
    const data = { name: 'Администрация Кюёлляхского района', kind: 'EXECUTIVE' as const, open311 };
    // The district's file takes public addresses alone.
    await inDatabase((tx) =>
      writeDirectoryIn(tx, (writer) => writer.put(1, { kind: 'organisation', code: organisation, data })),
    );
    const input = {
      district: 'aldan',
      key: randomUUID(),
      network: 'OPEN311_BODY',
      title: 'Куол',
      settings: [{ name: 'organisation', value: organisation }],
      secrets: [{ name: 'apiKey', value: keys['kuol']! }],
    };
    await eventually(async () => {
      const { data: added } = await world.ask(ADD, { input }, { as: 'aldan.admin' });
      return added ?? undefined;
    }, 15_000);
  }

  const covering = (notices: Card['notices']) => notices.find(({ kind }) => kind === 'COVERING');
  const seen = (until: (card: Card) => boolean) => steps.cardWhen(appeal, steps.login('coordinator'), until);

  interface Body {
    readonly letter: string;
    readonly reactions: readonly { readonly reaction: string }[];
    readonly request: { readonly status: string; readonly updates: readonly { readonly at: string }[] } | null;
  }

  /** What is known of the question there, once `isSo`; the server is asked again and again instead of every ten minutes. */
  const bodyWhen = (isSo: (body: Body) => boolean): Promise<Body> =>
    eventually(async () => {
      await inDatabase((tx) => tx.query('update notifications.body_server set next_at = now()'));
      const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { questions { bodies {
        letter reactions { reaction source number } request { status number notes updates { text at } } } } } }`;
      const { data } = await world.ask(query, { id: appeal }, { as: steps.login('coordinator') });
      const { questions } = data!['appeal'] as { questions: readonly { bodies: readonly Body[] }[] };
      return questions.flatMap(({ bodies }) => bodies).find(isSo);
    }, 30_000);

  /** As its owner. */
  async function inDatabase<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const owner = new pg.Client({ connectionString: world.databaseUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      const result = await work(owner as unknown as Transaction);
      await owner.query('commit');
      return result;
    } finally {
      await owner.end();
    }
  }
});
