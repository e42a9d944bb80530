import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { postgresEventLog, postgresEventStore, type EventStore } from '@otklik/event-store';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { makeBlockedKeyRetry, makeDelivery, type Delivered } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { installService, type memoryDirectory, openDatabase, type Database } from '@otklik/tenancy';
import { inLog, testDatabase, testRoleSecret } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { routingService } from './routing.module.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface Given {
  readonly directory: ReturnType<typeof memoryDirectory>;
  readonly vault: ReturnType<typeof memoryVault>;
  readonly now: () => string;
}

/** The service over a database of its own; events come to it as they do from the log. */
export interface RoutingWorld {
  readonly database: Database;
  readonly worker: pg.Pool;
  readonly store: EventStore;
  readonly service: ServiceUnderTest;
  /** All of one topic. */
  readonly deliver: (...events: readonly PublicEvent[]) => Promise<Delivered>;
  readonly retryBlocked: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function routingWorld({ directory, vault, now }: Given): Promise<RoutingWorld> {
  const server = await testDatabase();
  const urls = await installService(server.url, 'routing', routingService.migrations, testRoleSecret);
  const database = openDatabase(urls.app, 'routing');
  const worker = new pg.Pool({ connectionString: urls.worker });
  const store = postgresEventStore({ service: 'routing', url: urls.app });
  const log = postgresEventLog({ service: 'routing', pool: worker });
  const service = await serviceUnderTest(routingService, {
    database,
    worker,
    store,
    log,
    vault,
    directory,
    logger: silent,
    now,
    secret: (purpose) => Buffer.from(purpose),
  });
  const ground = { database, worker };
  const deliveries = service.consumers.map((consumer) => ({
    topics: consumer.topics,
    delivery: makeDelivery(consumer, ground, silent),
    retry: makeBlockedKeyRetry(consumer, ground, silent),
  }));
  return {
    database,
    worker,
    store,
    service,
    deliver: async (...events) => {
      const topic = events[0]!.topic;
      const { delivery } = deliveries.find(({ topics }) => topics.includes(topic))!;
      const position = Math.max(...events.map((event) => event.position));
      return delivery.deliver({ topic, partition: 0, events: inLog(events), position });
    },
    retryBlocked: async () => {
      for (const { retry } of deliveries) await retry(() => false);
    },
    close: async () => {
      await service.close();
      await Promise.all([store.close(), log.close()]);
      await worker.end();
      await database.close();
      await server.drop();
    },
  };
}

/** Makes events of district 1, each later in the log than the one before; `atOf` a position is its time. */
export function factsAt(atOf: (position: number) => string) {
  let position = 1_000;
  return (type: string, topic: Topic, appeal: string, data: unknown, more: Partial<PublicEvent> = {}): PublicEvent => {
    const at = atOf(position);
    return {
      id: randomUUID(),
      type,
      schema: 1,
      topic,
      district: 1,
      stream: appeal,
      version: 1,
      at,
      recordedAt: at,
      data,
      appeal,
      actor: { kind: 'system' },
      commandId: randomUUID(),
      correlationId: appeal,
      position: (position += 1),
      ...more,
    };
  };
}
