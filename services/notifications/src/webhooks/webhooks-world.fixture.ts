import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { postgresEventStore, type EventStore } from '@otklik/event-store';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { makeDelivery } from '@otklik/messaging';
import { installService, memoryDirectory, openDatabase, type Actor, type Database } from '@otklik/tenancy';
import { inLog, HttpReceiver, testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SendToWebhooks } from './application/send-to-webhooks.js';
import { notificationsService } from '../notifications.module.js';
import { aldan } from '../test-district.fixture.js';

/** The service with the real time, on a database of its own, and a receiver that the operator allows; nothing runs by itself. */
export let server: TestDatabase;
export let database: Database;
export let service: ServiceUnderTest;
export let receiver: HttpReceiver;
let worker: pg.Pool;
let store: EventStore;
let dataDir: string;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const admins: Readonly<Record<number, string>> = { 1: randomUUID(), 2: randomUUID() };

beforeAll(async () => {
  server = await testDatabase();
  receiver = await HttpReceiver.start();
  const urls = await installService(server.url, 'notifications', notificationsService.migrations, 'roles-of-specs-1');
  database = openDatabase(urls.app, 'notifications');
  worker = new pg.Pool({ connectionString: urls.worker });
  store = postgresEventStore({ service: 'notifications', url: urls.app });
  dataDir = await mkdtemp(join(tmpdir(), 'otklik-webhooks-'));
  service = await serviceUnderTest(notificationsService, {
    database,
    worker,
    store,
    vault: memoryVault(),
    logger: silent,
    dataDir,
    directory: memoryDirectory([aldan, { ...aldan, id: 2, code: 'tompo' }]),
    now: () => new Date().toISOString(),
    secret: (purpose) => Buffer.from(purpose.padEnd(32, ' ').slice(0, 32)),
    environment: { OTKLIK_LETTERS: 'files', OTKLIK_WEBHOOK_ORIGINS: receiver.origin },
  });
});
beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 204 });
  for (const district of [1, 2])
    await database
      .scope(district)
      .query('update notifications.webhook set removed_at = now() where removed_at is null');
});
afterAll(async () => {
  await service.close();
  await store.close();
  await worker.end();
  await database.close();
  await receiver.stop();
  await server.drop();
  await rm(dataDir, { recursive: true });
});

export const districtCode = (district: number) => (district === 1 ? 'aldan' : 'tompo');

export function adminOf(district = 1): Actor {
  return {
    kind: 'official',
    id: admins[district]!,
    login: `${district}.admin`,
    name: 'Админ',
    assignments: [{ district, role: 'DISTRICT_ADMIN' }],
  };
}

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  readonly pausedBecause: string | null;
  readonly failingSince: string | null;
  readonly lastFailure: string | null;
  readonly waiting: number;
  readonly failed: number;
  readonly sentAt: string | null;
  readonly keptSince: string | null;
  readonly formerSecretUntil: string | null;
}

export interface Changed {
  readonly webhook: Shown;
  readonly secret: string | null;
  readonly replayed: number | null;
}

export async function act(operation: string, input: object, district = 1): Promise<Changed> {
  const given = { district: districtCode(district), key: randomUUID(), ...input };
  return service.mutate<Changed & { __typename: string }>(operation, given, adminOf(district));
}

export const addWebhook = (given: object = {}, district = 1) =>
  act('addWebhook', { url: `${receiver.origin}/hook`, types: [], description: 'СЭД района', ...given }, district);

export async function shown(id: string, district = 1): Promise<Shown> {
  const all = await service.resolve<readonly Shown[]>(
    'webhooks',
    { district: districtCode(district) },
    adminOf(district),
  );
  return all.find((one) => one.id === id)!;
}

let position = 0;

/** An event as another service published it, recorded a moment later than everything before. */
export function fact(topic: Topic, type: string, data: object = {}, more: Partial<PublicEvent> = {}): PublicEvent {
  position += 1;
  const [id, appeal, at] = [randomUUID(), randomUUID(), new Date().toISOString()];
  return {
    id,
    type,
    schema: 1,
    topic,
    district: 1,
    stream: randomUUID(),
    version: 1,
    data,
    position,
    appeal,
    at,
    recordedAt: new Date(Date.now() + 2).toISOString(),
    actor: { kind: 'system' as const },
    commandId: randomUUID(),
    correlationId: appeal,
    ...more,
  };
}

/** With what all concerns of the service need of it. */
export const received = (more: Partial<PublicEvent> = {}) =>
  fact(
    'intake.events',
    'AppealReceived',
    { person: randomUUID(), channel: 'SITE', receipt: 'ABCDE-FGHJK', regime: 'SOCIAL_MESSAGE' },
    more,
  );

/** To the consumer of webhooks. */
export async function tell(...events: readonly PublicEvent[]): Promise<void> {
  const consumer = service.consumers.find(({ name }) => name === 'notifications.case')!;
  const delivery = makeDelivery(consumer, { database, worker }, silent);
  for (const [topic, own] of Map.groupBy(events, (event) => event.topic))
    await delivery.deliver({
      topic,
      partition: 0,
      events: inLog(own),
      position: Math.max(...own.map((one) => one.position)),
    });
}

/** Tries what is due, until nothing is. */
export async function send(): Promise<void> {
  const sender = service.get(SendToWebhooks);
  // In this order: what ended since then may have held back others that are due now.
  for (let more = true; more; await sleep(5)) {
    const underWay = await isUnderWay();
    more = (await sender.sendDue()) > 0 || underWay;
  }
}

async function isUnderWay(): Promise<boolean> {
  const { rows } = await worker.query(
    'select from notifications.webhook_delivery where claimed_until > clock_timestamp()',
  );
  return rows.length > 0;
}

/** As if the waits of deliveries and webhooks were over. */
export async function dueNow(district = 1): Promise<void> {
  await database
    .scope(district)
    .query('update notifications.webhook_delivery set next_at = now(), claimed_until = null');
  await restOver(district);
}

/** As if webhooks that failed had rested; their deliveries wait as they do. */
export async function restOver(district = 1): Promise<void> {
  await database.scope(district).query('update notifications.webhook set rest_until = now()');
}

export const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as { readonly data: { id: string } });
export const idsTold = () => receiver.received.map(({ headers }) => headers['webhook-id']);
