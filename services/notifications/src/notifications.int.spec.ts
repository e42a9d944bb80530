import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { samples } from '@otklik/contracts/samples';
import { postgresEventStore, type EventStore } from '@otklik/event-store';
import { NotFound } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { uuidv5, Outbox } from '@otklik/kernel';
import { makeDelivery, makeBlockedKeyRetry } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { installService, memoryDirectory, openDatabase, type Actor, type Database } from '@otklik/tenancy';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { followUpLink, memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { LetterWatcher } from './adapters/clock/letter-watcher.js';
import { PostgresDeliveries } from './adapters/postgres/postgres-deliveries.js';
import { smtpMailer } from '@otklik/host/mail';
import { NoticeHandler } from './application/notice-handler.js';
import { SendLinkLetter } from './application/send-link-letter.js';
import { SendLetter } from './application/send-letter.js';
import { notificationsService } from './notifications.module.js';
import { aldan } from './test-district.fixture.js';

const signatory = randomUUID();
const officials = [{ id: signatory, login: 'petrov', name: 'П. П. Петров', assignments: [] }];
const directory = memoryDirectory([
  { ...aldan, officials },
  { ...aldan, officials, id: 2, code: 'tompo' },
]);
const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const now = () => '2026-11-24T03:00:00.000Z';
const secret = (purpose: string) => Buffer.from(purpose);
const vault = memoryVault();

let server: TestDatabase;
let appUrl: string;
let database: Database;
let worker: pg.Pool;
let store: EventStore;
let dataDir: string;
let service: ServiceUnderTest;

beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'notifications', notificationsService.migrations, 'a secret');
  appUrl = urls.app;
  database = openDatabase(urls.app, 'notifications');
  worker = new pg.Pool({ connectionString: urls.worker });
  store = postgresEventStore({ service: 'notifications', url: urls.app });
  dataDir = await mkdtemp(join(tmpdir(), 'otklik-notices-'));
  service = await serviceUnderTest(notificationsService, given());
  await service.runtime.start();
});
afterAll(async () => {
  await service.runtime.stop();
  await service.close();
  await store.close();
  await worker.end();
  await database.close();
  await server.drop();
  await rm(dataDir, { recursive: true });
});

const given = () => ({
  ...{ database, worker, store, vault, directory, logger: silent, now, secret, dataDir },
  environment: { OTKLIK_LETTERS: 'files', OTKLIK_PUBLIC_URL: 'https://otklik.example' },
});
const recordOralNotice = (input: object, actor: Actor) => service.mutate('recordOralNotice', input, actor);

const consumerOf = (topic: Topic) => service.consumers.find((one) => one.topics.includes(topic))!;

async function deliver(...events: readonly PublicEvent[]) {
  const topic = events[0]!.topic;
  const position = Math.max(...events.map((event) => event.position));
  return makeDelivery(consumerOf(topic), { database, worker }, silent).deliver({
    topic,
    partition: 0,
    events,
    position,
  });
}

let position = 1000;
function tell(
  topic: Topic,
  type: string,
  appeal: string,
  stream: string,
  data: unknown,
  id: string = randomUUID(),
): PublicEvent {
  position += 1;
  return {
    ...{ id, type, schema: 1, topic, district: 1, stream, version: 1, data, position, appeal },
    ...{ at: now(), recordedAt: now(), actor: { kind: 'system' }, commandId: randomUUID(), correlationId: appeal },
  };
}

interface Case {
  readonly appeal: string;
  readonly person: string;
  readonly received: PublicEvent;
  readonly registered: PublicEvent;
  readonly signed: PublicEvent;
  /** The answer's notice. */
  readonly notice: string;
}

async function newCase(contact?: string, contactKind?: 'EMAIL' | 'PHONE', channel = 'SITE'): Promise<Case> {
  const [appeal, person, question] = [randomUUID(), randomUUID(), randomUUID()];
  const [sent, answer] = [randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const seal = (event: string, field: string, text: string) => vault.seal(1, person, event, field, text);
  const submission = {
    ...{ person, channel, regime: 'APPEAL_59FZ', text: await seal(sent, 'text', 'Почините дорогу') },
    name: await seal(sent, 'name', 'Иван Иванов'),
    ...(contact === undefined ? {} : { contact: await seal(sent, 'contact', contact), contactKind }),
  };
  const received = tell('intake.events', 'AppealReceived', appeal, appeal, submission, sent);
  const registered = tell('intake.events', 'AppealRegistered', appeal, appeal, {
    number: 'АЛД-М-2026-17',
    registeredOn: '2026-11-24',
    regime: 'APPEAL_59FZ',
    person,
  });
  const signed = tell(
    'responses.events',
    'ResponseSigned',
    appeal,
    randomUUID(),
    {
      question,
      person,
      text: await seal(answer, 'text', 'Дорогу починили'),
      outcome: 'MEASURES_TAKEN',
      signatory,
      signedAt: now(),
      signature: 'RECORDED_ACT',
    },
    answer,
  );
  return { appeal, person, received, registered, signed, notice: uuidv5(signed.id, 'notice') };
}

async function tellAll({ received, registered, signed }: Case): Promise<void> {
  await deliver(received, registered);
  await deliver(signed);
}

const events = (id: string) => store.read(1, id);
const types = async (id: string) => (await events(id)).map((event) => event.type);
const until = (id: string, type: string) =>
  eventually(async () => (await events(id)).find((event) => event.type === type));
const outbox = 'outbox';
const letterOf = (event: PublicEvent) => join(dataDir, outbox, `${event.id}.eml`);

it('sends a letter about the registration and one about the answer, once each, and records the proof', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await tellAll(made);
  const dispatched = await until(made.notice, 'NoticeDispatched');
  expect(dispatched.data).toMatchObject({ kind: 'ANSWERED', way: 'EMAIL', dispatchedAt: now() });
  expect(dispatched).toMatchObject({ correlationId: made.appeal, causationId: made.signed.id });
  expect((dispatched.data as { proof: string }).proof).toBe(`<${made.signed.id}@otklik.invalid> outbox`);
  const registration = uuidv5(made.registered.id, 'notice');
  await until(registration, 'NoticeDispatched');
  const text = await readFile(letterOf(made.signed), 'utf8');
  expect(text).toContain('To: ivan@aldan.example');
  const body = text.slice(text.indexOf('\r\n\r\n'));
  expect(Buffer.from(body, 'base64').toString('utf8')).toContain(
    'Дорогу починили\n\nПодпись: П. П. Петров, 24 ноября 2026 г.',
  );
  expect(await readFile(letterOf(made.registered), 'utf8')).toContain('To: ivan@aldan.example');
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  const stored = await worker.query('select data::text from notifications.event');
  expect(JSON.stringify(stored.rows)).not.toMatch(/ivan@|Иван|Дорогу/);
  const row = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(row.rows).toEqual([{ state: 'DONE', answer: null }]);
});

const executorOf = (district: number): Actor => ({
  ...{ kind: 'official', id: randomUUID(), login: 'clerk', name: 'Somebody' },
  assignments: [{ district, role: 'EXECUTOR' }],
});
const clerk = executorOf(1);
const telling = (id: string, expectedVersion = 1) => ({
  ...{ district: 'aldan', id, key: randomUUID(), expectedVersion },
  said: 'Сказано лично Ивану Иванову: дорогу починили',
});

it('sends no text that was sealed for another answer', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
  await deliver(made.received, made.registered);
  const other = { ...made.signed, id: randomUUID() };
  await deliver(other);
  const tried = 'select state from notifications.delivery where cause = $1 and attempts > 0 and next_at < $2';
  const soon = new Date(Date.now() + 100_000);
  const row = await eventually(async () => (await worker.query(tried, [other.id, soon])).rows[0] as unknown);
  expect(row).toEqual({ state: 'PENDING' });
  expect(await types(uuidv5(other.id, 'notice'))).toEqual(['NoticeOpened']);
  expect(await readdir(join(dataDir, outbox)).catch(() => [])).not.toContain(`${other.id}.eml`);
});

it('refuses a contact that was sealed for another event', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  expect(await deliver({ ...made.received, id: randomUUID() })).toMatchObject({ handled: 0 });
  const kept = await worker.query('select 1 from notifications.applicant where appeal = $1', [made.appeal]);
  expect(kept.rows).toEqual([]);
});

it('opens a call for an official, whose record is the proof', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  expect(await types(made.notice)).toEqual(['NoticeOpened']);
  expect(await types(uuidv5(made.registered.id, 'notice'))).toEqual([]);
  const input = telling(made.notice);
  const first = await recordOralNotice(input, clerk);
  expect(first).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await recordOralNotice(input, clerk)).toEqual(first);
  expect(await recordOralNotice(telling(made.notice), clerk)).toMatchObject({ code: 'VERSION_CONFLICT' });
  expect(await recordOralNotice(telling(made.notice, 2), clerk)).toMatchObject({ code: 'NOTICE_DISPATCHED' });
  const [, told] = await events(made.notice);
  const { said, way } = told!.data as { said: string; way: string };
  expect(way).toBe('ORAL');
  expect(await vault.open(1, said, { eventId: told!.id, field: 'said' })).toBe(input.said);
  await expect(recordOralNotice({ ...input, key: randomUUID(), said: ' \n ' }, clerk)).rejects.toMatchObject({
    code: 'TEXT_EMPTY',
  });
});

it('keeps the calls that nobody answered, and posts the answer when the number is wrong', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  const attempt = (result: string, expectedVersion: number, more: object = {}) => ({
    ...{ district: 'aldan', id: made.notice, key: randomUUID(), expectedVersion, result },
    ...more,
  });
  const first = attempt('CALL_LATER', 1, { callAt: '2026-11-24T08:00:00.000Z', said: 'После пяти' });
  expect(await service.mutate('recordCallAttempt', first, clerk)).toMatchObject({ version: 2 });
  expect(await service.mutate('recordCallAttempt', first, clerk)).toMatchObject({ version: 2 });
  const waiting = await worker.query('select state from notifications.delivery where notice = $1', [made.notice]);
  expect(waiting.rows).toEqual([{ state: 'PENDING' }]);
  await service.mutate('recordCallAttempt', attempt('WRONG_NUMBER', 2), clerk);
  expect(await types(made.notice)).toEqual([
    ...['NoticeOpened', 'CallAttempted', 'CallAttempted'],
    ...['NoticeFailed', 'NoticePosted'],
  ]);
  const [, called] = await events(made.notice);
  expect(JSON.stringify(called)).not.toContain('После');
  const done = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(done.rows).toEqual([{ state: 'DONE', answer: null }]);
});

it('records a call when the pool has a single connection and sealing needs another', async () => {
  const scarce = openDatabase(appUrl, 'notifications', { max: 1, connectionTimeoutMs: 1_000 });
  const asking = { ...vault };
  asking.seal = async (...sealed) => {
    await scarce.scope(1).query('select 1');
    return vault.seal(...sealed);
  };
  const busy = await serviceUnderTest(notificationsService, { ...given(), database: scarce, vault: asking });
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  expect(await busy.mutate('recordOralNotice', telling(made.notice), clerk)).toMatchObject({ version: 2 });
  const row = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(row.rows).toEqual([{ state: 'DONE', answer: null }]);
  await busy.close();
  await scarce.close();
});

it('answers NOT_FOUND for a notice of another district and for an unknown one', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  await expect(recordOralNotice(telling(made.notice), executorOf(2))).rejects.toEqual(new Fault('NOT_FOUND'));
  const abroad = { ...telling(made.notice), district: 'tompo' };
  await expect(recordOralNotice(abroad, executorOf(2))).rejects.toThrow(NotFound);
  await expect(recordOralNotice(telling(randomUUID()), clerk)).rejects.toThrow(NotFound);
});

it('posts the answer when there is no contact', async () => {
  const made = await newCase();
  await tellAll(made);
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
  expect(await recordOralNotice(telling(made.notice, 2), clerk)).toMatchObject({ code: 'NOTICE_NOT_ORAL' });
});

it('sends no letter about the registration of an import, but one with its answer', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
  await deliver(made.received, made.registered);
  expect(await types(uuidv5(made.registered.id, 'notice'))).toEqual([]);
  await deliver(made.signed);
  expect(await types(made.notice)).toContain('NoticeOpened');
});

it('waits for receipt and number in any order of events', async () => {
  const made = await newCase();
  expect(await deliver(made.signed)).toMatchObject({ blocked: 1 });
  await deliver(made.received);
  await deliver(made.registered);
  const retry = makeBlockedKeyRetry(consumerOf('responses.events'), { database, worker }, silent);
  expect(await retry(() => false)).toMatchObject({ unblocked: 1 });
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
});

it('sends a link in place of a lost code once, by e-mail alone, while it is valid', async () => {
  const request = (made: Case, expiresAt: string) => {
    const link = randomUUID();
    return tell('intake.events', 'FollowUpLinkRequested', made.appeal, made.appeal, { link, expiresAt }, link);
  };
  const [made, called] = [await newCase('ivan@aldan.example', 'EMAIL'), await newCase('8 924 000-00-12', 'PHONE')];
  const asked = request(made, '2026-11-24T04:00:00.000Z');
  const others = [request(made, now()), request(called, '2026-11-24T04:00:00.000Z')];
  await deliver(made.received, called.received, asked, ...others);
  await deliver(asked);
  const letter = await eventually(() => readFile(letterOf(asked), 'utf8'));
  expect(letter).toContain('To: ivan@aldan.example');
  const [head, body = ''] = letter.split('\r\n\r\n');
  expect(head).not.toMatch(/lost|Иван/);
  const text = /base64/.test(head!) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '');
  expect(text).toContain(`https://otklik.example/aldan/lost/${followUpLink(secret('follow-up-link'), 1, asked.id)}`);
  for (const other of others) expect(await readdir(join(dataDir, outbox))).not.toContain(`${other.id}.eml`);
  const { rows } = await worker.query('select done from notifications.link_letter where link = any($1)', [
    [asked.id, others[0]!.id],
  ]);
  expect(rows).toEqual([{ done: true }, { done: true }]);
});

it('deletes contact and letters of an erased person, and posts open notices', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await until(made.notice, 'NoticeDispatched');
  await eventually(async () =>
    (await readdir(join(dataDir, outbox))).includes(`${made.registered.id}.eml`) ? true : undefined,
  );
  const called = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(called);
  for (const { appeal, person } of [made, called]) {
    await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
    await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
  }
  expect(await readdir(join(dataDir, outbox))).not.toContain(`${made.signed.id}.eml`);
  expect(await readdir(join(dataDir, outbox))).not.toContain(`${made.registered.id}.eml`);
  expect(await types(called.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
  const kept = await worker.query('select contact, name from notifications.applicant where person = any($1)', [
    [made.person, called.person],
  ]);
  expect(kept.rows).toEqual([
    { contact: null, name: null },
    { contact: null, name: null },
  ]);
});

it('retries transient failures of the mail server, and gives up on a permanent one', async () => {
  await service.runtime.stop();
  const answers: number[] = [];
  const ids: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        ids.push(/Message-ID: (.*)/.exec(raw)![1]!.trim());
        const code = answers.shift() ?? 250;
        done(code === 250 ? null : Object.assign(new Error('no'), { responseCode: code }));
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = smtp.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  const notices = service.get(NoticeHandler);
  let unrecorded = 0;
  const fragile: NoticeHandler = {
    handle: (context, id, command, options) => {
      if (command.type === 'RecordSent' && (unrecorded -= 1) >= 0) return Promise.reject(new TypeError('a defect'));
      return notices.handle(context, id, command, options);
    },
  };
  let hours = 0;
  const later = () => new Date(Date.parse(now()) + (hours += 1) * 3_600_000).toISOString();
  const kept: string[] = [];
  const deliveries = new PostgresDeliveries(database, worker);
  const keepProof = deliveries.keepProof.bind(deliveries);
  deliveries.keepProof = (letter, dispatch) => {
    kept.push(dispatch.at);
    return keepProof(letter, dispatch);
  };
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'no-reply@otklik.example', silenceMs: 500 });
  const pace = { firstMs: 20, capMs: 50, giveUpMs: 60_000 };
  const settings = { domain: 'otklik.example', language: 'ru', pace } as const;
  const sending = new SendLetter(
    ...([fragile, deliveries, database, vault, directory, mailer, service.get(Outbox), settings] as const),
    ...([{ now: later }, silent] as const),
  );
  const watcher = new LetterWatcher(deliveries, sending, service.get(SendLinkLetter), mailer, silent);
  watcher.start();
  const answered = async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
    await tellAll(made);
    return made;
  };
  answers.push(451, 421, 451);
  const patient = await answered();
  const { data } = await until(patient.notice, 'NoticeDispatched');
  expect(data).toMatchObject({ proof: `<${patient.signed.id}@otklik.example> 250` });
  expect(ids).toEqual(Array.from({ length: 4 }, () => `<${patient.signed.id}@otklik.example>`));
  ids.length = 0;
  unrecorded = 3;
  const once = await answered();
  const { data: recorded } = await until(once.notice, 'NoticeDispatched');
  expect(recorded).toMatchObject({ proof: `<${once.signed.id}@otklik.example> 250` });
  expect(ids).toEqual([`<${once.signed.id}@otklik.example>`]);
  expect(unrecorded).toBe(-1);
  const { dispatchedAt } = recorded as { dispatchedAt: string };
  expect(kept).toEqual([dispatchedAt, dispatchedAt, dispatchedAt]);
  answers.push(550);
  const refused = await answered();
  expect(await until(refused.notice, 'NoticePosted')).toBeDefined();
  const [, failed] = await events(refused.notice);
  expect(failed!.data).toMatchObject({ way: 'EMAIL', code: '550', next: 'POSTED' });
  const wrong = await newCase('ivan@aldan.example, eve@other.example', 'EMAIL', 'IMPORT');
  await tellAll(wrong);
  await until(wrong.notice, 'NoticePosted');
  expect((await events(wrong.notice))[1]!.data).toMatchObject({ code: 'ADDRESS' });
  await watcher.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

it('consumes every sample of its topics', async () => {
  const heard = samples().map(({ event }) => event);
  for (const topic of ['intake.events', 'routing.events', 'responses.events'] as const) {
    await deliver(...heard.filter((event) => event.topic === topic).sort((a, b) => a.position - b.position));
  }
  const deadLettered = await worker.query(`select reason from notifications.blocked_key where state = 'DEAD_LETTERED'`);
  expect(deadLettered.rows).toEqual([]);
});
