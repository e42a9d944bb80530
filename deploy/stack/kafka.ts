import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KafkaCluster } from './kafka-cluster.js';
import { brokersKnownTo } from './kafka-probe.js';
import { makeKeyStore, scramArguments, securitySettings, type KafkaUser } from './kafka-security.js';
import type { StackPorts } from './ports.js';
import { programServer, type Server } from './server.js';

export interface KafkaOptions {
  /** `kafka` of the stack's folder. */
  readonly folder: string;
  readonly ports: StackPorts;
  readonly cluster: Pick<KafkaCluster, 'id' | 'brokers'>;
  /** As in `-Xmx`. */
  readonly heap: string;
  /** Enables a second listener with TLS and SASL. */
  readonly user?: KafkaUser | undefined;
  /** The port that broker `n` advertises; its own when absent. */
  readonly advertised?: ((n: number) => number) | undefined;
  /** Downloads the programs; called only when a broker is started. */
  programs(): Promise<{ readonly java: string; readonly jars: string }>;
}

/** Each broker is a controller too: three of them survive the loss of one. */
export function kafkaServers(options: KafkaOptions): readonly Server[] {
  return numbers(options.cluster.brokers).map((n) => broker(n, options));
}

function broker(n: number, options: KafkaOptions): Server {
  const { ports, cluster, programs, heap, user, advertised = ports.kafka } = options;
  const folder = join(options.folder, `broker-${n}`);
  return programServer({
    name: `kafka-${n}`,
    kind: 'kafka',
    folder,
    address: `127.0.0.1:${advertised(n)}`,
    ports: [ports.kafka(n), ports.controller(n)],
    startTimeoutMs: 180_000,
    stopTimeoutMs: 15_000,
    healthy: async () => (await brokersKnownTo(ports.kafka(n)))?.includes(n) ?? false,
    prepare: async () => {
      const { java, jars } = await programs();
      const file = join(folder, 'server.properties');
      const logging = join(folder, 'log4j2.properties');
      const data = join(folder, 'data');
      const plan = { ports, brokers: cluster.brokers, data, advertised };
      writeFileSync(file, properties(n, plan, user && securitySettings(folder, user)));
      if (user) await makeKeyStore(java, folder);
      writeFileSync(logging, LOGGING);
      const classes = ['-cp', join(jars, '*'), `-Dlog4j2.configurationFile=${logging}`];
      const fastStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
      if (!existsSync(join(data, 'meta.properties')))
        await promisify(execFile)(join(java, 'bin', 'java'), [
          ...['-Xmx96m', ...fastStart, ...classes, 'kafka.tools.StorageTool', 'format'],
          ...['-t', cluster.id, '-c', file, '--ignore-formatted', ...(user ? scramArguments(user) : [])],
        ]);
      const memory = [`-Xms64m`, `-Xmx${heap}`, '-XX:+ExitOnOutOfMemoryError'];
      return [join(java, 'bin', 'java'), ...memory, ...fastStart, ...classes, 'kafka.Kafka', file];
    },
  });
}

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`;

interface BrokerPlan extends Pick<KafkaOptions, 'ports' | 'advertised'> {
  readonly brokers: 1 | 3;
  readonly data: string;
}

/** The broker's configuration file. Topics set their own `min.insync.replicas`; for internal ones it is set here. */
export function properties(
  n: number,
  { ports, brokers, data, advertised = ports.kafka }: BrokerPlan,
  security?: Readonly<Record<string, string>>,
): string {
  const secured = security ? [`SECURED://127.0.0.1:${ports.kafkaSecured(n)}`] : [];
  const replicas = brokers;
  const minInSync = brokers === 3 ? 2 : 1;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': n,
    'controller.quorum.voters': numbers(brokers).map((id) => `${id}@127.0.0.1:${ports.controller(id)}`),
    listeners: [
      ...[`CLIENTS://127.0.0.1:${ports.kafka(n)}`, `CONTROLLER://127.0.0.1:${ports.controller(n)}`],
      ...secured,
    ],
    'advertised.listeners': [`CLIENTS://127.0.0.1:${advertised(n)}`, ...secured],
    'listener.security.protocol.map': `CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT${security ? ',SECURED:SASL_SSL' : ''}`,
    'inter.broker.listener.name': 'CLIENTS',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': data,
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'offsets.topic.num.partitions': 4,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.num.partitions': 4,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': minInSync,
    'group.initial.rebalance.delay.ms': 0,
    // A dead or frozen broker is fenced after six seconds instead of nine.
    'broker.session.timeout.ms': 6_000,
    'broker.heartbeat.interval.ms': 1_000,
    // Small files and buffers: several brokers share a laptop.
    'log.cleaner.dedupe.buffer.size': 2_097_152,
    'log.index.size.max.bytes': 1_048_576,
    'log.segment.bytes': 16_777_216,
    ...security,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join('');
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
