import { describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { discardEvent, retryBlockedKey } from './dead-letters.js';
import { PrerequisiteMissing, type Consumer, type EventHandler } from './messaging.js';
import { newId } from './probe.contract.js';
import { INTAKE, RESPONSES, ROUTING, type TransportWorld } from './transport-world.contract.js';

/** Events that a consumer cannot take, and those of their keys. */
export function blockedKeysContract(world: TransportWorld): void {
  const { of, own, fact, consumer, record, start, seen, ids, held, publish, effects, worker, name } = world;

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
      await publish(INTAKE, [...others.slice(0, 15), poison, behind[0], ...others.slice(15)]);
      await seen(others);
      await eventually(async () => ((await held()).length === 1 ? true : undefined));
      await publish(ROUTING, [behind[1]]);
      await eventually(async () => {
        expect(await held()).toMatchObject([
          { appeal, state: 'DEAD_LETTERED', reason: 'TypeError', attempts: 5, events: 3 },
        ]);
        return true;
      }, 20_000);
      expect(of(await effects(), [poison, ...behind])).toEqual([]);
      const last = fact(ROUTING, appeal);
      await publish(ROUTING, [last]);
      await eventually(async () => ((await held())[0]?.events === 4 ? true : undefined));
      healed = true;
      expect(await retryBlockedKey(worker(), { consumer: name(), district: 1, appeal })).toBe(true);
      expect(await seen([poison, ...behind, last])).toEqual(ids([poison, ...behind, last]));
      expect(await held()).toEqual([]);
    });

    it('discards a poison event with a reason and resumes its key', async () => {
      const appeal = newId();
      const [poison, behind] = [fact(INTAKE, appeal, { type: 'Poison', schema: 9 }), fact(INTAKE, appeal)];
      await publish(INTAKE, [poison, behind]);
      await start(consumer());
      await eventually(async () => ((await held())[0]?.state === 'DEAD_LETTERED' ? true : undefined));
      const key = { consumer: name(), district: 1, appeal };
      await expect(discardEvent(worker(), key, ' ', 'operator')).rejects.toThrow(/reason/);
      expect(await discardEvent(worker(), key, 'sent by mistake', 'operator')).toBe(poison.id);
      expect(await seen([behind])).toEqual([behind.id]);
      expect(await held()).toEqual([]);
      const { rows } = await worker().query('select event, reason from probe.discarded_event');
      expect(rows).toContainEqual({ event: poison.id, reason: 'sent by mistake' });
      expect(await discardEvent(worker(), key, 'again', 'operator')).toBeUndefined();
    });
  });

  describe('an event without its prerequisite', () => {
    const waiting: EventHandler = async (event, tx) => {
      if (event.type === own('Needing')) {
        const { rowCount } = await tx.query('select from probe.effect where consumer = $1 and appeal = $2', [
          name(),
          event.appeal,
        ]);
        if (!rowCount) throw new PrerequisiteMissing(`Appeal ${event.appeal} needed`);
      }
      await record(event, tx);
    };

    it('resumes by itself when the missing prerequisite arrives, from any topic', async () => {
      const appeal = newId();
      const needing = [fact(ROUTING, appeal, { type: 'Needing' }), fact(ROUTING, appeal, { type: 'Needing' })];
      await publish(ROUTING, needing);
      await start(consumer(waiting));
      await eventually(async () => {
        expect(await held()).toMatchObject([
          { appeal, state: 'WAITING', reason: `Appeal ${appeal} needed`, events: 2 },
        ]);
        return true;
      });
      const needed = fact(INTAKE, appeal, { type: 'Needed' });
      await publish(INTAKE, [needed]);
      expect(await seen([needed, ...needing])).toEqual(ids([needed, ...needing]));
      expect(await held()).toEqual([]);
    });

    it('resumes a key whose prerequisite another consumer of the service processes', async () => {
      const appeal = newId();
      const needing = fact(ROUTING, appeal, { type: 'Needing' });
      const taking: Consumer = { ...consumer(record, [INTAKE]), name: `${name()}_taking` };
      await publish(ROUTING, [needing]);
      await start(consumer(waiting, [ROUTING]), taking);
      await eventually(async () => ((await held()).length === 1 ? true : undefined));
      await publish(INTAKE, [fact(INTAKE, appeal)]);
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
        for (const order of facts) await publish(order[step]!.topic, [order[step]!]);
        await seen(facts.flatMap((order) => order.slice(0, step + 1)).filter((one) => one.topic === INTAKE));
      }
      const found = await seen(facts.flat());
      expect(found).toHaveLength(facts.flat().length);
      expect(await held()).toEqual([]);
    });
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
