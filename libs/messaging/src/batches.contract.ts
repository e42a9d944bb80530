import { describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { refuse } from '@otklik/kernel';
import type { Consumer } from './messaging.js';
import { newId, recordEffect } from './probe.contract.js';
import { INTAKE, RESPONSES, ROUTING, type TransportWorld } from './transport-world.contract.js';

/** Events that a consumer takes many at once. */
export function batchesContract(world: TransportWorld): void {
  const { own, fact, consumer, start, seen, ids, heldSoon, publish, name } = world;

  describe('a batch', () => {
    it('bisects a batch to the poison event and applies the others', async () => {
      const batched: Consumer = {
        ...consumer(),
        handle: {
          batch: async (events, tx) => {
            for (const event of events) await recordEffect(name(), event, tx);
            if (events.some((event) => event.type === own('Poison'))) throw new Error('cannot fold');
          },
        },
      };
      const facts = Array.from({ length: 100 }, (_, at) => fact(INTAKE, newId(), { district: 1 + (at % 2) }));
      const poison = fact(INTAKE, newId(), { type: 'Poison' });
      await publish(INTAKE, [...facts.slice(0, 37), poison, ...facts.slice(37)]);
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
            for (const event of events) await recordEffect(name(), event, tx);
          },
        },
      };
      const appeal = newId();
      const facts = ['Stored', 'Stored', 'Happened', 'Stored'].map((type) => fact(INTAKE, appeal, { type }));
      const other = fact(INTAKE, newId(), { type: 'Stored', district: 2 });
      await publish(INTAKE, [facts[0]!, other, ...facts.slice(1)]);
      await start(storing);
      const found = await seen([...facts, other]);
      expect(found.filter((id) => id !== other.id)).toEqual(facts.map((one) => one.id));
      expect(taken.flat().toSorted()).toEqual(ids([facts[0]!, facts[1]!, facts[3]!, other]).toSorted());
      expect(taken).toHaveLength(3);
    });

    it('takes the events of all topics together, as they were recorded, and goes on after each of them', async () => {
      const batches: (readonly PublicEvent[])[] = [];
      const together: Consumer = {
        ...consumer(),
        together: true,
        handle: {
          batch: async (events, tx) => {
            batches.push(events);
            for (const event of events) await recordEffect(name(), event, tx);
          },
        },
      };
      const appeals = Array.from({ length: 40 }, newId);
      const at = (second: number) => ({ recordedAt: new Date(Date.UTC(2026, 10, 24, 0, 0, second)).toISOString() });
      const causes = appeals.map((appeal, place) => fact(INTAKE, appeal, at(2 * place)));
      const effects = appeals.map((appeal, place) => fact(ROUTING, appeal, at(2 * place + 1)));
      await publish(INTAKE, causes);
      await publish(ROUTING, effects);
      const transport = await start(together);
      expect(new Set(await seen([...causes, ...effects])).size).toBe(80);
      expect(batches.some((events) => new Set(events.map(({ topic }) => topic)).size === 2)).toBe(true);
      for (const events of batches)
        expect(events.map(({ recordedAt }) => recordedAt)).toEqual(
          events.map(({ recordedAt }) => recordedAt).toSorted(),
        );
      await transport.stop();
      const [cause, effect] = [fact(INTAKE, newId()), fact(ROUTING, newId())];
      await publish(INTAKE, [cause]);
      await publish(ROUTING, [effect]);
      await start(together);
      await seen([cause, effect]);
      expect(batches.flat().length).toBe(82);
    });

    it('takes no more events at once than it may, of all topics together', async () => {
      const sizes: number[] = [];
      const together: Consumer = {
        ...consumer(),
        topics: [INTAKE, ROUTING, RESPONSES],
        together: true,
        atOnce: 10,
        handle: {
          batch: async (events, tx) => {
            sizes.push(events.length);
            for (const event of events) await recordEffect(name(), event, tx);
          },
        },
      };
      const facts = ([INTAKE, ROUTING, RESPONSES] as const).map((topic) =>
        Array.from({ length: 30 }, () => fact(topic, newId())),
      );
      for (const own of facts) await publish(own[0]!.topic, own);
      await start(together);
      expect(new Set(await seen(facts.flat())).size).toBe(90);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    });

    it('blocks the key of one topic alone, when topics are taken together', async () => {
      const together: Consumer = {
        ...consumer(),
        together: true,
        handle: {
          batch: async (events, tx) => {
            for (const event of events) await recordEffect(name(), event, tx);
            if (events.some((event) => event.type === own('Poison'))) throw new Error('cannot fold');
          },
        },
      };
      const facts = ([INTAKE, ROUTING] as const).flatMap((topic) =>
        Array.from({ length: 10 }, () => fact(topic, newId())),
      );
      const poison = fact(ROUTING, newId(), { type: 'Poison' });
      const behind = fact(INTAKE, poison.appeal, { recordedAt: new Date(Date.now() + 60_000).toISOString() });
      await publish(ROUTING, [poison, ...facts.filter(({ topic }) => topic === ROUTING)]);
      await publish(INTAKE, [...facts.filter(({ topic }) => topic === INTAKE), behind]);
      await start(together);
      expect(new Set(await seen(facts)).size).toBe(20);
      await heldSoon([{ appeal: poison.appeal, reason: 'Error' }]);
    });

    it('delivers events individually when their batch handler fails', async () => {
      const poison = fact(INTAKE, newId());
      const refused = fact(INTAKE, newId());
      const storing: Consumer = {
        ...consumer(),
        batchHandlers: {
          [own('Happened')]: async (events, tx) => {
            for (const event of events) await recordEffect(name(), event, tx);
            if (events.some((event) => event.id === refused.id)) refuse('TOO_LATE');
            if (events.some((event) => event.id === poison.id)) throw new Error('cannot store');
          },
        },
      };
      const facts = Array.from({ length: 20 }, () => fact(INTAKE, newId()));
      await publish(INTAKE, [...facts.slice(0, 7), poison, refused, ...facts.slice(7)]);
      await start(storing);
      const found = await seen(facts);
      expect(new Set(found).size).toBe(20);
      await heldSoon([{ appeal: poison.appeal, reason: 'Error' }]);
    });
  });
}
