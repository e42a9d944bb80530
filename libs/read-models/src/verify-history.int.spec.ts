import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { consumerMigrations, type LoggedEvent } from '@otklik/messaging';
import { installService, inTransaction } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { openHistory, type History } from './history.js';
import { mendHistory } from './mend-history.js';
import { readModelMigrations } from './read-model-migrations.js';
import { makeReadModels } from './read-models.js';
import { newId, said, silent, tally } from './tally.fixture.js';
import { verifyHistory, type HistoryDifference, type HistoryPlace, type OwnerLog } from './verify-history.js';

let database: TestDatabase;
let worker: pg.Pool;
let owner: pg.Pool;
let history: History;
let place: HistoryPlace;
beforeAll(async () => {
  database = await testDatabase();
  const migrations = [...consumerMigrations('probe'), ...readModelMigrations('probe')];
  const urls = await installService(database.url, 'probe', migrations, testRoleSecret);
  worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
  owner = new pg.Pool({ connectionString: database.url, max: 1 });
  history = openHistory(worker, 'probe');
  place = { worker, service: 'probe', consumer: 'probe.tally', keeps: (type) => type !== 'NotKept' };
});
afterAll(async () => {
  await Promise.all([worker.end(), owner.end()]);
  await database.drop();
});
beforeEach(() => owner.query('truncate probe.history, probe.blocked_event'));

const INTAKE = 'intake.events';

function logOf(events: readonly PublicEvent[], topic: Topic = INTAKE, more: readonly LoggedEvent[] = []): OwnerLog {
  const logged = events.map((event): LoggedEvent => ({ position: event.position, event, parked: false }));
  const all = [...logged, ...more].sort((one, other) => one.position - other.position);
  return {
    topic,
    upTo: all.at(-1)?.position ?? 0,
    async *pages() {
      // Small, so that the history's rows are met in the middle of pages.
      for (let at = 0; at < all.length; at += 3) yield await Promise.resolve(all.slice(at, at + 3));
    },
  };
}
function facts(appeal: string, count: number, topic: Topic = INTAKE): PublicEvent[] {
  return Array.from({ length: count }, (_, at) => said(topic, appeal, at + 1, `word ${at}`));
}
const store = (events: readonly PublicEvent[]) => inTransaction(worker, (tx) => history.record(events, tx));
async function differences(log: OwnerLog): Promise<readonly HistoryDifference[]> {
  const found: HistoryDifference[] = [];
  await verifyHistory(place, log, (one) => found.push(one));
  return found;
}
const kindsOf = async (log: OwnerLog) => (await differences(log)).map(({ kind, position }) => `${kind} ${position}`);

it('finds nothing where the history is what the log says', async () => {
  const events = facts(newId(), 10);
  await store(events);
  expect(await verifyHistory(place, logOf(events), () => expect('a difference').toBe('none'))).toBe(10);
});

it('finds an event that never reached the history, wherever it is in the log', async () => {
  const events = facts(newId(), 10);
  await store(events.slice(1, 5));
  await store(events.slice(6, 9));
  expect(await kindsOf(logOf(events))).toEqual(['MISSING 1', 'MISSING 6', 'MISSING 10']);
  expect(await differences(logOf(events))).toContainEqual({
    kind: 'MISSING',
    topic: INTAKE,
    position: 6,
    district: 1,
    appeal: events[5]!.appeal,
    event: events[5]!.id,
    type: 'Said',
  });
});

it('finds an event that no log holds, and one that replaces another', async () => {
  const events = facts(newId(), 6);
  const [invented, instead] = [
    { ...said(INTAKE, newId(), 1, 'invented'), position: 4 },
    { ...said(INTAKE, newId(), 1, 'instead'), position: 6 },
  ];
  await store([...events.slice(0, 3), invented, events[4]!, instead]);
  const log = logOf(events.filter(({ position }) => position !== 4));
  expect(await kindsOf(log)).toEqual(['EXTRA 4', 'EXTRA 6', 'MISSING 6']);
});

it('finds one changed character, and a changed column', async () => {
  const events = facts(newId(), 4);
  await store(events);
  await owner.query(`update probe.history set body = replace(body::text, 'word 1', 'word 7')::json where position = 2`);
  await owner.query(`update probe.history set appeal = $1 where position = 3`, [newId()]);
  expect(await kindsOf(logOf(events))).toEqual(['CHANGED 2', 'CHANGED 3']);
});

it('accepts another order of keys, and the version in which an event was published then', async () => {
  const events = facts(newId(), 2);
  const [first, second] = events as [PublicEvent, PublicEvent];
  const { id, ...rest } = first;
  await store([{ ...rest, id }, second]);
  const lifted = { ...second, schema: 2, data: { word: 'word 1', language: 'ru' } };
  expect(await kindsOf(logOf([first, lifted]))).toEqual([]);
  expect(await kindsOf(logOf([first, { ...lifted, version: 9 }]))).toEqual(['CHANGED 2']);
});

it('does not look at what is younger than the log was read, nor at types that the history does not keep', async () => {
  const events = facts(newId(), 5);
  const kept = events.map((event) => (event.position === 2 ? { ...event, type: 'NotKept' } : event));
  await store(kept.filter(({ type }) => type === 'Said'));
  expect(await kindsOf({ ...logOf(kept.slice(0, 3)), upTo: 3 })).toEqual([]);
});

it('names what the owner cannot publish, and what the consumer has blocked', async () => {
  const events = facts(newId(), 3);
  const [first, parked, blocked] = events as [PublicEvent, PublicEvent, PublicEvent];
  await store([first]);
  await worker.query(
    `insert into probe.blocked_event (district, consumer, appeal, topic, event, body) values (1, $1, $2, $3, $4, '{}')`,
    [place.consumer, blocked.appeal, INTAKE, blocked.id],
  );
  const fault = { position: 4, fault: { id: newId(), district: 1, type: 'Broken' } };
  const log = logOf([first, blocked], INTAKE, [{ position: 2, event: parked, parked: true }, fault]);
  expect(await kindsOf(log)).toEqual(['UNPUBLISHED 2', 'BLOCKED 3', 'UNPUBLISHED 4']);
});

it('mends the history: what was missing is in its order, what was invented is gone, the young stay', async () => {
  const models = makeReadModels({ service: 'probe', worker, projections: [tally()], history, logger: silent });
  await models.start();
  const [damaged, whole] = [newId(), newId()];
  const intake = facts(damaged, 4);
  const routing = facts(damaged, 2, 'routing.events');
  const others = facts(whole, 3).map((event) => ({ ...event, position: event.position + 4 }));
  const young = { ...said(INTAKE, damaged, 5, 'young'), position: 9 };
  const invented = { ...said(INTAKE, newId(), 1, 'invented'), position: 8 };
  await store([intake[0]!, intake[3]!, ...routing, ...others, invented, young]);
  const wrong = newId();
  await owner.query(`update probe.history set appeal = $1 where event = $2`, [wrong, intake[3]!.id]);
  const logs = [{ ...logOf([...intake, ...others]), upTo: 8 }, logOf(routing, 'routing.events')];
  const before = await changeOf(whole);
  expect(await mendHistory(place, logs)).toEqual({ events: 4, appeals: 2 });
  for (const log of logs) expect(await kindsOf(log)).toEqual([]);
  const { rows } = await owner.query<{ event: string; topic: string }>(
    'select event, topic from probe.history where appeal = $1 order by change',
    [damaged],
  );
  const ofIntake = rows.filter(({ topic }) => topic === INTAKE).map(({ event }) => event);
  expect(ofIntake).toEqual([...intake, young].map(({ id }) => id));
  expect(rows).toHaveLength(7);
  expect(
    (await owner.query('select from probe.history where appeal = any($1)', [[wrong, invented.appeal]])).rowCount,
  ).toBe(0);
  expect(await changeOf(whole)).toEqual(before);
  expect(await mendHistory(place, logs)).toEqual({ events: 0, appeals: 0 });
  models.stop();
});

async function changeOf(appeal: string): Promise<readonly unknown[]> {
  return (await owner.query('select change from probe.history where appeal = $1 order by 1', [appeal])).rows;
}
