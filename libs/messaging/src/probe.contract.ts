import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import {
  logMigrations,
  postgresEventStore,
  type EventLog,
  type EventStore,
  type RecordedEvent,
} from '@otklik/event-store';
import { uuidv7 } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { installService, openDatabase, openPool, rowSecurity, type Transaction } from '@otklik/tenancy';
import { testRoleSecret } from '@otklik/testing';
import { randomBytes } from 'node:crypto';
import { consumerMigrations } from './consumer-migrations.js';
import { caseMigration, upgradeMigration } from './reactor/case-migration.js';
import type { ConsumerDatabase } from './consumer-database.js';
import type { Publish } from './messaging.js';

/** A consuming service for tests: its handlers write what they saw into `probe.effect`. */
export interface Probe {
  readonly database: ConsumerDatabase;
  /** Of the streams that its reactors write. */
  readonly store: EventStore;
  effects(consumer: string): Promise<readonly Effect[]>;
  close(): Promise<void>;
}

export interface Effect {
  readonly district: number;
  readonly appeal: string;
  readonly event: string;
  readonly topic: string;
  readonly position: number;
}

export async function makeProbe(ownerUrl: string): Promise<Probe> {
  const effect = {
    name: '0100_effect',
    sql: `create table probe.effect (
        district int not null, consumer text not null, place bigint generated always as identity,
        appeal uuid not null, event uuid not null, topic text not null, position bigint not null,
        primary key (district, consumer, place));
      grant select, insert on probe.effect to otklik_probe, otklik_probe_worker;
      ${rowSecurity('probe', 'effect')}`,
  };
  const migrations = [
    ...logMigrations('probe'),
    ...consumerMigrations('probe'),
    caseMigration('probe'),
    upgradeMigration('probe'),
    effect,
  ];
  const urls = await installService(ownerUrl, 'probe', migrations, testRoleSecret);
  const store = postgresEventStore({ service: 'probe', url: urls.app });
  const worker = openPool({ connectionString: urls.worker, max: 4 });
  const database = openDatabase(urls.app, 'probe', { max: 4 });
  return {
    database: { database, worker },
    store,
    async effects(consumer) {
      const { rows } = await worker.query<Effect>(
        `select district, appeal, event, topic, position::int as position
         from probe.effect where consumer = $1 order by place`,
        [consumer],
      );
      return rows;
    },
    async close() {
      await store.close();
      await worker.end();
      await database.close();
    },
  };
}

export async function recordEffect(consumer: string, event: PublicEvent, tx: Transaction): Promise<void> {
  await tx.query(
    'insert into probe.effect (district, consumer, appeal, event, topic, position) values ($1, $2, $3, $4, $5, $6)',
    [event.district, consumer, event.appeal, event.id, event.topic, event.position],
  );
}

/** A topic in memory, standing in for a service's log: what is put into it is published as it is. */
export class MemoryTopic implements EventLog {
  readonly service = 'memory';
  readonly events: PublicEvent[] = [];
  private readonly waiting = new Set<() => void>();

  readonly publish: Publish = (event) => this.events[event.position - 1];

  put(...events: readonly PublicEvent[]): void {
    for (const event of events) this.events.push({ ...event, position: this.events.length + 1 });
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  read(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return Promise.resolve(this.events.slice(after, after + limit));
  }

  async wait(after: number, signal: AbortSignal): Promise<void> {
    if (this.events.length > after || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.waiting.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  head(): Promise<number> {
    return Promise.resolve(this.events.length);
  }

  newest(): Promise<number> {
    return this.head();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

/** An invented fact about the appeal. */
export function fact(topic: Topic, appeal: string, more: Partial<PublicEvent> = {}): PublicEvent {
  const at = new Date().toISOString();
  return {
    id: newId(),
    type: 'Happened',
    schema: 1,
    district: 1,
    stream: appeal,
    version: 1,
    at,
    recordedAt: at,
    actor: { kind: 'system', id: 'probe' },
    commandId: newId(),
    correlationId: appeal,
    topic,
    appeal,
    position: 0,
    data: {},
    ...more,
  };
}
