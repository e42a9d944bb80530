import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { UnknownType } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import pg from 'pg';
import { discardEvent, listBlockedKeys, retryBlockedKey } from '../dead-letters.js';
import type { Consumer, EventHandler, EventTransport, Publish } from '../messaging.js';
import { fact as anyFact, newId, recordEffect } from '../probe.contract.js';
import type { TransportUnderTest } from '../transport-world.contract.js';

/** A build of the owner: which types its publisher knows. */
export interface Build {
  readonly isNewer: boolean;
}

export interface LogUnderTest extends Omit<TransportUnderTest, 'transport'>, Hands {
  transport(build?: Build): EventTransport;
  /** All consumers follow. */
  begin(transport: EventTransport): void;
}

/** What a hand does to the log of intake. */
export interface Hands {
  damage(event: PublicEvent, column: 'data' | 'meta'): Promise<void>;
  mend(event: PublicEvent): Promise<void>;
  /** Of intake's worker role. */
  readonly worker: pg.Pool;
}

export function hands(ownerUrl: string, worker: pg.Pool | undefined): Hands {
  const kept = new Map<string, { data: unknown; meta: unknown }>();
  const asOwner = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Row>(text, [...values]);
    await owner.end();
    return rows;
  };
  return {
    worker: worker!,
    async damage({ id }, column) {
      const [row] = await asOwner<{ data: unknown; meta: unknown }>(
        `select data, meta from intake.event where id = $1`,
        [id],
      );
      kept.set(id, row!);
      await asOwner(`update intake.event set ${column} = 'null' where id = $1`, [id]);
    },
    async mend({ id }) {
      const { data, meta } = kept.get(id)!;
      await asOwner(`update intake.event set data = $2, meta = $3 where id = $1`, [
        id,
        JSON.stringify(data),
        JSON.stringify(meta),
      ]);
    },
  };
}

export function publishUnlessFuture(topic: Topic, { isNewer }: Build = { isNewer: true }): Publish {
  return (event) => {
    if (event.type.startsWith('FromTheFuture') && !isNewer) throw new UnknownType(event.type);
    return { ...event, topic, appeal: event.correlationId };
  };
}

const INTAKE = 'intake.events';
const PUBLISHER = 'intake.publisher';

/** What happens to an event that cannot be published. */
export function unpublishedContract(name: string, make: () => Promise<LogUnderTest>): void {
  describe(`an event that cannot be published, ${name}`, () => {
    let under: LogUnderTest;
    let running: EventTransport[] = [];
    let names = 0;
    let consumerName = '';
    beforeAll(async () => void (under = await make()));
    afterAll(() => under.close());
    beforeEach(() => void (consumerName = `probe.u${(names += 1)}`));
    afterEach(async () => {
      for (const transport of running.splice(0)) await transport.stop();
    });

    /** Topics keep everything: each test has types of its own, so that it hears no other test's facts. */
    const own = (kind: string) => `${kind}_${names}`;
    const fact = (appeal: string, type = 'Happened') => anyFact(INTAKE, appeal, { type: own(type) });
    const consumer = (of = consumerName): Consumer => {
      const handle: EventHandler = (event, tx) => recordEffect(of, event, tx);
      return {
        name: of,
        topics: [INTAKE],
        subscribesTo: ['Happened', 'FromTheFuture'].map((kind) => `${own(kind)}@1`),
        handle,
      };
    };
    async function start(build?: Build, ...consumers: readonly Consumer[]): Promise<EventTransport> {
      const transport = under.transport(build);
      running.push(transport);
      for (const one of consumers.length > 0 ? consumers : [consumer()]) await transport.follow(one);
      under.begin(transport);
      return transport;
    }
    const stop = async () => {
      for (const transport of running.splice(0)) await transport.stop();
    };
    const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
    const effectsOf = async (events: readonly PublicEvent[], by: string) => {
      const wanted = new Set(ids(events));
      return (await under.probe.effects(by)).map(({ event }) => event).filter((id) => wanted.has(id));
    };
    const seen = (events: readonly PublicEvent[], by = consumerName) =>
      eventually(async () => {
        const found = await effectsOf(events, by);
        expect(found.length).toBeGreaterThanOrEqual(events.length);
        return found;
      }, 20_000);
    const blocked = async () =>
      (await listBlockedKeys(under.worker, 'intake')).filter((key) => key.consumer === PUBLISHER);
    const blockedSoon = (keys: readonly object[]) =>
      eventually(async () => {
        const found = await blocked();
        expect(found).toMatchObject(keys);
        expect(found).toHaveLength(keys.length);
        return true;
      }, 20_000);
    const retry = (appeal: string) => retryBlockedKey(under.worker, { consumer: PUBLISHER, district: 1, appeal });

    it('blocks its key, in order, while all others flow; mended and retried, the key resumes in order', async () => {
      const appeal = newId();
      const [before, damaged, ...behind] = Array.from({ length: 5 }, () => fact(appeal)) as [
        PublicEvent,
        PublicEvent,
        PublicEvent,
      ];
      const others = Array.from({ length: 20 }, () => fact(newId()));
      await under.publish(INTAKE, [before, damaged, ...behind, ...others]);
      await under.damage(damaged, 'data');
      await start();
      await seen([before, ...others]);
      await blockedSoon([
        { district: 1, appeal, state: 'DEAD_LETTERED', events: 4, reason: `IncompleteForm ${own('Happened')}@1` },
      ]);
      const last = fact(appeal);
      await under.publish(INTAKE, [last]);
      await blockedSoon([{ appeal, events: 5 }]);
      expect(await effectsOf([damaged, ...behind, last], consumerName)).toEqual([]);
      await retry(appeal);
      await blockedSoon([{ appeal, state: 'DEAD_LETTERED', events: 5 }]);
      await under.mend(damaged);
      await retry(appeal);
      const all = [before, damaged, ...behind, last];
      expect(await seen(all)).toEqual(ids(all));
      await blockedSoon([]);
      const next = fact(appeal);
      await under.publish(INTAKE, [next]);
      expect(await seen([...all, next])).toEqual(ids([...all, next]));
    });

    it('keeps its key blocked over restarts, for consumers that come later, too', async () => {
      const appeal = newId();
      const [damaged, behind, other] = [fact(appeal), fact(appeal), fact(newId())];
      await under.publish(INTAKE, [damaged, behind, other]);
      await under.damage(damaged, 'meta');
      await start();
      await seen([other]);
      await blockedSoon([{ appeal, events: 2 }]);
      await stop();
      const late = `${consumerName}late`;
      await start(undefined, consumer(), consumer(late));
      await seen([other], late);
      await blockedSoon([{ appeal, state: 'DEAD_LETTERED', events: 2 }]);
      expect(await effectsOf([damaged, behind], late)).toEqual([]);
      await stop();
      await under.mend(damaged);
      await start(undefined, consumer(), consumer(late));
      for (const by of [consumerName, late]) expect(await seen([damaged, behind], by)).toEqual(ids([damaged, behind]));
      await blockedSoon([]);
    });

    it('waits for a build that knows its type', async () => {
      const appeal = newId();
      const [future, behind, other] = [fact(appeal, 'FromTheFuture'), fact(appeal), fact(newId())];
      await under.publish(INTAKE, [future, behind, other]);
      await start({ isNewer: false });
      await seen([other]);
      await blockedSoon([{ appeal, state: 'WAITING', events: 2, reason: `UnknownType ${own('FromTheFuture')}@1` }]);
      await stop();
      await start({ isNewer: true });
      expect(await seen([future, behind])).toEqual(ids([future, behind]));
      await blockedSoon([]);
    });

    it('is discarded by an operator; the later events of its key are published', async () => {
      const appeal = newId();
      const [damaged, behind] = [fact(appeal), fact(appeal)];
      await under.publish(INTAKE, [damaged, behind]);
      await under.damage(damaged, 'data');
      await start();
      await blockedSoon([{ appeal, events: 2 }]);
      const key = { consumer: PUBLISHER, district: 1, appeal };
      expect(await discardEvent(under.worker, key, 'a hand wrote it', 'operator')).toBe(damaged.id);
      await seen([behind]);
      await blockedSoon([]);
      await stop();
      const late = `${consumerName}late`;
      await start(undefined, consumer(), consumer(late));
      expect(await seen([behind], late)).toEqual([behind.id]);
      expect(await blocked()).toEqual([]);
      await under.mend(damaged);
    });
  });
}
