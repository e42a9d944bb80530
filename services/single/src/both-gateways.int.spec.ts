import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Invitations } from '@otklik/administration/module';
import { gatewayModule, openServiceClients, readGatewayConfig, type Addresses } from '@otklik/gateway/module';
import { actorSigner, runtimeOf, startApplication, type RunningApplication } from '@otklik/host';
import { serviceModule } from '@otklik/host/process';
import { addOfficial } from '@otklik/tenancy/loader';
import { startTracing } from '@otklik/observability';
import {
  eventually,
  testDatabase,
  testRoleSecret,
  traceCollector,
  type CollectedSpan,
  type TestDatabase,
} from '@otklik/testing';
import { createClient } from 'graphql-ws';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { compose, type LocalComposition } from './compose.js';
import { trustedIssuer } from './issuer.js';
import { services } from './services.js';

/** The same services of the same database behind two gateways: one has their resolvers, one asks each over HTTP. */
let composition: LocalComposition;
let database: TestDatabase;
let here: RunningApplication;
let there: RunningApplication;
/** Where browsers would reach both. */
const ORIGIN = 'https://otklik.example';
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-both-'));
const steps: (() => unknown)[] = [];

beforeAll(async () => {
  process.env['OTKLIK_ROLE_SECRET'] = testRoleSecret;
  database = await testDatabase();
  const teardown = (step: () => unknown): void => void steps.push(step);
  composition = await compose({
    dataDir,
    databaseUrl: database.url,
    embedded: false,
    teardown,
    environment: { OTKLIK_PUBLIC_URL: ORIGIN },
  });
  const { ownerUrl, directory } = composition;
  const moderator = {
    login: 'both.moderator',
    name: 'Модератор',
    roles: [{ district: 'aldan', role: 'MODERATOR' as const }],
  };
  await addOfficial(ownerUrl, moderator);
  await addOfficial(ownerUrl, {
    ...moderator,
    login: 'kuol.moderator',
    roles: [{ district: 'kuol', role: 'MODERATOR' }],
  });
  await directory.refresh();
  here = await gateway({ services: composition.modules });
  await composition.run(here.app);
  there = await gateway({ clients: await served() });
}, 120_000);

afterAll(async () => {
  for (const step of steps.reverse()) await step();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function application(parts: Pick<Parameters<typeof startApplication>[0], 'module' | 'behindEdge'>) {
  const { logger } = composition;
  const started = await startApplication({ ...parts, logger, host: '127.0.0.1', port: 0, waitingFor: async () => [] });
  steps.push(() => started.close());
  return started;
}

function gateway(answering: Partial<Parameters<typeof gatewayModule>[0]>): Promise<RunningApplication> {
  const { config, logger, directory, secrets, tokens } = composition;
  const module = gatewayModule({
    ...answering,
    directory,
    logger,
    secret: secrets.forPurpose,
    issuer: trustedIssuer(config, tokens),
    loopback: true,
    now: () => new Date().toISOString(),
    config: readGatewayConfig({}),
    sessions: { database: composition.sessions, origin: new URL(ORIGIN), provider: 'embedded' },
  });
  return application({ module });
}

/** As in a replica: it follows the changes of the register for its live lists. */
async function startBackground(app: RunningApplication['app']): Promise<void> {
  const runtime = runtimeOf(app);
  await runtime.start();
  steps.push(() => runtime.stop());
}

/** Each service at an address of its own. */
async function served() {
  const { directory, logger } = composition;
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const actorKeys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] };
  const addresses: Record<string, Addresses> = {};
  for (const [at, { name }] of services.entries()) {
    const running = composition.modules[at]!;
    const module = serviceModule({ name, running, directory, actorKeys, logger });
    const { app, url } = await application({ module, behindEdge: true });
    addresses[name] = [url];
    if (name === 'search') await startBackground(app);
  }
  const owners = openServiceClients({
    addresses,
    sign: await actorSigner(await exportJWK(privateKey)),
    deadlineMs: 10_000,
  });
  steps.push(() => owners.close());
  return owners;
}

interface Answered {
  readonly data?: Record<string, Record<string, unknown> | null> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(
  { url }: RunningApplication,
  query: string,
  variables: object = {},
  token?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization, ...more };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answered;
}

const official = async (): Promise<string> => (await composition.tokens.issue('both.moderator')).token;

const SUBMIT = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) {
  ... on Receipt { id number followUpCode consistencyToken } ... on Refusal { code } } }`;
const form = (more: object = {}) => ({
  input: {
    district: 'aldan',
    key: crypto.randomUUID(),
    text: 'Во дворе дома 12 не горит фонарь',
    consent: '2026-09-01',
    ...more,
  },
});

async function photo(): Promise<Blob> {
  const create = { width: 16, height: 16, channels: 3 as const, background: '#335577' };
  return new Blob([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], { type: 'image/jpeg' });
}

it('stores a file, accepts a form with it, and reads its own write through the forwarding gateway', async () => {
  const body = new FormData();
  body.append('file', await photo(), 'photo.jpg');
  const kept = await fetch(`${there.url}/files?district=aldan`, { method: 'POST', body });
  expect(kept.status).toBe(201);
  const { id: file } = (await kept.json()) as { id: string };
  const sent = form({ files: [file] });
  const [first, again] = [await ask(there, SUBMIT, sent), await ask(here, SUBMIT, sent)];
  expect(again).toEqual(first);
  const {
    id,
    number,
    followUpCode,
    consistencyToken: consistentWith,
  } = first.data!['submitAppeal'] as Record<string, string>;

  const card = `query ($id: UUID!, $consistentWith: String) { appeal(district: "aldan", id: $id, consistentWith: $consistentWith) {
    stale text row { id receipt state version } files { id type } history { type title } } }`;
  const token = await official();
  const seen = await ask(there, card, { id, consistentWith }, token);
  expect(seen.data!['appeal']).toMatchObject({ stale: false, files: [{ id: file, type: 'image/jpeg' }] });
  expect(await ask(here, card, { id, consistentWith }, token)).toEqual(seen);
  const ahead = Buffer.from(`intake/${id}/9`).toString('base64url');
  expect((await ask(there, card, { id, consistentWith: ahead }, token)).data!['appeal']).toMatchObject({ stale: true });

  const got = await fetch(`${there.url}/files/aldan/${file}`, { headers: { authorization: `Bearer ${token}` } });
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await fetch(`${there.url}/files/aldan/${file}`)).status).toBe(401);

  const open = `mutation ($number: String!, $code: String!) {
    openAppeal(district: "aldan", number: $number, code: $code) { ... on OpenedAppeal { token } } }`;
  const opened = await ask(there, open, { number, code: followUpCode });
  const resident = String(opened.data!['openAppeal']!['token']);
  const follow = '{ residentAppeal { receipt state text steps { title at } } }';
  const followed = await ask(there, follow, {}, resident);
  expect(followed.data!['residentAppeal']).toMatchObject({ receipt: number });
  expect(await ask(here, follow, {}, resident)).toEqual(followed);
  const wrong = await ask(there, open, { number, code: '0000000000000000' });
  expect(wrong).toEqual(await ask(here, open, { number, code: '0000000000000000' }));
  expect(wrong.errors?.[0]?.extensions.code).toBe('CODE_WRONG');
});

it('answers lists, rights, refusals and bad input alike', async () => {
  const token = await official();
  const act = (more: object) => ({
    input: { district: 'aldan', id: crypto.randomUUID(), key: crypto.randomUUID(), expectedVersion: 1, ...more },
  });
  const change = '{ __typename ... on Change { version } ... on Refusal { code message current } }';
  const asked: readonly (readonly [string, object, boolean])[] = [
    ['{ districts { code name } }', {}, false],
    ['{ viewer { id name } directory(district: "aldan") { departments { code name } } }', {}, true],
    ['{ viewer { id } }', {}, false],
    ['{ appeals(district: "kuol") { total } }', {}, true],
    [
      'query ($n: Int! = 2) { a: appeals(district: "aldan", first: $n) { total nodes { ...R } } } fragment R on AppealRow { id state }',
      {},
      true,
    ],
    ['{ appeals(district: "aldan", first: 1000) { total } }', {}, true],
    ['{ appeals(district: "aldan", after: "none") { total } }', {}, true],
    [SUBMIT, form({ text: '  ' }), false],
    [`mutation ($input: AppealActInput!) { takeUpMessage(input: $input) ${change} }`, act({}), true],
    [`mutation ($input: AppealActInput!) { registerAppeal(input: $input) ${change} }`, act({}), true],
    [`mutation ($input: ResponseActInput!) { signResponse(input: $input) ${change} }`, act({}), true],
    [
      `mutation ($input: AssignExecutorInput!) { assignExecutor(input: $input) ${change} }`,
      act({ executor: crypto.randomUUID() }),
      true,
    ],
    ['{ __schema { mutationType { fields { name } } } }', {}, false],
  ];
  for (const [query, variables, signed] of asked) {
    const one = await ask(here, query, variables, signed ? token : undefined);
    expect([query, await ask(there, query, variables, signed ? token : undefined)]).toEqual([query, one]);
  }
});

it('serves the residents’ pages through the forwarding gateway', async () => {
  const page = new FormData();
  page.append('key', crypto.randomUUID());
  page.append('text', 'Не вывозят мусор');
  page.append('consent', '2026-09-01');
  page.append('files', await photo(), 'photo.jpg');
  const receipt = await fetch(`${there.url}/aldan`, { method: 'POST', body: page, redirect: 'manual' });
  expect([receipt.status, receipt.headers.get('location')]).toEqual([303, '/aldan/sent']);
  const cookies = receipt.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const follow = await fetch(`${there.url}/aldan/follow`, { headers: { cookie: cookies } });
  expect([follow.status, await follow.text()]).toEqual([200, expect.stringContaining('Не вывозят мусор')]);
});

it('sends live updates through both gateways', async () => {
  const changes: { appealChanges: { kind: string; id: string } }[] = [];
  const client = createClient({
    url: `${there.url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${await official()}` },
    retryAttempts: 0,
  });
  const query = 'subscription { appealChanges(district: "aldan") { id kind row { state } } }';
  client.subscribe<(typeof changes)[number]>(
    { query },
    { next: ({ data }) => void (data && changes.push(data)), error: () => undefined, complete: () => undefined },
  );
  await eventually(async () => {
    const sent = await ask(there, SUBMIT, form());
    const { id } = sent.data!['submitAppeal'] as { id: string };
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return changes.find(({ appealChanges }) => appealChanges.id === id);
  }, 20_000);
  await client.dispose();
});

interface Visit {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** A browser at the gateway: keeps cookies, follows nothing by itself. */
function browserAt({ url }: RunningApplication) {
  const jar = new Map<string, string>();
  return async (path: string, fields?: Record<string, string>): Promise<Visit> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {};
    const headers = { cookie, origin: ORIGIN, accept: 'text/html' };
    const answer = await fetch(`${url}${path}`, { ...sent, headers, redirect: 'manual' });
    for (const one of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    const to = new URL(answer.headers.get('location') ?? '/', ORIGIN);
    expect(to.origin).toBe(ORIGIN);
    return { status: answer.status, location: to.pathname + to.search, body: await answer.text() };
  };
}

it.each(['in one process', 'forwarding'])('signs an official in at the embedded provider, %s', async (form) => {
  const gateway = form === 'forwarding' ? there : here;
  const { link } = await composition.get(Invitations).issue('both.moderator');
  const visit = browserAt(gateway);
  const password = 'walrus tundra ledger mosaic';
  expect((await visit(new URL(link).pathname, { password, repeated: password })).body).toContain('Пароль сохранён');
  const asked = await visit('/session/sign-in?to=/desk/aldan');
  const page = await visit((await visit(asked.location)).location);
  expect(page.body).toContain('Вход для сотрудников');
  const action = /action="([^"]+)"/.exec(page.body)![1]!;
  const resumed = await visit((await visit(action, { login: 'both.moderator', password })).location);
  expect(resumed.location).toMatch(/^\/session\/callback\?code=/);
  const back = await visit(resumed.location);
  expect([back.status, back.location]).toEqual([303, '/desk/aldan']);
});

it('traces an appeal from the browser’s requests to its letter and its row of the index, and no word of it', async () => {
  const collector = await traceCollector();
  const end = await startTracing({ endpoint: collector.endpoint, ratio: 1 });
  const [trace, browser] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
  const traced = { traceparent: `00-${trace}-${browser}-01` };
  const words = { text: 'Яма у дома Zherebtsova', name: 'Zherebtsova Anna', contact: 'zherebtsova@example.org' };
  const sent = await ask(there, SUBMIT, form({ district: 'kuol', ...words }), undefined, traced);
  const { id } = sent.data!['submitAppeal'] as { id: string };
  const take = 'mutation ($input: AppealActInput!) { takeUpMessage(input: $input) { __typename } }';
  const act = { input: { district: 'kuol', id, key: crypto.randomUUID(), expectedVersion: 1 } };
  const { token } = await composition.tokens.issue('kuol.moderator');
  expect((await ask(there, take, act, token, traced)).data).toEqual({ takeUpMessage: { __typename: 'Change' } });

  const ours = (): readonly CollectedSpan[] => collector.spans().filter(({ traceId }) => traceId === trace);
  await eventually(async () => {
    const names = ours().map(({ name }) => name);
    return ['send letter', 'index appeal', 'mutation takeUpMessage'].every((name) => names.includes(name)) || undefined;
  }, 30_000);
  await end();
  const spans = new Map(ours().map((span) => [span.spanId, span]));
  const orphans = [...spans.values()].filter(
    ({ parentSpanId = '' }) => parentSpanId !== browser && !spans.has(parentSpanId),
  );
  expect(orphans).toEqual([]);
  const pathOf = (span: CollectedSpan | undefined): readonly string[] =>
    span ? [...pathOf(spans.get(span.parentSpanId ?? '')), span.name] : [];
  const pathTo = (wanted: string) => pathOf([...spans.values()].find(({ name }) => name === wanted));
  // At the gateway, at the service that owns it, in the consumers: one registers by the district's policy, one writes the letter.
  const asked = ['POST /graphql', 'mutation takeUpMessage', 'POST /graphql', 'mutation takeUpMessage'];
  const consumed = ['intake.registration MessageTakenUp', 'notifications.intake AppealRegistered'];
  expect(pathTo('send letter')).toEqual([...asked, ...consumed, 'send letter']);
  const [request, mutation, ...others] = pathTo('index appeal');
  expect([request, mutation]).toEqual([
    'POST /graphql',
    expect.stringMatching(/^mutation (?:submitAppeal|takeUpMessage)$/),
  ]);
  expect(others.length).toBeGreaterThan(1);
  expect(collector.text()).not.toMatch(/zherebtsova|Яма|followUp/i);
  await collector.close();
}, 60_000);
