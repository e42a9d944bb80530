import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { VersionConflict } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { installService, type ServiceUrls } from '@otklik/tenancy';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { noted } from './event-store.contract.js';
import type { EventStore } from './event-store.js';
import { forgetCommands, forgetRegularly } from './forget-commands.js';
import { logMigrations } from './log-migrations.js';
import { postgresEventStore } from './postgres-event-store.js';
import { StoreUnavailable } from './store-unavailable.js';
import { inDistrict } from './transaction.fixture.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let database: TestDatabase;
let urls: ServiceUrls;
let store: EventStore;
let app: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', logMigrations('notes'), 'roles-of-specs-1');
  store = postgresEventStore({ service: 'notes', url: urls.app });
  app = new pg.Pool({ connectionString: urls.app, max: 2 });
});
afterAll(async () => {
  await Promise.all([store.close(), app.end()]);
  await database.drop();
});

it('appends to other streams while a slow transaction holds one', async () => {
  const held = noted();
  await store.append(held);
  const behind = noted({ stream: held.stream, expected: 'any' });
  let done = false;
  let waiting: Promise<unknown> | undefined;
  await inDistrict(app)(1, async (tx) => {
    await store.append(noted({ stream: held.stream, expected: 1 }), { tx });
    waiting = store.append(behind).finally(() => (done = true));
    for (let round = 0; round < 5; round += 1)
      await Promise.all(Array.from({ length: 30 }, () => store.append(noted({ expected: 'any' }))));
    expect(done).toBe(false);
  });
  expect(await waiting).toEqual({ version: 3, repeated: false });
});

it('rejects a version conflict at once while another transaction holds the stream', async () => {
  const held = noted({}, 'a', 'b');
  await store.append(held);
  await inDistrict(app)(1, async (tx) => {
    await store.append(noted({ stream: held.stream, expected: 2 }), { tx });
    const late = store.append(noted({ stream: held.stream, expected: 1 }));
    await expect(late).rejects.toEqual(new VersionConflict(1, 2));
  });
});

it('fails an invalid append without failing the rest of its batch', async () => {
  const tooLong = noted({ streamType: 'a\u0000b' });
  const attempts = [tooLong, ...Array.from({ length: 20 }, () => noted())].map((request) => store.append(request));
  const settled = await Promise.allSettled(attempts);
  expect(settled.map((one) => one.status)).toEqual(['rejected', ...Array.from({ length: 20 }, () => 'fulfilled')]);
});

it('rejects malformed requests with TypeError', async () => {
  const [event] = noted().events;
  const wrong = [
    { events: [] },
    { stream: 'not an id' },
    { commandId: '1' },
    { at: 'yesterday' },
    { district: 1.5 },
    { expected: -3 },
    { events: [{ ...event!, schema: 40_000 }] },
    { events: [{ ...event!, data: undefined }] },
    { events: [{ ...event!, data: { big: 1n } }] },
  ];
  for (const over of wrong) await expect(store.append(noted(over))).rejects.toBeInstanceOf(TypeError);
  await expect(store.append(noted({ events: [event!, event!] }))).resolves.toEqual({ version: 2, repeated: false });
});

/** The server's message that a connection is open, and what it ends each answer with. */
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A way to the database that can fall silent: what an open connection sends still arrives, no answer comes back. */
async function silentWay(): Promise<{ url: string; silent: boolean; close(): void }> {
  const target = new URL(urls.app);
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    let open = false;
    let unanswered = false;
    client.on('data', (chunk) => {
      // What was asked before still gets the rest of its answer: without it nothing more would be asked here.
      unanswered = way.silent && open;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (unanswered) return;
      client.write(chunk);
      open ||= chunk.includes(READY_FOR_QUERY);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(urls.app);
  url.port = String((server.address() as AddressInfo).port);
  const way = {
    url: url.href,
    silent: false,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return way;
}

it('discards a silent connection and returns the first result to the retry', async () => {
  const way = await silentWay();
  const cut = postgresEventStore({ service: 'notes', url: way.url, answerTimeoutMs: 300 });
  await cut.append(noted());
  const requests = [
    noted(),
    noted({ expected: 'any', stream: randomUUID() }),
    noted({ idempotency: { fingerprint: 'f' } }),
  ];
  for (const request of requests) {
    way.silent = true;
    await expect(cut.append(request)).rejects.toBeInstanceOf(StoreUnavailable);
    way.silent = false;
    await eventually(async () => ((await store.read(1, request.stream)).length === 1 ? true : undefined));
    expect(await cut.append(request)).toEqual({ version: 1, repeated: true });
    expect(await store.read(1, request.stream)).toHaveLength(1);
  }
  await cut.close();
  way.close();
});

it('settles appends in progress before it closes', async () => {
  const closing = postgresEventStore({ service: 'notes', url: urls.app });
  const begun = Array.from({ length: 50 }, () => closing.append(noted()));
  await closing.close();
  expect((await Promise.allSettled(begun)).every((one) => one.status === 'fulfilled')).toBe(true);
});

it('fails when the head table lags behind the log instead of retrying forever', async () => {
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  const first = noted({}, 'one', 'two');
  await store.append(first);
  await owner.query('update notes.stream set version = 1 where id = $1', [first.stream]);
  await owner.end();
  const next = noted({ stream: first.stream, expected: 1 });
  await expect(Promise.race([store.append(next), sleep(5_000, 'still trying')])).rejects.toMatchObject({
    constraint: 'event_pkey',
  });
  expect(await store.read(1, first.stream)).toHaveLength(2);
});

it('forgets remembered commands only after the retention time', async () => {
  const worker = new pg.Pool({ connectionString: urls.worker, max: 1 });
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  const [old, young] = [noted({ expected: 'any' }), noted({ expected: 'any' })];
  for (const request of [old, young]) await store.append(request);
  await owner.query(`update notes.command set at = now() - interval '31 days' where id = $1`, [old.commandId]);
  await expect(forgetCommands(worker, 'notes', 29)).rejects.toBeInstanceOf(RangeError);
  expect(await forgetCommands(worker, 'notes', 30)).toBe(1);
  expect(await store.remembered(1, old.commandId)).toBeUndefined();
  expect(await store.remembered(1, young.commandId)).toBeDefined();
  await owner.query(`update notes.command set at = now() - interval '46 days' where id = $1`, [young.commandId]);
  const clock = forgetRegularly(worker, 'notes', silent, 10);
  await eventually(async () => (await store.remembered(1, young.commandId)) === undefined || undefined);
  await clock.stop();
  await Promise.all([worker.end(), owner.end()]);
});

it('reconnects after its connections were cut', async () => {
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  for (let round = 0; round < 3; round += 1) {
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name like 'otklik notes%'`);
    const request = noted();
    await eventually(() => store.append(request));
    await sleep(5);
    expect(await store.read(1, request.stream)).toHaveLength(1);
  }
  await owner.end();
});
