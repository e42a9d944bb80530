import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { refuse } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { FactMissing, type Consumer, type EventHandler, type EventTransport } from './messaging.js';
import { dropParked, listParked, retryParked } from './parked.js';
import { fact as anyFact, newId, recordEffect, type Effect, type Probe } from './probe.contract.js';

export interface TransportUnderTest {
  readonly probe: Probe;
  /** Puts facts into the topic, in this order. */
  publish(topic: Topic, events: readonly PublicEvent[]): Promise<void>;
  /** A transport of a process of its own, not yet following anything. */
  transport(): EventTransport;
  close(): Promise<void>;
}

const INTAKE = 'intake.events';
const ROUTING = 'routing.events';
const RESPONSES = 'responses.events';

/** What every transport promises (libs/messaging/src/messaging.ts). */
export function transportContract(name: string, make: () => Promise<TransportUnderTest>): void {
  describe(`transport: ${name}`, () => {
    let under: TransportUnderTest;
    let running: EventTransport[] = [];
    let names = 0;
    let consumerName = '';
    beforeAll(async () => void (under = await make()));
    afterAll(() => under.close());
    beforeEach(() => void (consumerName = `probe.c${(names += 1)}`));
    afterEach(async () => {
      for (const transport of running) await transport.stop();
      running = [];
    });

    /** Topics keep everything: each test has types of its own, so that it hears no other test's facts. */
    const own = (kind: string) => `${kind}_${names}`;
    const fact = (topic: Topic, appeal: string, more: Partial<PublicEvent> = {}) =>
      anyFact(topic, appeal, { ...more, type: own(more.type ?? 'Happened') });

    const consumer = (handle: EventHandler = record, topics: readonly Topic[] = [INTAKE, ROUTING]): Consumer => ({
      name: consumerName,
      topics,
      understands: ['Happened', 'Needed', 'Needing', 'Poison'].map((kind) => `${own(kind)}@1`),
      handle,
    });
    const record: EventHandler = (event, tx) => recordEffect(consumerName, event, tx);

    async function start(...consumers: readonly Consumer[]): Promise<EventTransport> {
      const transport = under.transport();
      running.push(transport);
      for (const one of consumers) await transport.follow(one);
      return transport;
    }
    const of = (effects: readonly Effect[], events: readonly PublicEvent[]) => {
      const ids = new Set(events.map((event) => event.id));
      return effects.filter((effect) => ids.has(effect.event)).map((effect) => effect.event);
    };
    const seen = async (events: readonly PublicEvent[], by = consumerName) =>
      eventually(async () => {
        const found = of(await under.probe.effects(by), events);
        expect(found.length).toBeGreaterThanOrEqual(events.length);
        return found;
      });
    const ids = (events: readonly PublicEvent[]) => events.map((event) => event.id);
    const held = async () =>
      (await listParked(under.probe.ground.worker, 'probe')).filter((key) => key.consumer === consumerName);
    /** Keys are of different partitions: that one's facts are seen says nothing of another's. */
    const heldSoon = (keys: readonly object[]) =>
      eventually(async () => {
        expect(await held()).toMatchObject(keys);
        return true;
      });
    const reached = async (topic: Topic) => {
      const { rows } = await under.probe.ground.worker.query<{ position: string }>(
        'select max(position) as position from probe.checkpoint where consumer = $1 and topic = $2',
        [consumerName, topic],
      );
      return Number(rows[0]?.position ?? 0);
    };
    const rewind = () =>
      under.probe.ground.worker.query('update probe.checkpoint set position = 0 where consumer = $1', [consumerName]);

    it('brings every fact once, in order per key within a topic, those of before the start too', async () => {
      const appeals = Array.from({ length: 20 }, newId);
      const facts = Array.from({ length: 600 }, (_, at) =>
        fact(INTAKE, appeals[at % 20]!, { district: 1 + (at % 3), version: at }),
      );
      await under.publish(INTAKE, facts.slice(0, 300));
      await start(consumer());
      await under.publish(INTAKE, facts.slice(300));
      const found = await seen(facts);
      expect(new Set(found).size).toBe(600);
      for (const appeal of appeals) {
        const mine = facts.filter((one) => one.appeal === appeal);
        for (const district of [1, 2, 3]) {
          const key = ids(mine.filter((one) => one.district === district));
          expect(found.filter((id) => key.includes(id))).toEqual(key);
        }
      }
    });

    it('shows a handler the rows of its own district alone', async () => {
      const seenRows: string[] = [];
      const looking: EventHandler = async (event, tx) => {
        await record(event, tx);
        const { rows } = await tx.query<{ district: number }>(
          'select distinct district from probe.effect where consumer = $1',
          [consumerName],
        );
        seenRows.push(`${event.district}: ${rows.map((row) => row.district).join()}`);
      };
      const facts = [1, 2, 1, 2].map((district) => fact(INTAKE, newId(), { district }));
      await under.publish(INTAKE, facts);
      await start({ ...consumer(looking), topics: [INTAKE] });
      await seen(facts);
      expect(new Set(seenRows)).toContain('1: 1');
      expect(seenRows.every((row) => /^(\d+): \1$/.test(row))).toBe(true);
    });

    it('resumes after a stop and gives a fact that comes again no second effect', async () => {
      const facts = Array.from({ length: 50 }, () => fact(INTAKE, newId()));
      await under.publish(INTAKE, facts.slice(0, 25));
      const first = await start(consumer());
      await seen(facts.slice(0, 25));
      await first.stop();
      expect(await reached(INTAKE)).toBeGreaterThan(0);
      await under.publish(INTAKE, facts.slice(25));
      await rewind();
      await start(consumer());
      await seen(facts);
      const late = fact(INTAKE, newId());
      await under.publish(INTAKE, [late]);
      await seen([late]);
      expect(of(await under.probe.effects(consumerName), facts).sort()).toEqual(ids(facts).sort());
    });

    it('stops in the middle of work without losing or doubling any', async () => {
      const facts = Array.from({ length: 400 }, () => fact(INTAKE, newId()));
      await under.publish(INTAKE, facts);
      const slow: EventHandler = async (event, tx) => {
        await tx.query('select pg_sleep(0.001)');
        await record(event, tx);
      };
      const first = await start(consumer(slow));
      // Whichever comes first: on Kafka that is a matter of partitions.
      await eventually(async () => of(await under.probe.effects(consumerName), facts)[0]);
      await first.stop();
      expect(of(await under.probe.effects(consumerName), facts).length).toBeLessThan(400);
      await start(consumer(slow));
      await seen(facts);
      expect(of(await under.probe.effects(consumerName), facts)).toHaveLength(400);
    });

    it('passes unknown types by and parks an unknown version of a known type', async () => {
      const appeal = newId();
      const unknown = fact(INTAKE, appeal, { type: 'NeverHeardOf' });
      const newer = fact(INTAKE, appeal, { schema: 2 });
      const behind = fact(INTAKE, appeal);
      const other = fact(INTAKE, newId());
      await start(consumer());
      await under.publish(INTAKE, [unknown, newer, behind, other]);
      await seen([other]);
      await heldSoon([
        { appeal, district: 1, state: 'PARKED', reason: `UnknownVersion ${own('Happened')}@2`, events: 2 },
      ]);
      const taught = { ...consumer(), understands: [...consumer().understands, `${own('Happened')}@2`] };
      await running[0]!.stop();
      await retryParked(under.probe.ground.worker, { consumer: consumerName, district: 1, appeal });
      await start(taught);
      expect(await seen([newer, behind])).toEqual(ids([newer, behind]));
      expect(await held()).toEqual([]);
    });

    it('acknowledges what the rules refuse', async () => {
      const facts = [fact(INTAKE, newId()), fact(INTAKE, newId(), { type: 'Poison' }), fact(INTAKE, newId())];
      await start(
        consumer(async (event, tx) => (event.type === own('Poison') ? refuse('APPEAL_WITHDRAWN') : record(event, tx))),
      );
      await under.publish(INTAKE, facts);
      await seen([facts[0]!, facts[2]!]);
      expect(await held()).toEqual([]);
    });

    it('parks a poisoned key after its tries; others flow; retried, it goes on in order', async () => {
      let healed = false;
      const tries = new Map<string, number>();
      const poisoned: EventHandler = async (event, tx) => {
        tries.set(event.id, (tries.get(event.id) ?? 0) + 1);
        await record(event, tx);
        if (event.type === own('Poison') && !healed) throw new TypeError('personal words of the applicant');
      };
      const appeal = newId();
      const poison = fact(INTAKE, appeal, { type: 'Poison' });
      const behind = [fact(INTAKE, appeal), fact(ROUTING, appeal)] as const;
      const others = Array.from({ length: 30 }, () => fact(INTAKE, newId()));
      await start(consumer(poisoned));
      await under.publish(INTAKE, [...others.slice(0, 15), poison, behind[0], ...others.slice(15)]);
      await seen(others);
      await eventually(async () => ((await held()).length === 1 ? true : undefined));
      await under.publish(ROUTING, [behind[1]]);
      await eventually(async () => {
        expect(await held()).toMatchObject([{ appeal, state: 'PARKED', reason: 'TypeError', attempts: 5, events: 3 }]);
        return true;
      }, 20_000);
      expect(of(await under.probe.effects(consumerName), [poison, ...behind])).toEqual([]);
      const last = fact(ROUTING, appeal);
      await under.publish(ROUTING, [last]);
      await eventually(async () => ((await held())[0]?.events === 4 ? true : undefined));
      healed = true;
      expect(await retryParked(under.probe.ground.worker, { consumer: consumerName, district: 1, appeal })).toBe(true);
      expect(await seen([poison, ...behind, last])).toEqual(ids([poison, ...behind, last]));
      expect(await held()).toEqual([]);
    });

    it('drops a poison with a reason and lets the rest of its key go on', async () => {
      const appeal = newId();
      const [poison, behind] = [fact(INTAKE, appeal, { type: 'Poison', schema: 9 }), fact(INTAKE, appeal)];
      await under.publish(INTAKE, [poison, behind]);
      await start(consumer());
      await eventually(async () => ((await held())[0]?.state === 'PARKED' ? true : undefined));
      const key = { consumer: consumerName, district: 1, appeal };
      await expect(dropParked(under.probe.ground.worker, key, ' ', 'operator')).rejects.toThrow(/reason/);
      expect(await dropParked(under.probe.ground.worker, key, 'sent by mistake', 'operator')).toBe(poison.id);
      expect(await seen([behind])).toEqual([behind.id]);
      expect(await held()).toEqual([]);
      const { rows } = await under.probe.ground.worker.query('select event, reason from probe.parked_drop');
      expect(rows).toContainEqual({ event: poison.id, reason: 'sent by mistake' });
      expect(await dropParked(under.probe.ground.worker, key, 'again', 'operator')).toBeUndefined();
    });

    const waiting: EventHandler = async (event, tx) => {
      if (event.type === own('Needing')) {
        const { rowCount } = await tx.query('select from probe.effect where consumer = $1 and appeal = $2', [
          consumerName,
          event.appeal,
        ]);
        if (!rowCount) throw new FactMissing(`Appeal ${event.appeal} needed`);
      }
      await record(event, tx);
    };

    it('goes on by itself when the missing fact comes, from whatever topic', async () => {
      const appeal = newId();
      const needing = [fact(ROUTING, appeal, { type: 'Needing' }), fact(ROUTING, appeal, { type: 'Needing' })];
      await under.publish(ROUTING, needing);
      await start(consumer(waiting));
      await eventually(async () => {
        expect(await held()).toMatchObject([
          { appeal, state: 'WAITING', reason: `Appeal ${appeal} needed`, events: 2 },
        ]);
        return true;
      });
      const needed = fact(INTAKE, appeal, { type: 'Needed' });
      await under.publish(INTAKE, [needed]);
      expect(await seen([needed, ...needing])).toEqual(ids([needed, ...needing]));
      expect(await held()).toEqual([]);
    });

    it('wakes a key whose missing fact another consumer of the service takes', async () => {
      const appeal = newId();
      const needing = fact(ROUTING, appeal, { type: 'Needing' });
      const taking: Consumer = { ...consumer(record, [INTAKE]), name: `${consumerName}_taking` };
      await under.publish(ROUTING, [needing]);
      await start(consumer(waiting, [ROUTING]), taking);
      await eventually(async () => ((await held()).length === 1 ? true : undefined));
      await under.publish(INTAKE, [fact(INTAKE, appeal)]);
      expect(await seen([needing])).toEqual([needing.id]);
    });

    it('ends in the same effect in every relative order of topics', async () => {
      const orders = permutations([INTAKE, ROUTING, RESPONSES] as const);
      const appeals = orders.map(newId);
      const facts = orders.map((order, at) =>
        order.map((topic) => fact(topic, appeals[at]!, { type: topic === INTAKE ? 'Needed' : 'Needing' })),
      );
      await start(consumer(waiting, [INTAKE, ROUTING, RESPONSES]));
      for (let step = 0; step < 3; step += 1) {
        for (const order of facts) await under.publish(order[step]!.topic, [order[step]!]);
        await seen(facts.flatMap((order) => order.slice(0, step + 1)).filter((one) => one.topic === INTAKE));
      }
      const found = await seen(facts.flat());
      expect(found).toHaveLength(facts.flat().length);
      expect(await held()).toEqual([]);
    });

    it('finds the one poison of a batch and gives the projection the rest', async () => {
      const batched: Consumer = {
        ...consumer(),
        handle: {
          batch: async (events, tx) => {
            for (const event of events) await recordEffect(consumerName, event, tx);
            if (events.some((event) => event.type === own('Poison'))) throw new Error('cannot fold');
          },
        },
      };
      const facts = Array.from({ length: 100 }, (_, at) => fact(INTAKE, newId(), { district: 1 + (at % 2) }));
      const poison = fact(INTAKE, newId(), { type: 'Poison' });
      await under.publish(INTAKE, [...facts.slice(0, 37), poison, ...facts.slice(37)]);
      await start(batched);
      const found = await seen(facts);
      expect(new Set(found).size).toBe(100);
      await heldSoon([{ appeal: poison.appeal, reason: 'Error' }]);
    });

    it('takes together what follows each other, by district, in its place among the others', async () => {
      const taken: (readonly string[])[] = [];
      const storing: Consumer = {
        ...consumer(),
        understands: [`${own('Happened')}@1`, `${own('Stored')}@1`],
        together: {
          [own('Stored')]: async (events, tx) => {
            taken.push(events.map((event) => event.id));
            expect(new Set(events.map((event) => event.district)).size).toBe(1);
            for (const event of events) await recordEffect(consumerName, event, tx);
          },
        },
      };
      const appeal = newId();
      const facts = ['Stored', 'Stored', 'Happened', 'Stored'].map((type) => fact(INTAKE, appeal, { type }));
      const other = fact(INTAKE, newId(), { type: 'Stored', district: 2 });
      await under.publish(INTAKE, [facts[0]!, other, ...facts.slice(1)]);
      await start(storing);
      const found = await seen([...facts, other]);
      expect(found.filter((id) => id !== other.id)).toEqual(facts.map((one) => one.id));
      expect(taken.flat().toSorted()).toEqual(ids([facts[0]!, facts[1]!, facts[3]!, other]).toSorted());
      expect(taken).toHaveLength(3);
    });

    it('tries by itself each of those that cannot be taken together', async () => {
      const poison = fact(INTAKE, newId());
      const refused = fact(INTAKE, newId());
      const storing: Consumer = {
        ...consumer(),
        together: {
          [own('Happened')]: async (events, tx) => {
            for (const event of events) await recordEffect(consumerName, event, tx);
            if (events.some((event) => event.id === refused.id)) refuse('TOO_LATE');
            if (events.some((event) => event.id === poison.id)) throw new Error('cannot store');
          },
        },
      };
      const facts = Array.from({ length: 20 }, () => fact(INTAKE, newId()));
      await under.publish(INTAKE, [...facts.slice(0, 7), poison, refused, ...facts.slice(7)]);
      await start(storing);
      const found = await seen(facts);
      expect(new Set(found).size).toBe(20);
      await heldSoon([{ appeal: poison.appeal, reason: 'Error' }]);
    });

    it('says how far a consumer is behind', async () => {
      const transport = await start(consumer(record, [INTAKE]));
      const facts = [fact(INTAKE, newId())];
      await under.publish(INTAKE, facts);
      await seen(facts);
      await eventually(async () => {
        expect(await transport.lag(consumerName)).toEqual({ events: 0, seconds: 0 });
        return true;
      });
    });
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
