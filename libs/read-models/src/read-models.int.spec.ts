import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { consumerMigrations } from '@otklik/messaging';
import { installService, inTransaction, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beginBuild, type Build } from './build.js';
import { openHistory } from './history.js';
import { readModelMigrations } from './read-model-migrations.js';
import { makeReadModels, type ReadModels } from './read-models.js';
import { newId, said, silent, tally } from './tally.fixture.js';
import { OtherVersionAnswers } from './verify-projection.js';

let database: TestDatabase;
let worker: pg.Pool;
let app: Database;
beforeAll(async () => {
  database = await testDatabase();
  const migrations = [...consumerMigrations('probe'), ...readModelMigrations('probe')];
  const urls = await installService(database.url, 'probe', migrations, testRoleSecret);
  worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
  app = openDatabase(urls.app, 'probe', { max: 2 });
});
afterAll(async () => {
  await worker.end();
  await app.close();
  await database.drop();
});

function models(version = 1, last?: (word: string) => string, logger = silent): ReadModels {
  const history = openHistory(worker, 'probe');
  return makeReadModels({ service: 'probe', worker, projections: [tally(version, last)], history, logger });
}

async function deliver(to: ReadModels, events: readonly PublicEvent[]): Promise<void> {
  await inTransaction(worker, (tx) => to.deliver(events, tx));
}

async function words(appeals: readonly string[], district = 1): Promise<readonly string[]> {
  const { rows } = await app
    .scope(district)
    .query<{ word: string }>('select topic, word from probe.tally where appeal = any($1) order by appeal, topic', [
      appeals,
    ]);
  return rows.map((row) => row.word);
}

it('makes its tables with row-level security and a view with the reader’s rights', async () => {
  const made = models();
  await made.start();
  const appeal = newId();
  await deliver(made, [said('intake.events', appeal, 1, 'one', 1), said('intake.events', appeal, 1, 'two', 2)]);
  expect(await words([appeal], 1)).toEqual(['one']);
  expect(await words([appeal], 2)).toEqual(['two']);
  const { rows } = await worker.query(
    `select relname, relforcerowsecurity as forced from pg_class where relname ~ '^tally_v1(_district)?$' order by 1`,
  );
  expect(rows).toEqual([
    { relname: 'tally_v1', forced: true },
    { relname: 'tally_v1_district', forced: true },
  ]);
});

it('ends in the same rows however events are batched, duplicated and interleaved', async () => {
  const made = models();
  await made.start();
  const word = fc.string({ minLength: 1, maxLength: 3 }).filter((text) => !text.includes('\0'));
  const plan = fc.record({
    intake: fc.array(word, { minLength: 1, maxLength: 12 }),
    routing: fc.array(word, { minLength: 1, maxLength: 12 }),
    order: fc.infiniteStream(fc.boolean()),
    cuts: fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
    again: fc.infiniteStream(fc.boolean()),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ intake, routing, order, cuts, again }) => {
      const appeal = newId();
      const left = {
        intake: intake.map((text, at) => said('intake.events', appeal, at + 1, text)),
        routing: routing.map((text, at) => said('routing.events', appeal, at + 1, text)),
      };
      const events: PublicEvent[] = [];
      while (left.intake.length + left.routing.length > 0) {
        const first = order.next().value ? left.intake : left.routing;
        const next = first.shift() ?? left.intake.shift() ?? left.routing.shift();
        if (next) events.push(next);
      }
      for (let at = 0; at < events.length;) {
        const batch = events.slice(at, (at += cuts.next().value as number));
        await deliver(made, again.next().value ? [...batch, ...batch] : batch);
        if (again.next().value) await deliver(made, events.slice(0, at));
      }
      expect(await words([appeal])).toEqual([intake.at(-1), routing.at(-1)]);
      const { rows } = await worker.query('select events_seen from probe.tally where appeal = $1 order by topic', [
        appeal,
      ]);
      expect(rows).toEqual([{ events_seen: intake.length }, { events_seen: routing.length }]);
    }),
    { numRuns: 40 },
  );
  const verified = await made.verify('tally');
  expect(verified.differences).toEqual([]);
  expect(verified.rows).toBeGreaterThan(40);
});

it('rebuilds beside live traffic: readers see no gap, the swap holds the exact change', async () => {
  const made = models();
  await made.start();
  const appeals = Array.from({ length: 300 }, newId);
  const version = new Map<string, number>();
  const one = (at: number) => {
    const appeal = appeals[at % 300]!;
    version.set(appeal, (version.get(appeal) ?? 0) + 1);
    return said('intake.events', appeal, version.get(appeal)!, `w${version.get(appeal)}`);
  };
  let at = 0;
  const more = (count: number) =>
    deliver(
      made,
      Array.from({ length: count }, () => one((at += 1))),
    );
  for (let times = 0; times < 12; times += 1) await more(1000);
  let rebuilt = false;
  const progress: number[] = [];
  const rebuilding = made.rebuild('tally', (done) => void progress.push(done)).then(() => void (rebuilt = true));
  let reads = 0;
  while (!rebuilt) {
    await more(50);
    expect((await words(appeals)).length).toBe(300);
    reads += 1;
  }
  await rebuilding;
  await more(50);
  expect(reads).toBeGreaterThan(1);
  expect(progress.length).toBeGreaterThan(1);
  const expected = [...appeals].sort().map((appeal) => `w${version.get(appeal)}`);
  expect(await words(appeals)).toEqual(expected);
  expect((await made.verify('tally')).differences).toEqual([]);
  const { rows } = await worker.query(
    `select relname from pg_class where relname like 'tally_v%' and relkind = 'r' and relname not like '%district'`,
  );
  expect(rows).toEqual([{ relname: 'tally_v1b2' }]);
}, 120_000);

it('reads a new version once it is filled, also with events that an older process consumes meanwhile and afterwards', async () => {
  const old = models();
  await old.start();
  const appeal = newId();
  await deliver(old, [said('intake.events', appeal, 1, 'old')]);
  const renewed = models(2, (word) => word.toUpperCase());
  await renewed.start();
  expect(await words([appeal])).toEqual(['OLD']);
  await deliver(old, [said('intake.events', appeal, 2, 'passed by')]);
  expect(await words([appeal])).toEqual(['OLD']);
  await deliver(renewed, [said('routing.events', appeal, 1, 'next')]);
  expect(await words([appeal])).toEqual(['PASSED BY', 'NEXT']);
  expect((await renewed.verify('tally')).differences).toEqual([]);
});

it('finds rows that differ from a replay, and reports no content', async () => {
  const made = models(2, (word) => word.toUpperCase());
  await made.start();
  const [changed, lost] = [newId(), newId()];
  await deliver(made, [said('intake.events', changed, 1, 'a'), said('intake.events', lost, 1, 'b')]);
  const { rows } = await worker.query<{ base: string }>('select base from probe.read_model');
  const base = rows[0]!.base;
  await worker.query(`update probe.${base} set word = 'secret' where appeal = $1`, [changed]);
  await worker.query(`delete from probe.${base} where appeal = $1`, [lost]);
  await worker.query(`insert into probe.${base} values (9, $1, 'intake.events', 1, 'x', 1)`, [changed]);
  const { differences } = await made.verify('tally');
  expect(differences).toHaveLength(3);
  expect(differences).toContainEqual(expect.objectContaining({ table: 'tally', kind: 'DIFFERENT', columns: ['word'] }));
  expect(differences.map((one) => one.kind).sort()).toEqual(['DIFFERENT', 'ONLY_LIVE', 'ONLY_REPLAYED']);
  expect(JSON.stringify(differences)).not.toContain('secret');
  await made.rebuild('tally');
  expect((await made.verify('tally')).differences).toEqual([]);
  await expect(made.rebuild('nothing')).rejects.toThrow(/No such projection/);
});

/** The build of a process that filled it and ended before the swap. */
async function unfinishedBuild(version: number): Promise<Build> {
  const parts = { service: 'probe', worker, projections: [], history: openHistory(worker, 'probe'), logger: silent };
  const request = { resume: false, isIndexed: true, signal: new AbortController().signal };
  const build = await beginBuild(parts, tally(version), request);
  await build!.complete(() => Promise.resolve());
  return build!;
}

async function bases(): Promise<readonly string[]> {
  const { rows } = await worker.query<{ relname: string }>(
    `select relname from pg_class where relname ~ '^tally_v[0-9b]+$' and relkind = 'r' order by 1`,
  );
  return rows.map(({ relname }) => relname);
}

it('drops at its start the unfinished builds of ended processes, and none with a lease or of a newer version', async () => {
  await models(2).start();
  const before = await bases();
  const living = await unfinishedBuild(2);
  await models(2).start();
  expect(await bases()).toContain(living.base);
  await living.release();
  await models(2).start();
  expect(await bases()).toEqual(before);
  const newer = await unfinishedBuild(3);
  await newer.release();
  await models(2).start();
  expect(await bases()).toContain(newer.base);
});

it('answers whether every copy is gone: false while one is filled, or updated after its lease expired', async () => {
  const made = models(2);
  await made.start();
  expect(await made.dropAbandoned()).toBe(true);
  const [live] = await bases();
  const copy = await unfinishedBuild(2);
  expect(await made.dropAbandoned()).toBe(false);
  await copy.release();
  await inTransaction(worker, async (tx) => {
    await tx.query('update probe.read_model_build set change = change where base = $1', [copy.base]);
    expect(await made.dropAbandoned()).toBe(false);
  });
  expect(await bases()).toEqual([live, copy.base].sort());
  expect(await made.dropAbandoned()).toBe(true);
  expect(await bases()).toEqual([live]);
});

it('logs that it does not fill a read model of a newer version, until a rebuild', async () => {
  const errors: unknown[] = [];
  const logger = { ...silent, error: (_: string, what?: object) => void errors.push(what) };
  const old = models(1, undefined, logger);
  await old.start();
  expect(errors).toEqual([{ service: 'probe', code: 'tally_v2' }]);
  await expect(old.verify('tally')).rejects.toThrow(OtherVersionAnswers);

  await old.rebuild('tally');
  const appeal = newId();
  await deliver(old, [said('intake.events', appeal, 1, 'old')]);
  expect(await words([appeal])).toEqual(['old']);
  expect((await old.verify('tally')).differences).toEqual([]);
});

it('reads history in pages bounded by size, too, and skips no event', async () => {
  const history = openHistory(worker, 'probe');
  const before = await history.head();
  const big = Array.from({ length: 14 }, (_, place) => ({
    ...said('intake.events', newId(), 1, '', 1),
    type: 'Big',
    position: 900 + place,
    data: { word: randomBytes(1_500_000).toString('base64') },
  }));
  for (const event of big) await inTransaction(worker, (tx) => history.record([event], tx));
  const pages: string[][] = [];
  for await (const { events } of history.read(before, await history.head())) pages.push(events.map(({ id }) => id));
  expect(pages.flat()).toEqual(big.map(({ id }) => id));
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(10);
  const within: string[] = [];
  await inTransaction(worker, async (tx) => {
    for await (const { events } of history.read(before, await history.head(tx), tx))
      within.push(...events.map(({ id }) => id));
  });
  expect(within).toEqual(pages.flat());
});
