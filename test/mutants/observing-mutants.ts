import {
  beside,
  dropOperand,
  dropStatement,
  replaceExpression,
  replaceName,
  replaceText,
  replaceValue,
  takeThen,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of logs, traces, dashboards and alerts. */
export const observingMutants: readonly Mutant[] = [
  {
    name: 'log: a file that is silent for ever after the disk was full',
    in: 'single: rotatingFile',
    change: dropStatement('destroyed'),
    spec: 'rotating-file.spec.ts',
    test: 'goes on after the disk was full',
  },
  {
    name: 'a line of the log that holds the address of the request',
    in: 'host: logRequests',
    change: replaceText('${route}', '${request.url}'),
    spec: 'operation-log.spec.ts',
    test: 'holds nothing that a client sent, wherever it stood',
  },
  {
    name: 'a line of the log that names a field as the client wrote it',
    in: 'host: operationNamer',
    change: takeThen('unknown'),
    spec: 'operation-log.spec.ts',
    test: 'holds nothing that a client sent, wherever it stood',
  },
  {
    name: 'a metric renamed under an alert',
    in: 'host: lagMeasuredAt',
    change: replaceText('otklik_consumer_lag_measured_timestamp_seconds', 'otklik_consumer_lag_measured_seconds'),
    spec: 'transport-metrics.spec.ts',
    test: 'measures under the names by which alerts ask',
  },
  {
    name: 'consumers that never start, of which no metric tells',
    in: 'host: expectConsumers',
    change: dropStatement('lagMeasuredAt'),
    spec: 'transport-metrics.spec.ts',
    test: 'shows consumers that never start as a lag that was never measured',
  },
  {
    name: 'a span that holds a name',
    in: 'observability: nameOf',
    change: takeThen('other'),
    spec: 'spans.spec.ts',
    test: 'takes names and counts of the list alone',
  },
  {
    name: 'a span with every attribute that it is given',
    in: 'observability: attributesOf',
    change: replaceValue('{ ...fields }', beside('Attributes')),
    spec: 'spans.spec.ts',
    test: 'takes names and counts of the list alone',
  },
  {
    name: 'a trace that ends at the letter',
    in: 'notifications: SendDueLetters.send',
    change: dropOperand('claimed'),
    spec: 'both-gateways.int.spec.ts',
    test: 'traces an appeal',
  },
  {
    name: 'a trace that ends at the webhook',
    in: 'notifications: WebhookQueue.add',
    change: replaceName('traceparent', 'traceparent && null', 'stringify'),
    spec: 'webhooks.int.spec.ts',
    test: 'is in the trace of what happened',
  },
  {
    name: 'a trace that ends at the network',
    in: 'notifications: SendToNetworks.send',
    change: dropOperand('claimed'),
    spec: 'networks.int.spec.ts',
    test: 'answers within the trace of the signature',
  },
  {
    name: 'a counter that an alert asks about begins with its first event',
    in: 'observability: counter',
    change: replaceExpression('void values', 'inc'),
    spec: 'metrics.spec.ts',
    test: 'shows a counter from zero on for each value of its labels, once',
  },
];
