export { namedDistricts, permit, type Named } from './access.js';
export { bodyText } from './body.js';
export type { Deadline, OperationContext } from './context.js';
export { formatErrors, httpStatus, type ErrorContext } from './errors.js';
export { openEnumerations } from './open-enumerations.js';
export { closeOnRevocation } from './close-on-revocation.js';
export { Fault } from './fault.js';
export {
  guardSchema,
  needsNoAccount,
  type Args,
  type RateLimitedOperation,
  type GuardOptions,
  type RateLimit,
} from './guarded-schema.js';
export { languageOf } from './language.js';
export { asFault, requestContext, maskErrors } from './mask-errors.js';
export { observeOperation, operationNamer, type NameOperation, type ObservedRun } from './operation-log.js';
export { documentRunner, type RunDocument } from './run-document.js';
export { scalars } from './scalars.js';
export { serveSockets, type ConnectionParameters, type SocketExtra } from './sockets.js';
export { documentValidator, type ValidateDocument } from './validate-document.js';
