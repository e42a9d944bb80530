export {
  FactMissing,
  type BatchHandler,
  type Consumer,
  type EventHandler,
  type EventTransport,
  type ParkedKey,
  type Publish,
} from './messaging.js';
export { acknowledging, reactionTo } from './reaction.js';
