import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import {
  logMigrations,
  memoryEventStore,
  postgresEventLog,
  postgresEventStore,
  type EventLog,
  type EventStore,
} from '@otklik/event-store';
import { installService } from '@otklik/tenancy';
import { testDatabase, testRoleSecret } from '@otklik/testing';
import pg from 'pg';
import { makeInProcessTransport } from './in-process-transport.js';
import type { Publish } from './messaging.js';
import { makeProbe, silent } from './probe.contract.js';
import { transportContract, type TransportUnderTest } from './transport.contract.js';

const topics = ['intake.events', 'routing.events', 'responses.events'] as const satisfies readonly Topic[];

interface Owner {
  readonly store: EventStore;
  readonly log: EventLog;
  close(): Promise<void>;
}

transportContract('in process, logs in memory', () =>
  under(async (_url, service) => {
    const store = memoryEventStore(service);
    return { store, log: store.log, close: () => store.close() };
  }),
);

transportContract('in process, logs on PostgreSQL', () =>
  under(async (url, service) => {
    const urls = await installService(url, service, logMigrations(service), testRoleSecret);
    const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
    const store = postgresEventStore({ service, url: urls.app });
    const log = postgresEventLog({ service, pool: worker });
    const close = async () => {
      await Promise.all([store.close(), log.close()]);
      await worker.end();
    };
    return { store, log, close };
  }),
);

async function under(open: (url: string, service: string) => Promise<Owner>): Promise<TransportUnderTest> {
  const database = await testDatabase();
  const probe = await makeProbe(database.url);
  const owners = new Map<Topic, Owner>();
  for (const topic of topics) owners.set(topic, await open(database.url, topic.split('.')[0]!));
  const publishOf = (topic: Topic): Publish => {
    return (event) => ({ ...event, topic, appeal: event.correlationId });
  };
  return {
    probe,
    publish: async (topic, events) => {
      for (const event of events) await append(owners.get(topic)!.store, event);
    },
    transport: () =>
      makeInProcessTransport({
        sources: Object.fromEntries(
          topics.map((topic) => [topic, { log: owners.get(topic)!.log, publish: publishOf(topic) }]),
        ),
        databases: { probe: probe.database },
        logger: silent,
      }),
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
