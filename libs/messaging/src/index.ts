export { withoutInbox } from './handling.js';
export {
  beginOf,
  EventTransport,
  PrerequisiteMissing,
  type Backlog,
  type Begin,
  type BatchHandler,
  type Consumer,
  type EventHandler,
  type BlockedKey,
  type KnownOf,
  type Publish,
} from './messaging.js';
export { causedBy } from './caused-by.js';
export { consumerMigrations } from './consumer-migrations.js';
export type { TransportMetrics } from './consumer-work.js';
export { caseMigration, reactorMigration, upgradeMigration } from './reactor/case-migration.js';
export {
  reactor,
  type CaseFold,
  type CommandTo,
  type Reaction as CaseReaction,
  type ReactorOptions,
} from './reactor/reactor.js';
export type { Batch } from './batch.js';
export { makeDelivery, type Delivered, type Delivery } from './delivery.js';
export { pause, type Source } from './log-subscription.js';
export { publishedLog, type LoggedEvent } from './publishing/published-log.js';
export { publisherName, publishingFaults } from './publishing/publisher-blocks.js';
export { serviceOf, type ConsumerDatabase } from './consumer-database.js';
export { makeBlockedKeyRetry, type RetryOutcome } from './blocked-key-retry.js';
export {
  makeInProcessTransport,
  type InProcessTransport,
  type InProcessTransportOptions,
} from './in-process-transport.js';
export { isOutage } from './outage.js';
export { discardEvent, listBlockedKeys, retryBlockedKey, type BlockedKeyId } from './dead-letters.js';
export { backlog, type BacklogOptions } from './kafka/backlog.js';
export { replicas } from './kafka/replicas.js';
export { openKafka, type KafkaSettings } from './kafka/kafka-client.js';
export type { KafkaClient } from './kafka/kafka-record.js';
export { makeKafkaTransport, type KafkaTransportOptions } from './kafka/kafka-transport.js';
export { startRelay, type Relay, type RelayOptions } from './kafka/relay.js';
export { checkTopic, ensureTopic, readTopicPlans, type TopicPlan } from './kafka/topics.js';
