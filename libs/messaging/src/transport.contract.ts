import { describe, expect, it } from '@jest/globals';
import { refuse } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { batchesContract } from './batches.contract.js';
import { blockedKeysContract } from './blocked-keys.contract.js';
import type { EventHandler } from './messaging.js';
import { newId } from './probe.contract.js';
import { reactorContract } from './reactor/reactor.contract.js';
import {
  INTAKE,
  RESPONSES,
  transportWorld,
  type TransportUnderTest,
  type TransportWorld,
} from './transport-world.contract.js';

/** What every transport promises (libs/messaging/src/messaging.ts). */
export function transportContract(name: string, make: () => Promise<TransportUnderTest>): void {
  describe(`transport: ${name}`, () => {
    const world = transportWorld(make);
    deliveryContract(world);
    blockedKeysContract(world);
    batchesContract(world);
    reactorContract(world);
  });
}

function deliveryContract(world: TransportWorld): void {
  const { of, own, fact, consumer, record, start, seen, ids, held, heldSoon, reached, rewind, publish, effects, name } =
    world;

  describe('an event', () => {
    it('delivers every event once, in order per key within a topic, also those recorded before the start', async () => {
      const appeals = Array.from({ length: 20 }, newId);
      const facts = Array.from({ length: 600 }, (_, at) =>
        fact(INTAKE, appeals[at % 20]!, { district: 1 + (at % 3), version: at }),
      );
      await publish(INTAKE, facts.slice(0, 300));
      await start(consumer());
      await publish(INTAKE, facts.slice(300));
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
          [name()],
        );
        seenRows.push(`${event.district}: ${rows.map((row) => row.district).join()}`);
      };
      const facts = [1, 2, 1, 2].map((district) => fact(INTAKE, newId(), { district }));
      await publish(INTAKE, facts);
      await start({ ...consumer(looking), topics: [INTAKE] });
      await seen(facts);
      expect(new Set(seenRows)).toContain('1: 1');
      expect(seenRows.every((row) => /^(\d+): \1$/.test(row))).toBe(true);
    });

    it('resumes after a stop; a redelivered event has no second effect', async () => {
      const facts = Array.from({ length: 50 }, () => fact(INTAKE, newId()));
      await publish(INTAKE, facts.slice(0, 25));
      const first = await start(consumer());
      await seen(facts.slice(0, 25));
      await first.stop();
      expect(await reached(INTAKE)).toBeGreaterThan(0);
      await publish(INTAKE, facts.slice(25));
      await rewind();
      await start(consumer());
      await seen(facts);
      const late = fact(INTAKE, newId());
      await publish(INTAKE, [late]);
      await seen([late]);
      expect(of(await effects(), facts).sort()).toEqual(ids(facts).sort());
    });

    it('stops under load without loss or repetition', async () => {
      const facts = Array.from({ length: 400 }, () => fact(INTAKE, newId()));
      await publish(INTAKE, facts);
      const slow: EventHandler = async (event, tx) => {
        await tx.query('select pg_sleep(0.001)');
        await record(event, tx);
      };
      const first = await start(consumer(slow));
      // Whichever comes first: on Kafka that is a matter of partitions.
      await eventually(async () => of(await effects(), facts)[0]);
      await first.stop();
      expect(of(await effects(), facts).length).toBeLessThan(400);
      await start(consumer(slow));
      await seen(facts);
      expect(of(await effects(), facts)).toHaveLength(400);
    });

    it('skips unknown types and dead-letters an unknown version of a known type, which a later build takes in', async () => {
      const appeal = newId();
      const unknown = fact(INTAKE, appeal, { type: 'NeverHeardOf' });
      const newer = fact(INTAKE, appeal, { schema: 2 });
      const behind = fact(INTAKE, appeal);
      const other = fact(INTAKE, newId());
      const first = await start(consumer());
      await publish(INTAKE, [unknown, newer, behind, other]);
      await seen([other]);
      await heldSoon([
        { appeal, district: 1, state: 'DEAD_LETTERED', reason: `UnknownVersion ${own('Happened')}@2`, events: 2 },
      ]);
      const taught = { ...consumer(), subscribesTo: [...consumer().subscribesTo, `${own('Happened')}@2`] };
      await first.stop();
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
      await start({ ...consumer(handle, [RESPONSES]), everythingBut: [own('Unwanted')] });
      await publish(RESPONSES, events);
      const wanted = events.filter(({ type }) => !type.startsWith('Unwanted'));
      expect(await seen(wanted)).toEqual(ids(wanted));
      expect(of(await effects(), events)).toHaveLength(3);
    });

    it('acknowledges an event that the domain refuses', async () => {
      const facts = [fact(INTAKE, newId()), fact(INTAKE, newId(), { type: 'Poison' }), fact(INTAKE, newId())];
      await start(
        consumer(async (event, tx) => (event.type === own('Poison') ? refuse('APPEAL_WITHDRAWN') : record(event, tx))),
      );
      await publish(INTAKE, facts);
      await seen([facts[0]!, facts[2]!]);
      expect(await held()).toEqual([]);
    });
  });

  describe('the lag', () => {
    it('reports a consumer’s lag in events and seconds', async () => {
      const transport = await start(consumer(record, [INTAKE]));
      const facts = [fact(INTAKE, newId())];
      await publish(INTAKE, facts);
      await seen(facts);
      await eventually(async () => {
        expect(await transport.lag(name())).toEqual({ events: 0, seconds: 0 });
        return true;
      });
    });
  });
}
