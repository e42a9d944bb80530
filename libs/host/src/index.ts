export {
  serviceNames,
  type RunningService,
  type ServiceDefinition,
  type ServiceName,
  type ServiceParts,
} from './service.js';
export type { Language, PermittedContext, RequestContext } from './request-context.js';
