export {
  EventTransport,
  FactMissing,
  type Backlog,
  type BatchHandler,
  type Consumer,
  type EventHandler,
  type ParkedKey,
  type Publish,
} from './messaging.js';
export { reactionTo } from './reaction.js';
export { consumerMigrations } from './consumer-migrations.js';
export type { TransportMetrics } from './consumer-work.js';
export { makeDelivery, type Delivered, type Delivery, type Stretch } from './delivery.js';
export { pause, type Source } from './feed.js';
export { passUnknown } from './pass-unknown.js';
export { serviceOf, workerTransaction, type ServiceGround } from './ground.js';
export { makeHeldRetry, type RetryOutcome } from './held-retry.js';
export {
  makeInProcessTransport,
  type InProcessTransport,
  type InProcessTransportParts,
} from './in-process-transport.js';
export { isOutage } from './outage.js';
export { dropParked, listParked, retryParked, type HeldKey } from './parked.js';
export { backlog, type BacklogParts } from './kafka/backlog.js';
export { openKafka, type KafkaSettings } from './kafka/kafka-client.js';
export type { KafkaClient } from './kafka/kafka-record.js';
export { makeKafkaTransport, type KafkaTransportParts } from './kafka/kafka-transport.js';
export { startRelay, type Relay, type RelayParts } from './kafka/relay.js';
export { checkTopic, ensureTopic, readTopicPlans, type TopicPlan } from './kafka/topics.js';
