import type { Mutant } from './mutants.js';

const GATEWAY = 'services/gateway/src';

/** Of logs, traces, dashboards and alerts. */
export const observingMutants: readonly Mutant[] = [
  {
    name: 'log: a file that is silent for ever after the disk was full',
    file: 'services/single/src/rotating-file.ts',
    find: 'if (stream.destroyed) stream = reopened(file) ?? stream;',
    replace: '',
    spec: 'services/single/src/rotating-file.spec.ts',
    test: 'goes on after the disk was full',
  },
  {
    name: 'a line of the log that holds the address of the request',
    file: 'libs/host/src/request-log.ts',
    find: 'operation: `${request.method} ${route}`,',
    replace: 'operation: `${request.method} ${request.url}`,',
    spec: `${GATEWAY}/graphql/operation-log.spec.ts`,
    test: 'holds nothing that a client sent, wherever it stood',
  },
  {
    name: 'a line of the log that names a field as the client wrote it',
    file: 'libs/host/src/graphql/operation-log.ts',
    find: "return `${operation} ${isKnown ? name : 'unknown'}`;",
    replace: 'return `${operation} ${name}`;',
    spec: `${GATEWAY}/graphql/operation-log.spec.ts`,
    test: 'holds nothing that a client sent, wherever it stood',
  },
  {
    name: 'a metric renamed under an alert',
    file: 'libs/host/src/process/transport-metrics.ts',
    find: "'otklik_consumer_lag_measured_timestamp_seconds',",
    replace: "'otklik_consumer_lag_measured_seconds',",
    spec: 'libs/host/src/process/transport-metrics.spec.ts',
    test: 'measures under the names by which alerts ask',
  },
  {
    name: 'a span that holds a name',
    file: 'libs/observability/src/otel-spans.ts',
    find: "return NAME.test(value) ? value : 'other';",
    replace: 'return value;',
    spec: 'libs/observability/src/spans.spec.ts',
    test: 'takes names and counts of the list alone',
  },
  {
    name: 'a span with every attribute that it is given',
    file: 'libs/observability/src/otel-spans.ts',
    find: 'const attributes: Attributes = {};',
    replace: 'const attributes: Attributes = { ...fields };',
    spec: 'libs/observability/src/spans.spec.ts',
    test: 'takes names and counts of the list alone',
  },
  {
    name: 'a trace that ends at the letter',
    file: 'services/notifications/src/letters/application/send-due-letters.ts',
    find: 'parent: claimed.traceparent ?? undefined',
    replace: 'parent: undefined',
    spec: 'services/single/src/both-gateways.int.spec.ts',
    test: 'traces an appeal',
  },
  {
    name: 'a trace that ends at the webhook',
    file: 'services/notifications/src/webhooks/adapters/postgres/postgres-webhook-queue.ts',
    find: 'JSON.stringify(message), recordedAt, traceparent],',
    replace: 'JSON.stringify(message), recordedAt, traceparent && null],',
    spec: 'services/notifications/src/webhooks/webhooks.int.spec.ts',
    test: 'is in the trace of what happened',
  },
  {
    name: 'a trace that ends at the network',
    file: 'services/notifications/src/networks/application/send-to-networks.ts',
    find: 'parent: claimed.traceparent ?? undefined',
    replace: 'parent: undefined',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'answers within the trace of the signature',
  },
  {
    name: 'a counter that an alert asks about begins with its first event',
    file: 'libs/observability/src/metrics.ts',
    find: 'made.inc(values, 0);',
    replace: 'void values;',
    spec: 'libs/observability/src/metrics.spec.ts',
    test: 'shows a counter from zero on for each value of its labels, once',
  },
];
