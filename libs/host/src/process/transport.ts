import { readFileSync } from 'node:fs';
import { topics } from '@otklik/contracts/envelope';
import {
  makeKafkaTransport,
  openKafka,
  readTopicPlans,
  startRelay,
  type EventTransport,
  type KafkaSettings,
  type ConsumerDatabase,
} from '@otklik/messaging';
import type { ProcessActivity } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { transportMetrics } from './transport-metrics.js';

/** Dependencies of a service's event transport. */
export interface TransportOptions extends ConsumerDatabase {
  readonly definition: ServiceDefinition;
  readonly log: ServiceResources['log'];
  readonly logger: Logger;
  readonly activity: ProcessActivity;
}

/** Makes the event transport of a service: its consumers, and the relay that publishes its log. */
export type MakeTransport = (options: TransportOptions) => EventTransport;

export interface KafkaConfig extends Omit<KafkaSettings, 'clientId' | 'logger'> {
  /** Partitions and replication of each topic: deploy/kafka/topics.yaml. */
  readonly topicsFile: string;
  /** Prefix of topics and consumer groups, where several installations share one cluster. */
  readonly namespace: string;
}

/**
 * The transport over Kafka: the service's consumers, and the relay of its log if it owns one. The only place where a
 * process of the cluster chooses its transport.
 */
export function kafkaTransport({ topicsFile, namespace, ...settings }: KafkaConfig): MakeTransport {
  const plans = readTopicPlans(readFileSync(topicsFile, 'utf8'));
  return ({ definition: { name, publish }, database, worker, log, logger, activity }) => {
    const kafka = openKafka({ ...settings, clientId: `otklik-${name}`, logger });
    const databases = { [name]: { database, worker } };
    const metrics = transportMetrics(activity);
    const transport = makeKafkaTransport({ kafka, databases, namespace, logger, metrics });
    const topic = topics.find((one) => one === `${name}.events`);
    const relay =
      topic && publish
        ? startRelay({
            topic,
            plan: plans[topic],
            namespace,
            source: { log, publish },
            kafka,
            pool: worker,
            logger,
            metrics,
          })
        : undefined;
    return {
      follow: (consumer) => transport.follow(consumer),
      lag: (consumer) => transport.lag(consumer),
      async stop() {
        await transport.stop();
        await relay?.stop();
        await kafka.close();
      },
    };
  };
}
