export { Logger, type LogFields } from './log.js';
export { createLogger, type LogLevel, type LogOptions } from './pino-log.js';
export { errorFacts, type ErrorFacts } from './error-facts.js';
export { collectProcessMetrics, counter, durations, gauge, metrics } from './metrics.js';
export { continueTrace, parseTraceparent, traceparent, type TraceParent } from './trace.js';
