import { afterAll, beforeAll } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import {
  AppendSignal,
  logMigrations,
  postgresEventLog,
  postgresEventStore,
  type EventLog,
  type EventStore,
  type RecordedEvent,
} from '@otklik/event-store';
import { installService, openPool, type Migration } from '@otklik/tenancy';
import { eventually, needing, testRoleSecret } from '@otklik/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { freePortBase } from '../../../../deploy/stack/ports.js';
import { stackUp, missingRequirement, type Stack } from '../../../../deploy/stack/stack.js';
import { consumerMigrations } from '../consumer-migrations.js';
import type { Publish } from '../messaging.js';
import { silent } from '../probe.contract.js';
import { openKafka } from './kafka-client.js';
import type { ConsumedRecord, KafkaClient } from './kafka-record.js';
import { startRelay, type Relay } from './relay.js';
import type { TopicPlan } from './topics.js';

export const testPlan: TopicPlan = { partitions: 3, replication: 1, minInSync: 1, retention: 'forever' };

/** `host:port` of the specs' broker: a running one that was named, or one of the spec file's own. */
let brokers = process.env['OTKLIK_TEST_KAFKA']?.split(',') ?? [];

/** Specs that need a broker: each file starts one. */
export function onKafka(specs: () => void): void {
  if (brokers.length > 0) return specs();
  const missing = missingRequirement();
  needing(missing && `needs Kafka: ${missing}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'otklik-kafka-'));
    let stack: Stack | undefined;
    beforeAll(async () => {
      stack = await stackUp({ only: ['kafka'], brokers: 1, folder, portBase: await freePortBase() });
      brokers = stack.kafkaBrokers.split(',');
    }, 180_000);
    afterAll(async () => {
      await stack?.reset();
      rmSync(folder, { recursive: true, force: true });
    });
    specs();
  });
}

/** `first`: addresses that are tried before the broker's. */
export function testKafka(first: readonly string[] = []): KafkaClient {
  return openKafka({ brokers: [...first, ...brokers], clientId: 'otklik-spec', logger: silent, fetchMaxWaitMs: 100 });
}

export function testNamespace(): string {
  return `t${randomBytes(4).toString('hex')}.`;
}

/** Everything in the topic, by partition, as stored. */
export async function recordsOf(kafka: KafkaClient, topic: string): Promise<readonly (readonly ConsumedRecord[])[]> {
  const found: ConsumedRecord[][] = [];
  for (const { partition, low, high } of (await kafka.extent(topic)) ?? []) {
    found[partition] = [];
    for (let offset = low; offset < high; offset += 1) {
      const record = (await kafka.peek(topic, new Map([[partition, offset]]))).get(partition);
      if (record) found[partition].push(record);
    }
  }
  return found;
}

/** A service that owns a log, and what carries it to its topic. */
export interface Owner {
  readonly topic: Topic;
  readonly store: EventStore;
  readonly log: EventLog;
  readonly pool: pg.Pool;
  /** Of a process of its own. */
  relay(publish?: Publish): Relay;
  /** Resolves when everything of the log is in the topic. */
  relayed(): Promise<void>;
  /** Appends these events as they are and waits until they are in the topic. */
  publish(events: readonly PublicEvent[]): Promise<void>;
  append(events: readonly PublicEvent[]): Promise<void>;
  close(): Promise<void>;
}

export function ownerMigrations(service: string): readonly Migration[] {
  return [...logMigrations(service), ...consumerMigrations(service)];
}

export async function openOwner(
  ownerUrl: string,
  topic: Topic,
  { kafka, namespace }: { readonly kafka: KafkaClient; readonly namespace: string },
): Promise<Owner> {
  const service = topic.split('.')[0]!;
  const urls = await installService(ownerUrl, service, ownerMigrations(service), testRoleSecret);
  const pool = openPool({ connectionString: urls.worker, max: 6 });
  const signal = new AppendSignal();
  const store = postgresEventStore({ service, url: urls.app, signal });
  const log = postgresEventLog({ service, pool, signal });
  const relays: Relay[] = [];
  const append = async (events: readonly PublicEvent[]) => {
    for (const event of events) await appendOne(store, event);
  };
  const relayed = async () => {
    const head = await log.head();
    const done = () => relays.some((relay) => relay.isLeader() && relay.publishedPosition() >= head);
    await eventually(() => Promise.resolve(done() || undefined), 30_000);
  };
  return {
    topic,
    store,
    log,
    pool,
    append,
    relay(publish = (event) => publicOf(event, topic)) {
      const parts = { topic, plan: testPlan, namespace, kafka, pool, logger: silent };
      const relay = startRelay({ ...parts, source: { log, publish } });
      relays.push(relay);
      return relay;
    },
    relayed,
    async publish(events) {
      await append(events);
      await relayed();
    },
    async close() {
      for (const relay of relays) await relay.stop();
      await Promise.all([store.close(), log.close()]);
      await pool.end();
    },
  };
}

/** How an owner of the specs tells an event of its log. */
export function publicOf(event: RecordedEvent, topic: Topic = 'intake.events'): PublicEvent {
  return { ...event, topic, appeal: event.correlationId };
}

async function appendOne(store: EventStore, event: PublicEvent): Promise<void> {
  const { district, stream, at, actor, commandId, correlationId, id, type, schema, data } = event;
  const around = { district, stream, at, actor, commandId, correlationId };
  await store.append({ ...around, streamType: 'Probe', expected: 'any', events: [{ id, type, schema, data }] });
}
