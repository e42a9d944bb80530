export { Logger, type LogFields } from './log.js';
export { createLogger, type LogLevel, type LogOptions } from './pino-log.js';
export { errorFacts, type ErrorFacts } from './error-facts.js';
export { collectProcessMetrics, counter, durations, gauge, metrics } from './metrics.js';
export {
  inSpan,
  inSpans,
  setSpans,
  startSpan,
  tracesAreOn,
  type OpenSpan,
  type SpanFields,
  type Spans,
  type SpanStart,
} from './spans.js';
export { startTracing, type TracingOptions } from './start-tracing.js';
export { continueTrace, parseTraceparent, traceparent, type TraceParent } from './trace.js';
