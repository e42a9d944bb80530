import { openKafka } from '@otklik/messaging';
import { createLogger } from '@otklik/observability';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from '../../deploy/stack/server.js';
import { drained } from './drained.js';
import { leadersOf } from './leaders.js';
import type { Run, Scenario } from './run.js';

const TOPIC = 'intake.events';
const BACK = 'broker back → backlog drained';
const GONE = 'leader gone → facts flow again';

/** Kills the leader; the other brokers carry on, and it restarts. */
export const leaderKilled: Scenario = async (run) => {
  const leader = await leaderOf(run);
  leader.signal('SIGKILL');
  run.killed();
  await drained(run, Date.now(), GONE).finally(() => leader.start());
  await drained(run, Date.now(), BACK);
};

/** Freezes the leader with its connections open; when it continues, it no longer leads. */
export const leaderFrozen: Scenario = async (run) => {
  const leader = await leaderOf(run);
  const begun = Date.now();
  leader.signal('SIGSTOP');
  const thawed = sleep(15_000).then(() => leader.signal('SIGCONT'));
  await drained(run, begun, GONE).finally(() => thawed);
  await drained(run, begun + 15_000, BACK);
};

/** One broker is left: it may neither accept a record nor elect a leader. */
export const twoBrokersDown: Scenario = async (run) => {
  const left = run.random.oneOf(brokersOf(run));
  const down = brokersOf(run).filter((broker) => broker !== left);
  for (const broker of down) {
    broker.signal('SIGKILL');
    run.killed();
  }
  await sleep(20_000);
  await Promise.all(down.map((broker) => broker.start()));
  await drained(run, Date.now(), BACK);
};

export const brokersRestarted: Scenario = async (run) => {
  await Promise.all(brokersOf(run).map((broker) => broker.stop()));
  await Promise.all(brokersOf(run).map((broker) => broker.start()));
  await drained(run, Date.now(), BACK);
};

function brokersOf({ cluster }: Run): readonly Server[] {
  return cluster.stack.servers.filter(({ kind }) => kind === 'kafka');
}

/** Leader of the topic's first partition. Throws unless the topic has three replicas, of which two must be in sync. */
async function leaderOf(run: Run): Promise<Server> {
  const { stack } = run.cluster;
  const logger = createLogger({ level: 'silent', service: 'chaos' });
  const kafka = openKafka({ brokers: stack.kafkaBrokers.split(','), clientId: 'chaos', logger });
  try {
    const shape = await kafka.shapeOf(TOPIC);
    if (shape?.replication !== 3 || shape.settings['min.insync.replicas'] !== '2')
      throw new Error(`${TOPIC} is replicated as ${JSON.stringify(shape)}`);
  } finally {
    await kafka.close();
  }
  const leader = (await leadersOf(stack.server('kafka-1').port, TOPIC)).get(0);
  if (leader === undefined) throw new Error(`${TOPIC} has no leader`);
  run.print(`  kafka-${leader} leads`);
  return stack.server(`kafka-${leader}`);
}
