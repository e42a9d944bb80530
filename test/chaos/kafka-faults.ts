import { topics } from '@otklik/contracts/envelope';
import { createLogger } from '@otklik/observability';
import { openKafka } from '@otklik/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { drained } from './drained.js';
import type { Scenario } from './run.js';

export const brokerKilled: Scenario = async (run) => {
  const broker = run.cluster.stack.server('kafka-1');
  broker.signal('SIGKILL');
  run.killed();
  await sleep(run.random.between(1_000, 5_000));
  await broker.start();
  await drained(run, Date.now(), 'broker back → backlog drained');
};

export const brokerFrozen: Scenario = async (run) => {
  const broker = run.cluster.stack.server('kafka-1');
  broker.signal('SIGSTOP');
  await sleep(15_000);
  broker.signal('SIGCONT');
  await drained(run, Date.now(), 'broker back → backlog drained');
};

/** Deletes all topics and the committed offsets. */
export const topicsWiped: Scenario = async (run) => {
  const logger = createLogger({ level: 'silent', service: 'chaos' });
  const kafka = openKafka({ brokers: run.cluster.stack.kafkaBrokers.split(','), clientId: 'chaos', logger });
  try {
    for (const topic of [...topics, '__consumer_offsets']) await kafka.remove(topic);
  } finally {
    await kafka.close();
  }
  const begun = Date.now();
  await drained(run, begun, 'topics wiped → drained');
};
