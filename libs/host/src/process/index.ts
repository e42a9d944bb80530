export {
  actorKeyOf,
  needed,
  processEnvironment,
  processSettings,
  readKafkaConfig,
  readServiceConfig,
  type ServiceConfig,
} from './config.js';
export { reachable } from './reachable.js';
export { runJob, runProcess, type StartedProcess, type Teardown } from './run-process.js';
export { runService } from './run-service.js';
export type { LiveExtensions } from './service-live.js';
export { DEADLINE_HEADER, serviceModule, type ServiceModuleOptions } from './service-module.js';
export { openServiceResources, withTransport, type OwnResources, type SharedResources } from './service-resources.js';
export { askPeer, peersOf, type Peer, type PeerAnswer } from './peers.js';
export { clockOffsets, diskOf, watchMachine, type ClockOffsets } from './watch-machine.js';
export { openTracing } from './tracing.js';
export { kafkaTransport, type KafkaConfig, type MakeTransport, type TransportOptions } from './transport.js';
export { expectConsumers, measureLag, transportMetrics } from './transport-metrics.js';
