import { topics } from '@otklik/contracts/envelope';
import { createLogger } from '@otklik/observability';
import { openKafka } from '@otklik/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run, Scenario } from './run.js';

/** Facts that were acknowledged long enough ago are in the register: nothing waits on its way over Kafka. */
export async function drained(run: Run, begun: number, measure: string, withinMs = 60_000): Promise<void> {
  const until = Date.now();
  const waiting = run.journal.acknowledged.filter(({ receipts }) => receipts[0]!.at <= until).at(-1);
  if (!waiting) throw new Error('nothing was acknowledged');
  while (
    !(await run.client.found(waiting.district, waiting.mark)).seen.some(({ id }) => id === waiting.receipts[0]!.id)
  ) {
    if (Date.now() - begun > withinMs) throw new Error(`not drained after ${withinMs / 1_000} s (${measure})`);
    await sleep(100);
  }
  run.measured(measure, Date.now() - begun);
}

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

/** All topics with all that they hold, and with them every offset. */
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
