import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import {
  logMigrations,
  memoryEventStore,
  postgresEventLog,
  postgresEventStore,
  type EventLog,
  type EventStore,
} from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import { installService } from '@otklik/tenancy';
import { testDatabase, testRoleSecret } from '@otklik/testing';
import pg from 'pg';
import { consumerMigrations } from './consumer-migrations.js';
import { makeInProcessTransport, type InProcessTransport } from './in-process-transport.js';
import { makeProbe, silent } from './probe.contract.js';
import {
  hands,
  publishUnlessFuture,
  unpublishedContract,
  type LogUnderTest,
} from './publishing/unpublished.contract.js';
import { transportContract } from './transport.contract.js';

const topics = ['intake.events', 'routing.events', 'responses.events'] as const satisfies readonly Topic[];

interface Owner {
  readonly store: EventStore;
  readonly log: EventLog;
  readonly worker?: pg.Pool;
  close(): Promise<void>;
}

transportContract('in process, logs in memory', () =>
  under(async (_url, service) => {
    const store = memoryEventStore(service);
    return { store, log: store.log, close: () => store.close() };
  }),
);

const onPostgres = () =>
  under(async (url, service) => {
    const migrations = [...logMigrations(service), ...consumerMigrations(service)];
    const urls = await installService(url, service, migrations, testRoleSecret);
    const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
    const store = postgresEventStore({ service, url: urls.app });
    const log = postgresEventLog({ service, pool: worker });
    const close = async () => {
      await Promise.all([store.close(), log.close()]);
      await worker.end();
    };
    return { store, log, worker, close };
  });

transportContract('in process, logs on PostgreSQL', onPostgres);
unpublishedContract('in process', onPostgres);

async function under(open: (url: string, service: string) => Promise<Owner>): Promise<LogUnderTest> {
  const database = await testDatabase();
  const probe = await makeProbe(database.url);
  const owners = new Map<Topic, Owner>();
  for (const topic of topics) owners.set(topic, await open(database.url, topic.split('.')[0]!));
  return {
    probe,
    ...hands(database.url, owners.get('intake.events')!.worker),
    publish: async (topic, events) => {
      for (const event of events) await append(owners.get(topic)!.store, event);
    },
    transport: (build) =>
      makeInProcessTransport({
        retryPollMs: 100,
        sources: Object.fromEntries(
          topics.map((topic) => {
            const { log, worker } = owners.get(topic)!;
            return [topic, compact({ log, publish: publishUnlessFuture(topic, build), worker })];
          }),
        ),
        databases: { probe: probe.database },
        logger: silent,
      }),
    begin: (transport) => (transport as InProcessTransport).retryUnpublished(),
    close: async () => {
      for (const owner of owners.values()) await owner.close();
      await probe.close();
      await database.drop();
    },
  };
}

async function append(store: EventStore, event: PublicEvent): Promise<void> {
  const { district, stream, at, actor, commandId, correlationId, id, type, schema, data } = event;
  const around = { district, stream, at, actor, commandId, correlationId };
  await store.append({ ...around, streamType: 'Probe', expected: 'any', events: [{ id, type, schema, data }] });
}
