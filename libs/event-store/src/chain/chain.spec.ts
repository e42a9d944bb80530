import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact, mulberry32 } from '@otklik/kernel';
import { installService, type ServiceUrls } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { noted as notedAt } from '../event-store.contract.js';
import type { AppendRequest, EventStore } from '../event-store.js';
import { logMigrations } from '../log-migrations.js';
import { postgresEventStore } from '../postgres-event-store.js';
import { anchorOf, anchorsInForce, contradicted, headsOf, isGenuine, restoredAnchors, type Anchor } from './anchors.js';
import { chainKey } from './chain-key.js';
import { logBefore, mutations } from './chain-mutations.fixture.js';
import { ChainWriter } from './chain-writer.js';
import { blockHash, eventChain } from './chained-table.js';
import { verifyChain, verifyChainIn, type ChainDifference } from './verify-chain.js';

const MUTATIONS = 500;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let urls: ServiceUrls;
let store: EventStore;
let worker: pg.Pool;
let owner: pg.Client;
const key = chainKey(Buffer.alloc(32, 7));
const chained = eventChain('notes');
const noted = (over: Partial<AppendRequest>, ...notes: readonly string[]): AppendRequest =>
  notedAt({ at: new Date().toISOString(), ...over }, ...notes);
const writer = (maxRows?: number, format?: 1 | 2) =>
  new ChainWriter({
    service: 'notes',
    pool: worker,
    tables: [chained],
    key,
    now: () => new Date().toISOString(),
    ...compact({ maxRows, format }),
  });
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', logMigrations('notes'), testRoleSecret);
  store = postgresEventStore({ service: 'notes', url: urls.app });
  worker = new pg.Pool({ connectionString: urls.worker, max: 3 });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await fill();
}, 60_000);
afterAll(async () => {
  await Promise.all([store.close(), worker.end(), owner.end()]);
  await database.drop();
});

async function chainAll(maxRows?: number, format?: 1 | 2): Promise<void> {
  for (const pass = writer(maxRows, format); ;) {
    const { rows } = (await pass.extend()).get('event')!;
    if (rows === 0) return;
  }
}

/** Three districts, several blocks of each, the first ones of the former format, and positions that were rolled back. */
async function fill(): Promise<void> {
  const streams = Array.from({ length: 30 }, (_, index) => noted({ district: 1 + (index % 3) }, 'a', 'b', 'c'));
  for (const request of streams.slice(0, 20)) await store.append(request);
  // Leaves holes, as a transaction does that is rolled back.
  await owner.query(`select nextval('notes.event_position') from generate_series(1, 3)`);
  await chainAll(20, 1);
  for (const request of streams.slice(20)) await store.append(request);
  await chainAll(20);
}

const verified = (anchors: readonly Anchor[] = [], simulatedUntil?: number) =>
  verifyChain(worker, { service: 'notes', chained, key, anchors, simulatedUntil });

async function anchorsNow(): Promise<readonly Anchor[]> {
  const heads = await headsOf(worker, 'notes');
  return heads.map((head) => anchorOf(key, head, new Date().toISOString()));
}

it('chains the log of each district in position order, and leaves out no event of a transaction that commits late', async () => {
  const { rows, blocks } = await verified();
  await store.append(noted({ district: 1 }, 'one', 'two'));
  const late = new pg.Client({ connectionString: database.url });
  await late.connect();
  await late.query('begin');
  const stream = randomUUID();
  await late.query('insert into notes.stream (district, id, type, version) values (1, $1, $2, 1)', [stream, 'Note']);
  await late.query(
    `insert into notes.event (position, district, stream, version, id, type, schema, at, command, meta, data)
      values (nextval('notes.event_position'), 1, $1, 1, gen_random_uuid(), 'Noted', 1, now(), gen_random_uuid(), '{}', '{}')`,
    [stream],
  );
  await store.append(noted({ district: 2 }, 'three'));
  const pass = writer();
  expect((await pass.extend()).get('event')).toMatchObject({ rows: 0 });
  await late.query('commit');
  await late.end();
  expect((await pass.extend()).get('event')).toEqual({ rows: 4, behind: 0 });
  expect((await pass.extend()).get('event')).toEqual({ rows: 0, behind: 0 });
  expect(await verified()).toEqual({
    rows: rows + 4,
    blocks: blocks + 2,
    removed: 0,
    unchained: 0,
    anchors: 0,
    differences: [],
  });
  await store.append(noted({ district: 1 }, 'four'));
  expect(await verified()).toMatchObject({ rows: rows + 4, unchained: 1, differences: [] });
}, 20_000);

it('is extended by one process at a time', async () => {
  await Promise.all(Array.from({ length: 20 }, () => store.append(noted({ district: 1 }, 'again'))));
  const passes = await Promise.all([writer(5).extend(), writer(5).extend(), writer(5).extend()]);
  expect(passes.map((pass) => pass.get('event')!.rows).filter((rows) => rows > 0).length).toBeGreaterThan(0);
  await chainAll();
  expect((await verified()).differences).toEqual([]);
}, 20_000);

it('gives no role the right to change or delete a block', async () => {
  for (const statement of ['update notes.chain_block set number = 0', 'delete from notes.chain_block'])
    await expect(worker.query(statement)).rejects.toThrow('permission denied');
  const app = new pg.Client({ connectionString: urls.app });
  await app.connect();
  await expect(app.query('select from notes.chain_block')).rejects.toThrow('permission denied');
  await app.end();
});

it(`finds each of ${MUTATIONS} changes by one who reaches the database`, async () => {
  const anchors = await anchorsNow();
  expect(await verified(anchors)).toMatchObject({ unchained: 0, differences: [] });

  const names = Object.keys(mutations);
  const chance = mulberry32(20_261_128);
  const before = await logBefore(owner);
  const unseen: string[] = [];
  for (let done = 0; done < MUTATIONS;) {
    const name = names[Math.floor(chance() * names.length)]!;
    const begun = owner.query('begin');
    const isChanged = await mutations[name]!(owner, chance, before);
    const report = await verifyChainIn(owner, { service: 'notes', chained, key, anchors });
    await Promise.all([begun, owner.query('rollback')]);
    if (isChanged && report.differences.length === 0) unseen.push(name);
    if (isChanged) done += 1;
  }
  expect(unseen).toEqual([]);
  expect((await verified(anchors)).differences).toEqual([]);
}, 150_000);

async function differencesAfter(name: string, anchors: readonly Anchor[]): Promise<readonly ChainDifference[]> {
  await owner.query('begin');
  expect(await mutations[name]!(owner, mulberry32(1), await logBefore(owner))).toBe(true);
  const { differences } = await verifyChainIn(owner, { service: 'notes', chained, key, anchors });
  await owner.query('rollback');
  return differences;
}

it('names the row, its district, stream and what is wrong with it', async () => {
  const anchors = await anchorsNow();
  const row = {
    chain: 'event',
    district: expect.any(Number),
    position: expect.any(Number),
    subject: expect.any(String),
  };
  expect(await differencesAfter('an outcome flipped', anchors)).toEqual([{ kind: 'ROW_CHANGED', ...row }]);
  expect(await differencesAfter('an event gone', anchors)).toEqual([{ kind: 'ROW_REMOVED', ...row }]);
  expect(await differencesAfter('an event added behind', anchors)).toEqual([{ kind: 'ROW_ADDED', ...row }]);
  expect(await differencesAfter('the newest events and their blocks gone', anchors)).toContainEqual(
    expect.objectContaining({ kind: 'NOT_AS_ANCHORED', chain: 'event' }),
  );
});

it('notices a block whose format was changed, and rows by either', async () => {
  const formats = await owner.query<{ format: number }>(
    'select distinct format from notes.chain_block order by format',
  );
  expect(formats.rows).toEqual([{ format: 1 }, { format: 2 }]);
  expect(await differencesAfter('a block of another format', [])).toContainEqual(
    expect.objectContaining({ kind: 'BLOCK_CHANGED' }),
  );
});

it('names the first block of a chain that was rebuilt without the key', async () => {
  await owner.query('begin');
  const of = `where district = 1 and chain = 'event'`;
  const { rows } = await owner.query<{
    number: string;
    format: 1 | 2;
    through: string;
    at: Date;
    previous: Buffer;
    hash: Buffer;
    rows: Buffer;
  }>(`select number, format, through, at, previous, hash, rows from notes.chain_block ${of} order by number`);
  let previous = rows[0]!.hash;
  for (const { number, through, at, ...block } of rows.slice(1)) {
    const forged = { ...block, service: 'notes', chain: 'event', district: 1, number: Number(number), previous };
    previous = blockHash({ ...forged, through: BigInt(through), at: new Date(at.getTime() + 1).toISOString() });
    await owner.query(
      `update notes.chain_block set at = at + interval '1 ms', previous = $2, hash = $3 ${of} and number = $1`,
      [...[number, forged.previous, previous]],
    );
  }
  const { differences } = await verifyChainIn(owner, { service: 'notes', chained, key });
  await owner.query('rollback');
  expect(differences).toEqual([{ kind: 'NOT_SIGNED', chain: 'event', district: 1, block: 2 }]);
});

it('sets aside the anchors of what a restore has taken back, once it is said to be restored', async () => {
  const before = await anchorsNow();
  await store.append(noted({ district: 1 }, 'lost'));
  await chainAll();
  const lost = await anchorsNow();
  const last = '(select max(through) from notes.chain_block)';
  await owner.query(`delete from notes.event where position = ${last}`);
  await owner.query(`delete from notes.chain_block where through = ${last}`);
  expect((await verified([...before, ...lost])).differences).toMatchObject([{ kind: 'NOT_AS_ANCHORED', district: 1 }]);
  // The chain has gone on before it was said: its block has the number of the lost one.
  await store.append(noted({ district: 1 }, 'new'));
  await chainAll();
  const broken = await contradicted(worker, 'notes', [...before, ...lost]);
  expect(broken).toMatchObject([{ district: 1 }]);
  const restored = restoredAnchors(key, [...before, ...lost], broken, new Date().toISOString());
  expect(restored).toMatchObject([{ district: 1, number: broken[0]!.number - 1, restored: true }]);
  const { inForce, superseded } = anchorsInForce([...before, ...lost, ...restored]);
  expect(superseded).toBe(1);
  expect((await verified(inForce)).differences).toEqual([]);
});

it('knows its own anchors from others', async () => {
  const [anchor] = await anchorsNow();
  const other = chainKey(Buffer.alloc(32, 8));
  expect(isGenuine(key, anchor!)).toBe(true);
  expect(isGenuine(other, anchor!)).toBe(false);
  expect(isGenuine(key, { ...anchor!, number: anchor!.number + 1 })).toBe(false);
  expect(isGenuine(key, { ...anchor!, restored: true })).toBe(false);
});

it('names an event that is added at the end with an earlier time of recording, though it is chained', async () => {
  const add = async (district: number, recorded: string): Promise<string> => {
    const stream = randomUUID();
    await owner.query(`insert into notes.stream (district, id, type, version) values ($1, $2, 'Note', 1)`, [
      district,
      stream,
    ]);
    await owner.query(
      `insert into notes.event (position, district, stream, version, id, type, schema, at, recorded_at, command, meta, data)
        values (nextval('notes.event_position'), $1, $2, 1, gen_random_uuid(), 'Noted', 1, ${recorded}, ${recorded}, gen_random_uuid(), '{}', '{}')`,
      [district, stream],
    );
    await chainAll();
    return stream;
  };
  const backdated = async () => (await verified()).differences.map(({ kind, subject }) => `${kind} ${subject}`);
  await store.append(noted({ district: 1 }, 'last'));
  await chainAll();
  await add(2, `clock_timestamp() - interval '1 minute'`);
  expect(await backdated()).toEqual([]);
  // A district that is moved here brings the times of its origin.
  await add(9, `timestamptz '2024-01-10'`);
  await add(9, `timestamptz '2024-01-11'`);
  expect(await backdated()).toEqual([]);
  const moved = await add(9, `timestamptz '2024-01-09'`);
  const here = await add(2, `clock_timestamp() - interval '1 day'`);
  await store.append(noted({ district: 2 }, 'after it'));
  await chainAll();
  expect(await backdated()).toEqual([`ROW_BACKDATED ${moved}`, `ROW_BACKDATED ${here}`]);
});

it('names an event that says it happened hours before it was recorded, but none of a simulated clock', async () => {
  const before = (await verified()).differences.length;
  const agoMs = (ms: number) => new Date(Date.now() - ms).toISOString();
  const backdated = noted({ district: 3, at: agoMs(2 * HOUR_MS + 60_000) }, 'yesterday’s answer');
  await store.append(backdated);
  // As by a clock that is an hour behind.
  await store.append(noted({ district: 3, at: agoMs(2 * HOUR_MS - 60_000) }, 'late'));
  await chainAll();
  const { differences } = await verified();
  expect(differences.slice(before)).toEqual([
    expect.objectContaining({ kind: 'ROW_BACKDATED', district: 3, subject: backdated.stream }),
  ]);
  expect((await verified([], Date.now())).differences).toHaveLength(before);
  expect((await verified([], Date.now() - 10 * 60_000)).differences).toHaveLength(before + 1);
});
