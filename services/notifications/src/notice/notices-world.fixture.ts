import { afterAll, beforeAll } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { postgresEventStore, type EventStore } from '@otklik/event-store';
import { oftenPolled, serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { uuidv5 } from '@otklik/kernel';
import { makeDelivery, makeBlockedKeyRetry, type Consumer } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import {
  installService,
  memoryDirectory,
  openDatabase,
  type Actor,
  type Database,
  type NetworkAccount,
} from '@otklik/tenancy';
import { inLog, eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { notificationsService } from '../notifications.module.js';
import { freePort } from '../../../../deploy/stack/ports.js';
import { environment } from '../environment.fixture.js';
import { aldan } from '../test-district.fixture.js';

export const signatory = randomUUID();
export const officials = [{ id: signatory, login: 'petrov', name: 'П. П. Петров', assignments: [] }];
/** Tompo takes letters. */
export const mailbox: NetworkAccount = {
  id: randomUUID(),
  network: 'EMAIL',
  title: 'Почта',
  settings: { address: 'otvet@tompo.example' },
  sealed: '',
  secretsSetAt: {},
  enabled: true,
};
export const directory = memoryDirectory([
  { ...aldan, officials },
  { ...aldan, officials, id: 2, code: 'tompo', accounts: [mailbox] },
]);
export const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
export const now = () => '2026-11-24T03:00:00.000Z';
export const secret = (purpose: string) => Buffer.from(purpose.padEnd(32, ' ').slice(0, 32));
export const vault = memoryVault();

export let server: TestDatabase;
export let appUrl: string;
export let database: Database;
export let worker: pg.Pool;
export let store: EventStore;
export let dataDir: string;
export let bouncePort: number;
export let service: ServiceUnderTest;

/** The service on a database of its own, for the spec that imports this. */
beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'notifications', notificationsService.migrations, 'roles-of-specs-1');
  appUrl = urls.app;
  database = openDatabase(urls.app, 'notifications');
  worker = new pg.Pool({ connectionString: urls.worker });
  store = postgresEventStore({ service: 'notifications', url: urls.app });
  bouncePort = await freePort();
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

export const given = () => ({
  database,
  worker,
  store,
  vault,
  directory,
  logger: silent,
  now,
  secret,
  dataDir,
  pollingDelays: oftenPolled,
  environment: {
    OTKLIK_LETTERS: 'files',
    OTKLIK_PUBLIC_URL: 'https://otklik.example',
    OTKLIK_BOUNCE_PORT: String(bouncePort),
    ...environment,
  },
});
export const recordOralNotice = (input: object, actor: Actor) => service.mutate('recordOralNotice', input, actor);

export const consumerOf = (topic: Topic) => service.consumers.find((one) => one.topics.includes(topic))!;

export async function deliver(...events: readonly PublicEvent[]) {
  const topic = events[0]!.topic;
  return deliverTo(consumerOf(topic), ...events);
}

export async function deliverTo(consumer: Consumer, ...events: readonly PublicEvent[]) {
  const { topic } = events[0]!;
  const position = Math.max(...events.map((event) => event.position));
  return makeDelivery(consumer, { database, worker }, silent).deliver({
    topic,
    partition: 0,
    events: inLog(events),
    position,
  });
}

const ofAnswers = () =>
  consumerOf('responses.events').concerns!.find(({ name }) => name === 'notifications.responses')!;

/** Absent: of the concern of signed answers. */
export const retryBlocked = (consumer: Consumer = ofAnswers()) =>
  makeBlockedKeyRetry(consumer, { database, worker }, silent)(() => false);

export let position = 1000;
export function tell(
  topic: Topic,
  type: string,
  appeal: string,
  stream: string,
  data: unknown,
  id: string = randomUUID(),
): PublicEvent {
  position += 1;
  return {
    id,
    type,
    schema: 1,
    topic,
    district: 1,
    stream,
    version: 1,
    data,
    position,
    appeal,
    at: now(),
    recordedAt: now(),
    actor: { kind: 'system' },
    commandId: randomUUID(),
    correlationId: appeal,
  };
}

export interface Case {
  readonly appeal: string;
  readonly person: string;
  readonly received: PublicEvent;
  readonly registered: PublicEvent;
  readonly signed: PublicEvent;
  readonly question: string;
  /** By routing. */
  readonly accepted: PublicEvent;
  /** The answer's notice. */
  readonly notice: string;
}

export interface Sent {
  readonly regime?: string;
  readonly address?: string;
  readonly name?: string;
  readonly answerWay?: string;
  /** Of one who signs in another's stead. */
  readonly post?: string;
  /** Whether routing has accepted the answer; it has. */
  readonly judged?: boolean;
  /** Of a message from a network. */
  readonly source?: Source;
  /** `<latitude>,<longitude>` */
  readonly point?: string;
  /** What the signed answer says. */
  readonly answer?: string;
}

const USUAL = { name: 'Иван Иванов', regime: 'SOCIAL_MESSAGE', judged: true, answer: 'Дорогу починили' };

export interface Source {
  readonly network: string;
  readonly account: string;
  readonly ref: { readonly kind: 'COMMENT' | 'DIRECT'; readonly thread: string; readonly id: string };
  /** When the person wrote; now. */
  readonly heardAt?: string;
}

export async function newCase(
  contact?: string,
  contactKind?: 'EMAIL' | 'PHONE' | 'NETWORK',
  channel = 'SITE',
  given: Sent = {},
): Promise<Case> {
  const { regime, address, name, answerWay, post, judged, source, point, answer: says } = { ...USUAL, ...given };
  const [appeal, person, question] = [randomUUID(), randomUUID(), randomUUID()];
  const [sent, answer] = [randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const seal = (event: string, field: string, text: string) => vault.seal(1, person, event, field, text);
  const sealed = async (field: string, text: string | undefined) =>
    text === undefined ? {} : { [field]: await seal(sent, field, text) };
  const submission = {
    person,
    channel,
    regime,
    receipt: 'АЛД-17',
    receivedAt: now(),
    text: await seal(sent, 'text', 'Почините дорогу'),
    name: await seal(sent, 'name', name),
    ...(await sealed('contact', contact)),
    ...(contactKind && { contactKind }),
    ...(await sealed('address', address)),
    ...(await sealed('point', point)),
    ...(answerWay && { answerWay }),
    ...(source && (await sourceFields(source, (text) => seal(sent, 'sourceRef', text)))),
  };
  const received = tell('intake.events', 'AppealReceived', appeal, appeal, submission, sent);
  const registered = tell('intake.events', 'AppealRegistered', appeal, appeal, {
    number: 'АЛД-М-2026-17',
    registeredOn: '2026-11-24',
    regime,
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
      answer,
      department: 'works',
      text: await seal(answer, 'text', says),
      outcome: 'MEASURES_TAKEN',
      signatory,
      ...(post && { post }),
      signedAt: now(),
      signature: 'RECORDED_ACT',
    },
    answer,
  );
  const accepted = tell('routing.events', 'AnswerAccepted', appeal, question, { answer });
  if (judged) await deliver(accepted);
  return { appeal, person, question, received, registered, signed, accepted, notice: uuidv5(signed.id, 'notice') };
}

async function sourceFields({ network, account, ref, heardAt }: Source, seal: (text: string) => Promise<string>) {
  return {
    source: { network, account, kind: ref.kind, thread: randomUUID(), message: randomUUID() },
    sourceRef: await seal(JSON.stringify({ account, ...ref })),
    receivedAt: heardAt ?? now(),
  };
}

export async function tellAll({ received, registered, signed }: Case): Promise<void> {
  await deliver(received, registered);
  await deliver(signed);
}

export const events = (id: string) => store.read(1, id);
export const types = async (id: string) => (await events(id)).map((event) => event.type);
export const until = (id: string, type: string, withinMs?: number) =>
  eventually(async () => (await events(id)).find((event) => event.type === type), withinMs);
export const outbox = 'outbox';
export const letterOf = (event: PublicEvent) => join(dataDir, outbox, `${event.id}.eml`);
