import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { eventually } from '@otklik/testing';
import type pg from 'pg';
import { listBlockedKeys } from './dead-letters.js';
import type { Consumer, EventHandler, EventTransport } from './messaging.js';
import { fact as anyFact, recordEffect, type Effect, type Probe } from './probe.contract.js';

export interface TransportUnderTest {
  readonly probe: Probe;
  /** Puts facts into the topic, in this order. */
  publish(topic: Topic, events: readonly PublicEvent[]): Promise<void>;
  /** A transport of a process of its own, not yet following anything. */
  transport(): EventTransport;
  close(): Promise<void>;
}

export const INTAKE = 'intake.events';
export const ROUTING = 'routing.events';
export const RESPONSES = 'responses.events';

/** A transport, and a consumer of a name of its own for each test. */
export type TransportWorld = ReturnType<typeof transportWorld>;

/** Inside a `describe`. */
export function transportWorld(make: () => Promise<TransportUnderTest>) {
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
  const worker = (): pg.Pool => under.probe.database.worker;
  const effects = (by = consumerName): Promise<readonly Effect[]> => under.probe.effects(by);

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
      const found = of(await effects(by), events);
      expect(found.length).toBeGreaterThanOrEqual(events.length);
      return found;
    });
  const ids = (events: readonly PublicEvent[]) => events.map((event) => event.id);
  const held = async () => (await listBlockedKeys(worker(), 'probe')).filter((key) => key.consumer === consumerName);
  /** Keys are of different partitions: that one's facts are seen says nothing of another's. */
  const heldSoon = (keys: readonly object[]) =>
    eventually(async () => {
      expect(await held()).toMatchObject(keys);
      return true;
    });
  const reached = async (topic: Topic) => {
    const { rows } = await worker().query<{ position: string }>(
      'select max(position) as position from probe.checkpoint where consumer = $1 and topic = $2',
      [consumerName, topic],
    );
    return Number(rows[0]?.position ?? 0);
  };
  const rewind = () => worker().query('update probe.checkpoint set position = 0 where consumer = $1', [consumerName]);

  return {
    own,
    fact,
    consumer,
    record,
    start,
    of,
    seen,
    ids,
    held,
    heldSoon,
    reached,
    rewind,
    effects,
    worker,
    publish: (topic: Topic, events: readonly PublicEvent[]) => under.publish(topic, events),
    store: () => under.probe.store,
    database: () => under.probe.database,
    /** Of the test's consumer. */
    name: () => consumerName,
  };
}
