import type { Topic } from '@otklik/contracts/envelope';
import { testDatabase } from '@otklik/testing';
import { makeInProcessTransport } from './in-process-transport.js';
import { makeProbe, MemoryTopic, silent } from './probe.contract.js';
import { transportContract } from './transport.contract.js';

transportContract('in process, logs in memory', async () => {
  const database = await testDatabase();
  const probe = await makeProbe(database.url);
  const logs: Partial<Record<Topic, MemoryTopic>> = {
    'intake.events': new MemoryTopic(),
    'routing.events': new MemoryTopic(),
    'responses.events': new MemoryTopic(),
  };
  return {
    probe,
    publish: async (topic, events) => logs[topic]!.put(...events),
    transport: () =>
      makeInProcessTransport({
        sources: Object.fromEntries(Object.entries(logs).map(([topic, log]) => [topic, { log, publish: log.publish }])),
        grounds: { probe: probe.ground },
        logger: silent,
      }),
    close: async () => {
      await probe.close();
      await database.drop();
    },
  };
});
