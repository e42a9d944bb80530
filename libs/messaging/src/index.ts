export {
  FactMissing,
  type BatchHandler,
  type Consumer,
  type EventHandler,
  type EventTransport,
  type ParkedKey,
  type Publish,
} from './messaging.js';
export { reactionTo } from './reaction.js';
export { consumerMigrations } from './consumer-migrations.js';
export type { TransportMetrics } from './consumer-loop.js';
export { makeDelivery, type Delivered, type Delivery, type Stretch } from './delivery.js';
export { pause, type Source } from './feed.js';
export { workerTransaction, type ServiceGround } from './ground.js';
export { makeHeldRetry, type RetryOutcome } from './held-retry.js';
export {
  makeInProcessTransport,
  type InProcessTransport,
  type InProcessTransportParts,
} from './in-process-transport.js';
export { isOutage } from './outage.js';
export { dropParked, listParked, retryParked, type HeldKey } from './parked.js';
