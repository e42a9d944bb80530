import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { refuse } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { PrerequisiteMissing, type Consumer, type EventHandler, type EventTransport } from './messaging.js';
import { discardEvent, listBlockedKeys, retryBlockedKey } from './dead-letters.js';
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
      subscribesTo: ['Happened', 'Needed', 'Needing', 'Poison'].map((kind) => `${own(kind)}@1`),
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
      (await listBlockedKeys(under.probe.database.worker, 'probe')).filter((key) => key.consumer === consumerName);
    /** Keys are of different partitions: that one's facts are seen says nothing of another's. */
    const heldSoon = (keys: readonly object[]) =>
      eventually(async () => {
        expect(await held()).toMatchObject(keys);
        return true;
      });
    const reached = async (topic: Topic) => {
      const { rows } = await under.probe.database.worker.query<{ position: string }>(
        'select max(position) as position from probe.checkpoint where consumer = $1 and topic = $2',
        [consumerName, topic],
      );
      return Number(rows[0]?.position ?? 0);
    };
    const rewind = () =>
      under.probe.database.worker.query('update probe.checkpoint set position = 0 where consumer = $1', [consumerName]);

    describe('an event', () => {
      it('delivers every event once, in order per key within a topic, also those recorded before the start', async () => {
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

      it('shows a handler only the rows of its event’s district', async () => {
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

      it('resumes after a stop; a redelivered event has no second effect', async () => {
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

      it('stops under load without loss or repetition', async () => {
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

      it('skips unknown types and dead-letters an unknown version of a known type, which a later build takes in', async () => {
        const appeal = newId();
        const unknown = fact(INTAKE, appeal, { type: 'NeverHeardOf' });
        const newer = fact(INTAKE, appeal, { schema: 2 });
        const behind = fact(INTAKE, appeal);
        const other = fact(INTAKE, newId());
        await start(consumer());
        await under.publish(INTAKE, [unknown, newer, behind, other]);
        await seen([other]);
        await heldSoon([
          { appeal, district: 1, state: 'DEAD_LETTERED', reason: `UnknownVersion ${own('Happened')}@2`, events: 2 },
        ]);
        const taught = { ...consumer(), subscribesTo: [...consumer().subscribesTo, `${own('Happened')}@2`] };
        await running[0]!.stop();
        await start(taught);
        expect(await seen([newer, behind])).toEqual(ids([newer, behind]));
        expect(await held()).toEqual([]);
      });

      it('delivers types that it does not know, in order, to a consumer of everything but some', async () => {
        const appeal = newId();
        const events = [
          fact(RESPONSES, appeal),
          fact(RESPONSES, appeal, { type: 'NeverHeardOf' }),
          fact(RESPONSES, appeal, { type: 'Unwanted' }),
          fact(RESPONSES, appeal),
        ] as const;
        // Topics keep the facts of the other tests; this one has few.
        const handle: EventHandler = (event, tx) => (event.appeal === appeal ? record(event, tx) : Promise.resolve());
        await start({ ...consumer(handle, [RESPONSES]), everythingBut: [`Unwanted_${names}`] });
        await under.publish(RESPONSES, events);
        const wanted = events.filter(({ type }) => !type.startsWith('Unwanted'));
        expect(await seen(wanted)).toEqual(ids(wanted));
        expect(of(await under.probe.effects(consumerName), events)).toHaveLength(3);
      });

      it('acknowledges an event that the domain refuses', async () => {
        const facts = [fact(INTAKE, newId()), fact(INTAKE, newId(), { type: 'Poison' }), fact(INTAKE, newId())];
        await start(
          consumer(async (event, tx) =>
            event.type === own('Poison') ? refuse('APPEAL_WITHDRAWN') : record(event, tx),
          ),
        );
        await under.publish(INTAKE, facts);
        await seen([facts[0]!, facts[2]!]);
        expect(await held()).toEqual([]);
      });
    });

    describe('a poison event', () => {
      it('dead-letters a poisoned key after the maximum of attempts, others flow, a retry resumes it in order', async () => {
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
          expect(await held()).toMatchObject([
            { appeal, state: 'DEAD_LETTERED', reason: 'TypeError', attempts: 5, events: 3 },
          ]);
          return true;
        }, 20_000);
        expect(of(await under.probe.effects(consumerName), [poison, ...behind])).toEqual([]);
        const last = fact(ROUTING, appeal);
        await under.publish(ROUTING, [last]);
        await eventually(async () => ((await held())[0]?.events === 4 ? true : undefined));
        healed = true;
        expect(
          await retryBlockedKey(under.probe.database.worker, { consumer: consumerName, district: 1, appeal }),
        ).toBe(true);
        expect(await seen([poison, ...behind, last])).toEqual(ids([poison, ...behind, last]));
        expect(await held()).toEqual([]);
      });

      it('discards a poison event with a reason and resumes its key', async () => {
        const appeal = newId();
        const [poison, behind] = [fact(INTAKE, appeal, { type: 'Poison', schema: 9 }), fact(INTAKE, appeal)];
        await under.publish(INTAKE, [poison, behind]);
        await start(consumer());
        await eventually(async () => ((await held())[0]?.state === 'DEAD_LETTERED' ? true : undefined));
        const key = { consumer: consumerName, district: 1, appeal };
        await expect(discardEvent(under.probe.database.worker, key, ' ', 'operator')).rejects.toThrow(/reason/);
        expect(await discardEvent(under.probe.database.worker, key, 'sent by mistake', 'operator')).toBe(poison.id);
        expect(await seen([behind])).toEqual([behind.id]);
        expect(await held()).toEqual([]);
        const { rows } = await under.probe.database.worker.query('select event, reason from probe.discarded_event');
        expect(rows).toContainEqual({ event: poison.id, reason: 'sent by mistake' });
        expect(await discardEvent(under.probe.database.worker, key, 'again', 'operator')).toBeUndefined();
      });
    });

    describe('an event without its prerequisite', () => {
      const waiting: EventHandler = async (event, tx) => {
        if (event.type === own('Needing')) {
          const { rowCount } = await tx.query('select from probe.effect where consumer = $1 and appeal = $2', [
            consumerName,
            event.appeal,
          ]);
          if (!rowCount) throw new PrerequisiteMissing(`Appeal ${event.appeal} needed`);
        }
        await record(event, tx);
      };

      it('resumes by itself when the missing prerequisite arrives, from any topic', async () => {
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

      it('resumes a key whose prerequisite another consumer of the service processes', async () => {
        const appeal = newId();
        const needing = fact(ROUTING, appeal, { type: 'Needing' });
        const taking: Consumer = { ...consumer(record, [INTAKE]), name: `${consumerName}_taking` };
        await under.publish(ROUTING, [needing]);
        await start(consumer(waiting, [ROUTING]), taking);
        await eventually(async () => ((await held()).length === 1 ? true : undefined));
        await under.publish(INTAKE, [fact(INTAKE, appeal)]);
        expect(await seen([needing])).toEqual([needing.id]);
      });

      it('has the same effect in every relative order of topics', async () => {
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
    });

    describe('a batch', () => {
      it('bisects a batch to the poison event and applies the others', async () => {
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

      it('hands consecutive events of a type to the batch handler, by district, in order with the others', async () => {
        const taken: (readonly string[])[] = [];
        const storing: Consumer = {
          ...consumer(),
          subscribesTo: [`${own('Happened')}@1`, `${own('Stored')}@1`],
          batchHandlers: {
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

      it('delivers events individually when their batch handler fails', async () => {
        const poison = fact(INTAKE, newId());
        const refused = fact(INTAKE, newId());
        const storing: Consumer = {
          ...consumer(),
          batchHandlers: {
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
    });

    describe('the lag', () => {
      it('reports a consumer’s lag in events and seconds', async () => {
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
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
