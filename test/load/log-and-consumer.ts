import {
  AppendSignal,
  logMigrations,
  postgresEventLog,
  postgresEventStore,
  type EventLog,
  type EventStore,
} from '@otklik/event-store';
import { consumerMigrations, type ConsumerDatabase, type Publish } from '@otklik/messaging';
import { installService, openDatabase } from '@otklik/tenancy';
import type pg from 'pg';
import { benchServer, quietPool } from './bench-server.js';

/** A service with a log and one that consumes its events, on a PostgreSQL of the bench's own. */
export interface LogAndConsumer extends AsyncDisposable {
  readonly databaseUrl: string;
  readonly store: EventStore;
  readonly log: EventLog;
  /** Of the worker of the service with the log. */
  readonly pool: pg.Pool;
  /** The consumer's; it holds a table `consumer.effect`. */
  readonly consumer: ConsumerDatabase;
}

export const TOPIC = 'intake.events';

export const publish: Publish = (event) => ({ ...event, topic: TOPIC, appeal: event.correlationId });

const effect = {
  name: '0100_effect',
  sql: `create table consumer.effect (event uuid primary key, position bigint not null);
    grant select, insert on consumer.effect to otklik_consumer_worker;`,
};

export async function logAndConsumer(): Promise<LogAndConsumer> {
  await using opened = new AsyncDisposableStack();
  const server = opened.use(await benchServer());
  // A relay keeps the keys that it cannot publish in the tables of a consumer.
  const owned = [...logMigrations('producer'), ...consumerMigrations('producer')];
  const producer = await installService(server.url, 'producer', owned, 'roles-of-specs-1');
  const migrations = [...consumerMigrations('consumer'), effect];
  const urls = await installService(server.url, 'consumer', migrations, 'roles-of-specs-1');
  const [pool, worker] = [quietPool(producer.worker, 4), quietPool(urls.worker, 4)];
  opened.defer(() => Promise.all([pool.end(), worker.end()]).then(() => undefined));
  const signal = new AppendSignal();
  const store = postgresEventStore({ service: 'producer', url: producer.app, signal });
  const log = postgresEventLog({ service: 'producer', pool, signal });
  const database = openDatabase(urls.app, 'consumer', { max: 4 });
  opened.defer(() => Promise.all([store.close(), log.close(), database.close()]).then(() => undefined));
  const all = opened.move();
  return {
    databaseUrl: server.url,
    store,
    log,
    pool,
    consumer: { database, worker },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
