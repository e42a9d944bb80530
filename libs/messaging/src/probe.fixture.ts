import { afterAll, beforeAll } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { makeDelivery, type Delivered } from './delivery.js';
import type { Consumer } from './messaging.js';
import { makeProbe, silent, type Probe } from './probe.contract.js';

export interface ProbeOfFile extends Pick<Probe, 'database' | 'store' | 'effects'> {
  /** Of its database, as its owner. */
  readonly ownerUrl: string;
  /** To the consumer, one partition of the topic from its beginning. */
  deliver(consumer: Consumer, ...events: readonly PublicEvent[]): Promise<Delivered>;
}

/** A probe in a database of its own, for all tests of the file. */
export function probeOfFile(topic: Topic): ProbeOfFile {
  let database: TestDatabase;
  let probe: Probe;
  let position = 0;
  beforeAll(async () => {
    database = await testDatabase();
    probe = await makeProbe(database.url);
  });
  afterAll(async () => {
    await probe.close();
    await database.drop();
  });
  return {
    get ownerUrl() {
      return database.url;
    },
    get database() {
      return probe.database;
    },
    get store() {
      return probe.store;
    },
    effects: (consumer) => probe.effects(consumer),
    deliver(consumer, ...events) {
      position += events.length;
      return makeDelivery(consumer, probe.database, silent).deliver({ topic, partition: 0, events, position });
    },
  };
}
