import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { installService, type ServiceUrls } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { SealBroken } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { noted } from './event-store.contract.js';
import type { EventStore } from './event-store.js';
import { logMigrations } from './log-migrations.js';
import { postgresEventStore } from './postgres-event-store.js';
import { verifyLog, type VerifyOptions } from './verify.js';

let database: TestDatabase;
let urls: ServiceUrls;
let store: EventStore;
let owner: pg.Pool;
let worker: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', logMigrations('notes'), 'roles-of-specs-1');
  store = postgresEventStore({ service: 'notes', url: urls.app });
  owner = new pg.Pool({ connectionString: database.url, max: 1 });
  worker = new pg.Pool({ connectionString: urls.worker, max: 1 });
});
afterAll(async () => {
  await Promise.all([store.close(), owner.end(), worker.end()]);
  await database.drop();
});

const person = randomUUID();
const seal = (eventId: string, field: string, kind = 'whole') => `sealed:1:${person}:${eventId}:${field}:${kind}`;

const vault: NonNullable<VerifyOptions['vault']> = {
  async open(_district, sealed) {
    await Promise.resolve();
    if (sealed.endsWith('broken')) throw new SealBroken('tampered');
    return sealed.endsWith('erased') ? undefined : 'text';
  },
  openAll: (district, sealed) => Promise.all(sealed.map((one) => vault.open(district, one))),
};

async function append(data: (id: string) => object, causationId?: string) {
  const id = randomUUID();
  const request = noted(compact({ events: [{ id, type: 'Noted', schema: 1, data: data(id) }], causationId }));
  await store.append(request);
  return request.stream;
}

it('reports no violation and the counts of an intact log', async () => {
  const cause = randomUUID();
  await append((id) => ({ text: seal(id, 'text'), inside: [{ place: seal(id, 'place', 'erased') }] }));
  await append(() => ({ text: seal(cause, 'body') }), cause);
  const long = noted({}, ...Array.from({ length: 700 }, (_, index) => `note ${index}`));
  await store.append(long);
  const progress: number[] = [];
  const report = await verifyLog(worker, 'notes', { vault, onProgress: (checked) => progress.push(checked) });
  expect(report).toEqual({ events: 702, streams: 3, sealed: 3, erased: 1, differences: [] });
  expect(progress).toEqual([500, 702]);
});

it('reports unsealed, moved and broken seals', async () => {
  const moved = await append(() => ({ text: seal(randomUUID(), 'text') }));
  const renamed = await append((id) => ({ text: seal(id, 'place') }));
  const broken = await append((id) => ({ text: seal(id, 'text', 'broken') }));
  const clear = await append(() => ({ text: 'in clear' }));
  const { differences } = await verifyLog(worker, 'notes', { vault, sealedFields: { Noted: ['text'] } });
  const one = { district: 1, version: 1, field: 'text' };
  expect(new Set(differences)).toEqual(
    new Set([
      { kind: 'MOVED_SEAL', stream: moved, ...one },
      { kind: 'MOVED_SEAL', stream: renamed, ...one },
      { kind: 'BROKEN_SEAL', stream: broken, ...one },
      { kind: 'UNSEALED', stream: clear, ...one },
    ]),
  );
  await owner.query('delete from notes.event where data::text like $1', ['%text%']);
  await owner.query('delete from notes.stream s where not exists (select from notes.event e where e.stream = s.id)');
});

it('reports version gaps, inverted positions and wrong heads', async () => {
  const [gap, order, head, orphan] = [noted({}, 'a', 'b', 'c'), noted({}, 'a', 'b'), noted({}, 'a', 'b'), noted()];
  for (const request of [gap, order, head, orphan]) await store.append(request);
  await owner.query('delete from notes.event where stream = $1 and version = 2', [gap.stream]);
  await owner.query('update notes.event set position = -version where stream = $1', [order.stream]);
  await owner.query('update notes.stream set version = 9 where id = $1', [head.stream]);
  await owner.query('delete from notes.event where stream = $1', [orphan.stream]);
  const { differences } = await verifyLog(worker, 'notes');
  expect(new Set(differences)).toEqual(
    new Set([
      { kind: 'VERSION_GAP', district: 1, stream: gap.stream, version: 3 },
      { kind: 'ORDER', district: 1, stream: order.stream, version: 2 },
      { kind: 'HEAD', district: 1, stream: head.stream, version: 2 },
      { kind: 'HEAD', district: 1, stream: orphan.stream, version: 1 },
    ]),
  );
});

it('grants no role the right to change or delete events', async () => {
  const app = new pg.Pool({ connectionString: urls.app, max: 1 });
  const forbidden = [
    'update notes.event set version = 1',
    'delete from notes.event',
    'truncate notes.event',
    'delete from notes.stream',
    `update notes.stream set type = 'x'`,
    'update notes.command set version = 1',
    'alter table notes.event disable row level security',
  ];
  for (const statement of forbidden)
    for (const pool of [app, worker])
      await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  await expect(worker.query(`insert into notes.stream values (1, gen_random_uuid(), 'x', 1)`)).rejects.toThrow(
    /denied/,
  );
  await app.end();
});
