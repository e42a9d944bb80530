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
export { DEADLINE_HEADER, serviceModule, type ServiceModuleParts } from './service-module.js';
export { openServiceParts, withTransport, type OwnParts, type SharedParts } from './service-parts.js';
export { kafkaTransport, type KafkaConfig, type MakeTransport, type TransportParts } from './transport.js';
export { measureLag, transportMetrics } from './transport-metrics.js';
