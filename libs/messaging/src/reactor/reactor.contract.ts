import { describe, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { uuidv5 } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { discardEvent, listBlockedKeys, retryBlockedKey } from '../dead-letters.js';
import { PrerequisiteMissing } from '../messaging.js';
import { newId } from '../probe.contract.js';
import { INTAKE, RESPONSES, ROUTING, type TransportWorld } from '../transport-world.contract.js';
import {
  probeFold,
  probeReactor,
  saidBy,
  says,
  storedCase,
  voiceOf,
  type ProbeCase,
  type Say,
} from './probe-reactor.contract.js';
import type { CommandTo } from './reactor.js';

type React = (known: ProbeCase, event: PublicEvent) => readonly CommandTo<Say>[];

/** One consumer of a service for all that it hears. */
export function reactorContract(world: TransportWorld): void {
  const { own, start, publish, worker, name, rewind } = world;
  const KINDS = ['Happened', 'Needed', 'Needing', 'Poison'];

  /** The stream of an appeal differs by topic, as aggregates do. */
  const fact = (topic: Topic, appeal: string, more: Partial<PublicEvent> = {}) =>
    world.fact(topic, appeal, { stream: uuidv5(appeal, topic), ...more });
  const concern = (what: string) => `${name()}_${what}`;
  const types = () => KINDS.map((kind) => `${own(kind)}@1`);
  const saying =
    (what: string): React =>
    (_, event) => [says(concern(what), event)];
  const made = (concerns: Readonly<Record<string, React>>, topics: readonly Topic[] = [INTAKE, ROUTING]) =>
    probeReactor(world.store(), {
      name: name(),
      topics,
      state: probeFold(KINDS.map(own)),
      concerns: Object.fromEntries(
        Object.entries(concerns).map(([what, react]) => [concern(what), [{ subscribesTo: types(), react }]]),
      ),
    });
  const said = (what: string, events: readonly PublicEvent[]) =>
    eventually(async () => {
      const ids = new Set(events.map(({ id }) => id));
      const found = (await saidBy(worker(), concern(what))).filter((id) => ids.has(id));
      expect(found.length).toBeGreaterThanOrEqual(events.length);
      return found;
    }, 20_000);
  const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
  const blocked = async () =>
    (await listBlockedKeys(worker(), 'probe')).filter((key) => key.consumer.startsWith(name()));
  const blockedSoon = (keys: readonly object[]) =>
    eventually(async () => {
      expect(await blocked()).toMatchObject(keys);
      return true;
    }, 20_000);
  const appealOf = (events: readonly PublicEvent[], appeal: string) =>
    events.filter((event) => event.appeal === appeal);

  describe('a reactor', () => {
    it('reacts to every event once, in order per key, and keeps the case, also after a rewind to the beginning', async () => {
      const appeals = Array.from({ length: 8 }, newId);
      const facts = Array.from({ length: 200 }, (_, at) => fact(INTAKE, appeals[at % 8]!, { district: 1 + (at % 2) }));
      await publish(INTAKE, facts.slice(0, 120));
      const first = await start(made({ one: saying('one'), two: saying('two') }));
      await said('two', facts.slice(0, 120));
      await first.stop();
      await rewind();
      await start(made({ one: saying('one'), two: saying('two') }));
      await publish(INTAKE, facts.slice(120));
      for (const what of ['one', 'two']) {
        const found = await said(what, facts);
        expect(found).toHaveLength(200);
        for (const appeal of appeals) {
          const mine = ids(appealOf(facts, appeal));
          expect(found.filter((id) => mine.includes(id))).toEqual(mine);
          const stored = await storedCase(worker(), appeal);
          expect(stored?.state.seen).toEqual(mine);
          expect(stored?.versions).toEqual({ [uuidv5(appeal, INTAKE)]: mine.length });
        }
      }
    });

    it('stops one concern of a key on a defect; the others and the case go on; an operator retries it', async () => {
      let healed = false;
      const poisoned: React = (known, event) => {
        if (event.type === own('Poison') && !healed) throw new TypeError('words of the applicant');
        return saying('bad')(known, event);
      };
      const [appeal, other] = [newId(), newId()];
      const facts = ['Happened', 'Poison', 'Happened'].map((type) => fact(INTAKE, appeal, { type }));
      const beside = fact(INTAKE, other);
      await start(made({ bad: poisoned, good: saying('good') }));
      await publish(INTAKE, [...facts, beside]);
      expect(await said('good', [...facts, beside])).toHaveLength(4);
      await said('bad', [facts[0]!, beside]);
      await blockedSoon([{ consumer: concern('bad'), appeal, state: 'DEAD_LETTERED', reason: 'TypeError', events: 2 }]);
      expect((await storedCase(worker(), appeal))?.state.seen).toEqual(ids(facts));
      const late = fact(INTAKE, appeal);
      await publish(INTAKE, [late]);
      await said('good', [late]);
      await blockedSoon([{ consumer: concern('bad'), events: 3 }]);
      healed = true;
      expect(await retryBlockedKey(worker(), { consumer: concern('bad'), district: 1, appeal })).toBe(true);
      const all = [...facts, late];
      expect(await said('bad', all)).toEqual(ids(all));
      await blockedSoon([]);
    });

    it('goes on with a concern whose poisoned event an operator discards, also when it is delivered again', async () => {
      const poisoned: React = (known, event) => {
        if (event.type === own('Poison')) throw new TypeError('a defect');
        return saying('bad')(known, event);
      };
      const appeal = newId();
      const [poison, behind] = [fact(INTAKE, appeal, { type: 'Poison' }), fact(INTAKE, appeal)] as const;
      const first = await start(made({ bad: poisoned }));
      await publish(INTAKE, [poison, behind]);
      await blockedSoon([{ consumer: concern('bad'), state: 'DEAD_LETTERED', events: 2 }]);
      const key = { consumer: concern('bad'), district: 1, appeal };
      expect(await discardEvent(worker(), key, 'sent by mistake', 'operator')).toBe(poison.id);
      expect(await said('bad', [behind])).toEqual([behind.id]);
      await first.stop();
      await rewind();
      await start(made({ bad: poisoned }));
      const last = fact(INTAKE, appeal);
      await publish(INTAKE, [last]);
      expect(await said('bad', [behind, last])).toEqual([behind.id, last.id]);
      expect(await blocked()).toEqual([]);
    });

    it('dead-letters the key of an unknown version for all concerns; a later build takes it in order', async () => {
      const appeal = newId();
      const facts = [fact(INTAKE, appeal, { schema: 2 }), fact(INTAKE, appeal)];
      const other = fact(INTAKE, newId());
      const first = await start(made({ one: saying('one') }));
      await publish(INTAKE, [...facts, other]);
      await said('one', [other]);
      await blockedSoon([
        { consumer: name(), appeal, state: 'DEAD_LETTERED', reason: `UnknownVersion ${own('Happened')}@2`, events: 2 },
      ]);
      await first.stop();
      const [newer] = [`${own('Happened')}@2`];
      const taught = probeReactor(world.store(), {
        name: name(),
        topics: [INTAKE, ROUTING],
        state: probeFold(KINDS.map(own)),
        concerns: { [concern('one')]: [{ subscribesTo: [...types(), newer], react: saying('one') }] },
      });
      await start(taught);
      expect(await said('one', facts)).toEqual(ids(facts));
      await blockedSoon([]);
    });

    it('waits with a concern whose command needs a stream that is not there yet', async () => {
      const appeal = newId();
      const needy: React = (_, event) => {
        const stream = voiceOf(concern('needy'), appeal);
        const again = event.type === own('Needing') ? ({ again: true } as const) : {};
        const needs = { needs: `Appeal ${appeal} begun` };
        return event.appeal === appeal ? [{ stream, command: { type: 'Say', of: event.id, ...again }, ...needs }] : [];
      };
      const needing = [fact(ROUTING, appeal, { type: 'Needing' }), fact(ROUTING, appeal, { type: 'Needing' })];
      await start(made({ needy, free: saying('free') }));
      await publish(ROUTING, needing);
      await said('free', needing);
      await blockedSoon([
        { consumer: concern('needy'), state: 'WAITING', reason: `Appeal ${appeal} begun`, events: 2 },
      ]);
      const needed = fact(INTAKE, appeal, { type: 'Needed' });
      await publish(INTAKE, [needed]);
      expect(await said('needy', [needed, ...needing])).toEqual(ids([needed, ...needing]));
      await blockedSoon([]);
    });

    it('has the same effect in every relative order of topics', async () => {
      const needing: React = (known, event) => {
        if (event.type === own('Needing') && !known.seen.some((id) => needed.has(id)))
          throw new PrerequisiteMissing(`Appeal ${event.appeal} needed`);
        return saying('one')(known, event);
      };
      const orders = permutations([INTAKE, ROUTING, RESPONSES] as const);
      const facts = orders.map((order) => {
        const appeal = newId();
        return order.map((topic) => fact(topic, appeal, { type: topic === INTAKE ? 'Needed' : 'Needing' }));
      });
      const needed = new Set(ids(facts.flat().filter(({ topic }) => topic === INTAKE)));
      await start(made({ one: needing }, [INTAKE, ROUTING, RESPONSES]));
      for (let step = 0; step < 3; step += 1)
        for (const order of facts) await publish(order[step]!.topic, [order[step]!]);
      const found = await said('one', facts.flat());
      expect(found).toHaveLength(facts.flat().length);
      await blockedSoon([]);
    });
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
