import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import { installService, type ServiceUrls } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { AppendSignal } from './append-signal.js';
import { noted, readAll } from './event-store.contract.js';
import type { EventLog, EventStore } from './event-store.js';
import { logMigrations } from './log-migrations.js';
import { postgresEventLog } from './postgres-event-log.js';
import { postgresEventStore } from './postgres-event-store.js';
import { inDistrict } from './transaction.fixture.js';

let database: TestDatabase;
let urls: ServiceUrls;
let app: pg.Pool;
let worker: pg.Pool;
let store: EventStore;
const signal = new AppendSignal();
const logs: EventLog[] = [];
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', logMigrations('notes'), 'roles-of-specs-1');
  app = new pg.Pool({ connectionString: urls.app, max: 3 });
  worker = new pg.Pool({ connectionString: urls.worker, max: 4 });
  store = postgresEventStore({ service: 'notes', url: urls.app, signal });
});
afterAll(async () => {
  await Promise.all([store.close(), ...logs.map((log) => log.close()), app.end(), worker.end()]);
  await database.drop();
});

function open(shared?: AppendSignal): EventLog {
  const log = postgresEventLog(compact({ service: 'notes', pool: worker, signal: shared }));
  logs.push(log);
  return log;
}

const positions = async (log: EventLog, after: number) => (await log.read(after, 100)).map((event) => event.position);

it('holds before a hole that a transaction may still fill, for every reader and position', async () => {
  const log = open();
  const start = await log.head();
  await inDistrict(app)(1, async (tx) => {
    await store.append(noted(), { tx });
    await store.append(noted());
    await store.append(noted());
    expect(await positions(log, start)).toEqual([]);
    // A reader that starts behind the hole proceeds without settling the hole for the others.
    expect(await positions(log, start + 1)).toEqual([start + 2, start + 3]);
    expect(await positions(log, start)).toEqual([]);
    expect(await log.read(start + 1_000, 100)).toEqual([]);
    expect(await positions(log, start)).toEqual([]);
  });
  expect(await positions(log, start)).toEqual([start + 1, start + 2, start + 3]);
});

it('limits a read of big events by their size and loses none', async () => {
  const log = open();
  const start = await log.head();
  const big = () => randomBytes(750_000).toString('base64');
  for (let round = 0; round < 4; round += 1)
    await Promise.all([1, 2, 3, 4, 5].map(() => store.append(noted({}, big()))));
  const first = await log.read(start, 1_000);
  expect(first.length).toBeGreaterThan(4);
  expect(first.length).toBeLessThan(12);
  expect((await readAll(log, start)).map(({ position }) => position)).toEqual(
    Array.from({ length: 20 }, (_, index) => start + index + 1),
  );
});

it('passes the hole of a rolled back transaction', async () => {
  const log = open();
  const start = await log.head();
  const rolledBack = inDistrict(app)(1, async (tx) => {
    await store.append(noted(), { tx });
    await store.append(noted());
    expect(await positions(log, start)).toEqual([]);
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  expect(await positions(log, start)).toEqual([start + 2]);
  expect((await readAll(open())).at(-1)?.position).toBe(start + 2);
});

it('does not wait for transactions that never touched the log', async () => {
  const log = open();
  const start = await log.head();
  await inDistrict(app)(1, async (tx) => {
    await tx.query('select txid_current()');
    await tx.query('select * from notes.event limit 1');
    const rolledBack = inDistrict(app)(1, async (other) => {
      await store.append(noted(), { tx: other });
      throw new Error('dropped');
    });
    await expect(rolledBack).rejects.toThrow('dropped');
    await store.append(noted());
    expect(await positions(log, start)).toEqual([start + 2]);
  });
});

it('returns the last settled position as its head', async () => {
  const log = open();
  const start = await log.head();
  await store.append(noted());
  expect(await log.head()).toBe(start + 1);
  await inDistrict(app)(1, async (tx) => {
    await store.append(noted(), { tx });
    await store.append(noted());
    expect(await open().head()).toBeLessThanOrEqual(start + 1);
    expect(await log.newest()).toBe(start + 3);
  });
  expect(await log.head()).toBe(start + 3);
});

it('wakes at once on appends of this process and within the poll interval on others', async () => {
  const near = open(signal);
  const far = open();
  const taken = { near: [] as number[], far: [] as number[] };
  for (let round = 0; round < 10; round += 1) {
    const position = await near.head();
    const start = performance.now();
    const waits = [near, far].map(async (log, index) => {
      await log.wait(position, AbortSignal.timeout(5_000));
      taken[index === 0 ? 'near' : 'far'].push(performance.now() - start);
    });
    await store.append(noted());
    await Promise.all(waits);
  }
  const middle = (values: number[]) => values.sort((one, other) => one - other)[5]!;
  expect(middle(taken.near)).toBeLessThan(middle(taken.far) + 1);
  expect(middle(taken.far)).toBeLessThan(500);
});

it('serves many concurrent readers', async () => {
  const log = open();
  const start = await log.head();
  const writing = Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 25; round += 1) {
        if (round % 5 === writer % 5) await inDistrict(app)(1, (tx) => store.append(noted(), { tx }));
        else await store.append(noted({}, 'a', 'b'));
      }
    }),
  );
  const seen = [0, 1, 2].map(() => [] as number[]);
  const stop = new AbortController();
  const reading = seen.map(async (own) => {
    while (!stop.signal.aborted) {
      const events = await log.read(own.at(-1) ?? start, 10);
      own.push(...events.map((event) => event.position));
      if (events.length === 0)
        await log.wait(own.at(-1) ?? start, AbortSignal.any([stop.signal, AbortSignal.timeout(50)]));
    }
  });
  await writing;
  const all = (await readAll(log, start)).map((event) => event.position);
  while (seen.some((own) => own.at(-1) !== all.at(-1))) await new Promise((later) => setTimeout(later, 20));
  stop.abort();
  await Promise.all(reading);
  for (const own of seen) expect(own).toEqual(all);
});

it('answers a damaged row, and one whose upcaster fails, as unreadable and reads on', async () => {
  const log = postgresEventLog({
    service: 'notes',
    pool: worker,
    upcasters: {
      Broken: {
        1: () => {
          throw new TypeError('a defect');
        },
      },
    },
  });
  logs.push(log);
  const start = await log.head();
  const damaged = noted();
  const broken = noted({ events: [{ id: randomUUID(), type: 'Broken', schema: 1, data: {} }] });
  const whole = noted();
  for (const request of [damaged, broken, whole]) await store.append(request);
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  await owner.query(`update notes.event set meta = 'null' where stream = $1`, [damaged.stream]);
  await owner.end();
  const found = await log.read(start, 10);
  expect(found.map(({ unreadable }) => unreadable?.name)).toEqual(['TypeError', 'TypeError', undefined]);
  expect(found).toMatchObject([
    { stream: damaged.stream, correlationId: '', position: start + 1, data: null },
    { stream: broken.stream, correlationId: broken.correlationId, type: 'Broken' },
    { stream: whole.stream },
  ]);
  await expect(readAll(log, start)).rejects.toThrow(TypeError);
});
