import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import { makeBlockedKeyRetry } from '../blocked-key-retry.js';
import { listBlockedKeys, retryBlockedKey } from '../dead-letters.js';
import { attempt } from '../handling.js';
import { makeConsumerWork, type TransportMetrics } from '../consumer-work.js';
import { PrerequisiteMissing, type BatchHandling, type Consumer } from '../messaging.js';
import { fact, newId, recordEffect, silent } from '../probe.contract.js';
import { probeOfFile } from '../probe.fixture.js';
import { probeFold, probeReactor, saidBy, says, storedCase } from './probe-reactor.contract.js';

const TOPIC = 'intake.events';
const probe = probeOfFile(TOPIC);
const subscribesTo = ['Happened@1', 'Stored@1'];
type Seen = (events: readonly PublicEvent[], tx: Transaction) => Promise<void>;

/** Records what it gets: `Stored` in sets, others one at a time. */
function writing(name: string, seen: Seen = () => Promise.resolve()): Consumer {
  const write = async (events: readonly PublicEvent[], tx: Transaction) => {
    for (const event of events) await recordEffect(name, event, tx);
    await seen(events, tx);
  };
  return {
    name,
    topics: [],
    subscribesTo,
    handle: (event, tx) => write([event], tx),
    batchHandlers: { Stored: write },
  };
}

function made(name: string, ...handlers: readonly Consumer[]): Consumer {
  const react = (_: unknown, event: PublicEvent) => [says(`${name}_said`, event)];
  return probeReactor(probe.store, {
    name,
    topics: [TOPIC],
    state: probeFold(['Happened', 'Stored']),
    handlers,
    concerns: { [`${name}_said`]: [{ subscribesTo, react }] },
  });
}

const stored = (length: number, more: Partial<PublicEvent> = {}) => {
  const appeal = newId();
  return Array.from({ length }, (_, at) => fact(TOPIC, appeal, { type: 'Stored', version: at + 1, ...more }));
};
const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
const effects = async (name: string) => (await probe.effects(name)).map(({ event }) => event);
const blocked = async (name: string) =>
  (await listBlockedKeys(probe.database.worker, 'probe')).filter(({ consumer }) => consumer.startsWith(name));

it('has handlers take each event once, in sets of one district each', async () => {
  const sets: (readonly PublicEvent[])[] = [];
  const consumer = made(
    'probe.sets',
    writing('probe.sets_rows', async (events, tx) => {
      sets.push(events);
      const { rows } = await tx.query<{ of: string }>(`select current_setting('app.districts') as of`);
      expect(rows).toEqual([{ of: `{${events[0]!.district}}` }]);
    }),
  );
  const facts = [stored(2), stored(2), stored(2, { district: 2 })].flat();
  await probe.deliver(consumer, ...facts, facts[0]!);
  await probe.deliver(consumer, ...facts);
  expect(sets.map(ids)).toEqual([ids(facts.slice(0, 4)), ids(facts.slice(4))]);
  expect((await effects('probe.sets_rows')).sort()).toEqual(ids(facts).sort());
  expect((await saidBy(probe.database.worker, 'probe.sets_said')).toSorted()).toEqual(ids(facts).toSorted());
});

it('blocks a key for the handler alone that fails; its events wait in order, what it wrote is taken back', async () => {
  let isMended = false;
  const poison = newId();
  const failing = writing('probe.failing_bad', async (events, tx) => {
    if (isMended || !events.some(({ id }) => id === poison)) return;
    await tx.query('select 1 / 0');
  });
  const consumer = made('probe.failing', failing, writing('probe.failing_good'));
  const [key, other] = [stored(3), stored(2)];
  const facts = [key[0]!, { ...key[1]!, id: poison }, key[2]!];
  expect(await probe.deliver(consumer, ...facts, ...other)).toMatchObject({ blocked: 2 });
  const late = { ...fact(TOPIC, key[0]!.appeal, { type: 'Stored', version: 4 }) };
  await probe.deliver(consumer, late);
  expect(await effects('probe.failing_bad')).toEqual(ids([facts[0]!, ...other]));
  expect(await effects('probe.failing_good')).toEqual(ids([...facts, ...other, late]));
  const said = await saidBy(probe.database.worker, 'probe.failing_said');
  expect(said.toSorted()).toEqual(ids([...facts, ...other, late]).toSorted());
  expect((await storedCase(probe.database.worker, late.appeal))?.versions).toEqual({ [late.stream]: 4 });
  const [waiting, ...more] = await blocked('probe.failing');
  expect([waiting?.consumer, waiting?.events, more]).toEqual(['probe.failing_bad', 3, []]);
  isMended = true;
  const { worker } = probe.database;
  await worker.query(`update probe.blocked_key set retry_at = now() where consumer = 'probe.failing_bad'`);
  await retryBlockedKey(worker, { consumer: 'probe.failing_bad', district: 1, appeal: late.appeal });
  expect(await makeBlockedKeyRetry(consumer, probe.database, silent)(() => false)).toMatchObject({ unblocked: 1 });
  expect(await effects('probe.failing_bad')).toEqual(ids([facts[0]!, ...other, facts[1]!, facts[2]!, late]));
});

it('takes a handler’s work back with the case when the database refuses the case', async () => {
  const [good, bad] = [stored(1), stored(1)];
  const consumer = made('probe.whole', writing('probe.whole_rows'));
  const whole = consumer.handle as BatchHandling;
  const batch: BatchHandling['batch'] = async (events, tx, scope) => {
    await whole.batch(events, tx, scope);
    if (events.some(({ id }) => id === bad[0]!.id)) throw new TypeError('a defect beside the handlers');
  };
  const refusing: Consumer = { ...consumer, handle: { ...whole, batch } };
  expect(await probe.deliver(refusing, ...good, ...bad)).toMatchObject({ blocked: 1 });
  expect(await effects('probe.whole_rows')).toEqual(ids(good));
});

it('skips what the consumer before it was through with, and learns the case from it', async () => {
  const facts = stored(2);
  await probe.database.worker.query('insert into probe.inbox (district, consumer, event) values (1, $1, $2)', [
    'probe.moved_rows',
    facts[0]!.id,
  ]);
  await probe.deliver(made('probe.moved', writing('probe.moved_rows')), ...facts);
  expect(await effects('probe.moved_rows')).toEqual([facts[1]!.id]);
  expect(await storedCase(probe.database.worker, facts[0]!.appeal)).toMatchObject({
    versions: { [facts[0]!.stream]: 2 },
    state: { seen: ids(facts) },
  });
});

it('takes back what was done before a failed attempt within it', async () => {
  const [before, within] = [stored(1)[0]!, stored(1)[0]!];
  const error = await probe.database.database.scope(1).transaction((tx) =>
    attempt(tx, async () => {
      await recordEffect('probe.nested', before, tx);
      await attempt(tx, () => Promise.reject(new Error('within')));
      await recordEffect('probe.nested', within, tx);
      throw new Error('around');
    }),
  );
  expect(error).toMatchObject({ message: 'around' });
  expect(await effects('probe.nested')).toEqual([]);
});

it('takes what waited in the consumer before it once, after it has learned the case from the beginning', async () => {
  const name = 'probe.ahead_rows';
  const facts = stored(3);
  const { worker } = probe.database;
  await worker.query('insert into probe.inbox (district, consumer, event) values (1, $1, $2)', [name, facts[0]!.id]);
  await worker.query(
    `insert into probe.blocked_key (district, consumer, appeal, state, reason, event, attempts, retry_at)
     values (1, $1, $2, 'WAITING', 'TypeError', $3, 1, now())`,
    [name, facts[0]!.appeal, facts[1]!.id],
  );
  await worker.query(
    `insert into probe.blocked_event (district, consumer, appeal, topic, event, body) values (1, $1, $2, $3, $4, $5)`,
    [name, facts[0]!.appeal, TOPIC, facts[1]!.id, JSON.stringify(facts[1])],
  );
  const consumer = made('probe.ahead', writing(name));
  const retried = makeBlockedKeyRetry(consumer, probe.database, silent);
  expect(await retried(() => false)).toMatchObject({ unblocked: 0 });
  expect(await effects(name)).toEqual([]);
  await probe.deliver(consumer, ...facts);
  expect((await storedCase(worker, facts[0]!.appeal))?.versions).toEqual({ [facts[0]!.stream]: 3 });
  expect(await retried(() => false)).toMatchObject({ unblocked: 1 });
  await probe.deliver(consumer, ...facts);
  expect(await effects(name)).toEqual(ids([facts[1]!, facts[2]!]));
});

it('tells handlers what is known of the case with the event, also those that waited', async () => {
  const told: unknown[] = [];
  let isMended = false;
  const telling: Consumer = {
    ...writing('probe.told_rows'),
    batchHandlers: {
      Stored: async (events, _tx, knownOf) => void told.push(...events.map((event) => knownOf?.(event))),
    },
    handle: async (event, _tx, knownOf) => {
      if (!isMended) throw new TypeError('a defect');
      told.push(knownOf?.(event));
    },
  };
  const consumer = made('probe.told', telling);
  const facts = stored(2);
  const last = fact(TOPIC, facts[0]!.appeal, { type: 'Happened', version: 3 });
  await probe.deliver(consumer, ...facts, last);
  const seen = ids([...facts, last]);
  // In a set, and again one by one, because the last one failed.
  const each = [{ seen: seen.slice(0, 1) }, { seen: seen.slice(0, 2) }];
  expect(told).toEqual([...each, ...each]);
  isMended = true;
  const { worker } = probe.database;
  await worker.query(`update probe.blocked_key set retry_at = now() where consumer = 'probe.told_rows'`);
  await makeBlockedKeyRetry(consumer, probe.database, silent)(() => false);
  expect(told.at(-1)).toEqual({ seen });
});

it('stops when the database refuses ten keys in a row of a handler alike, and commits nothing', async () => {
  const failing = writing('probe.halted_bad', async (_, tx) => void (await tx.query('select 1 / 0')));
  const consumer = made('probe.halted', failing, writing('probe.halted_good'));
  const facts = Array.from({ length: 12 }, () => stored(1)).flat();
  const metrics = { blocked: () => expect('nothing').toBe('blocked') } as unknown as TransportMetrics;
  const options = { database: probe.database, logger: silent, metrics, woken: () => undefined };
  // Neither time nor restarts make it give the keys up.
  for (const failures of [13, 1, 1, 1]) {
    const work = makeConsumerWork(consumer, options);
    for (let times = 0; times < failures; times += 1) {
      const delivered = work.deliver({ topic: TOPIC, partition: 3, events: facts, position: 12 });
      const error: unknown = await delivered.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'BuildDefect', message: expect.stringContaining('22012') });
      work.failed(error);
    }
  }
  expect(await blocked('probe.halted')).toEqual([]);
  expect(await effects('probe.halted_good')).toEqual([]);
  expect(await saidBy(probe.database.worker, 'probe.halted_said')).toEqual([]);
  expect(await storedCase(probe.database.worker, facts[0]!.appeal)).toBeUndefined();
});

it('does not stand still for ten keys that wait for other facts, nor for nine that fail', async () => {
  const waiting = writing('probe.going_waits', async ([event]) => {
    throw new PrerequisiteMissing(`Appeal ${event!.appeal} registered`);
  });
  const failing = writing('probe.going_bad', async (_, tx) => void (await tx.query('select 1 / 0')));
  await probe.deliver(made('probe.going', waiting), ...Array.from({ length: 12 }, () => stored(1)).flat());
  await probe.deliver(made('probe.going', failing), ...Array.from({ length: 9 }, () => stored(1)).flat());
  expect((await blocked('probe.going')).map(({ consumer }) => consumer).toSorted()).toEqual([
    ...Array.from({ length: 9 }, () => 'probe.going_bad'),
    ...Array.from({ length: 12 }, () => 'probe.going_waits'),
  ]);
});
