import type { Language } from '@otklik/host';
import {
  Fault,
  formatErrors,
  httpStatus,
  observeOperation,
  operationNamer,
  type ObservedRun,
  type OperationContext,
} from '@otklik/host/graphql';
import { durations, type Logger } from '@otklik/observability';
import { Kind, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Admission } from '../access/admission.js';
import type { AdmittedAs } from './admitted-as.js';
import { beforeDeadline } from './deadline.js';
import { limits, type CheckDocument, type CheckedDocument } from './document.js';
import { nullBytePath } from './null-bytes.js';
import { isDeeper } from './shape.js';
import type { Variables } from './variables.js';

/** The body of a POST. */
export interface GraphqlRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

export interface GraphqlAnswer {
  /** HTTP status: 200 when the operation ran, whatever its fields said. */
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  /** The owner's serialized body, where it is passed on unchanged. */
  readonly json?: Uint8Array;
}

export type Execute = (request: GraphqlRequest, context: OperationContext) => Promise<GraphqlAnswer>;

/** Runs a valid operation within its limits, in this process or at its owner. Throws when variables are invalid. */
export type RunOperation = (
  checked: CheckedDocument,
  variables: Variables,
  context: OperationContext,
) => Promise<Omit<GraphqlAnswer, 'status'>>;

export interface ExecutorOptions {
  readonly schema: GraphQLSchema;
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly run: RunOperation;
  readonly admission: Admission;
  readonly admittedAs: AdmittedAs;
  /** Time limit of an operation, ms. */
  readonly deadlineMs: number;
  readonly logger: Logger;
}

/** Runs one query or mutation: limits, admission, then `run`, until the deadline, and logs it. Never throws. */
export function executor(options: ExecutorOptions): Execute {
  const { schema, logger } = options;
  const seconds = durations('otklik_graphql_seconds', 'GraphQL operations', ['field', 'kind']);
  const nameOf = operationNamer(schema);

  const run = async (prepared: PreparedOperation | Error, { context, begun }: ObservedRun): Promise<GraphqlAnswer> => {
    try {
      if (prepared instanceof Error) throw prepared;
      const { checked, variables } = prepared;
      if (context.readsOnly && checked.operation.operation === 'mutation') throw new Fault('FORBIDDEN');
      const answer = await runBeforeDeadline(checked, variables, context, options);
      seconds.observe(labels(checked), (performance.now() - begun) / 1000);
      return Object.assign(answer, { status: 200 });
    } catch (error) {
      return failedAnswer([error as Error], context, logger);
    }
  };

  return async (request, given) => {
    const begun = performance.now();
    const prepared = preparedOrFault(request, options);
    const name = prepared instanceof Error ? 'unknown' : nameOf(prepared.checked.operation);
    const observed = observeOperation(name, given, begun);
    const answer = await run(prepared, observed);
    observed.end(logger, answer.json ? { isForwarded: true } : { errors: answer.body.errors });
    return answer;
  };
}

function preparedOrFault(request: GraphqlRequest, { check, maxCost }: ExecutorOptions): PreparedOperation | Error {
  try {
    const prepared = prepareOperation(request, check, maxCost);
    if (prepared.checked.operation.operation !== 'subscription') return prepared;
    return new Fault('BAD_INPUT', 'query', {}, 'Subscriptions run over the WebSocket, by graphql-transport-ws.');
  } catch (error) {
    return error as Error;
  }
}

function runBeforeDeadline(
  checked: CheckedDocument,
  variables: Variables,
  context: OperationContext,
  { run, admission, deadlineMs, admittedAs }: ExecutorOptions,
): ReturnType<RunOperation> {
  return beforeDeadline(deadlineMs, (deadline) =>
    // Counted until it ends, not only until TIMED_OUT is answered: otherwise slow operations would pile up behind the edge.
    admission.run(admittedAs(checked, variables, context), async () => {
      demandValid(checked);
      return run(checked, variables, { ...context, deadline, isAbandoned: () => deadline.signal.aborted });
    }),
  );
}

/** Throws an `AggregateError` of what is wrong with the document. */
export function demandValid(checked: CheckedDocument): void {
  const faults = checked.faults();
  if (faults.length > 0) throw new AggregateError(faults);
}

interface PreparedOperation {
  readonly checked: CheckedDocument;
  readonly variables: Variables;
}

export function prepareOperation(
  { query, variables, operationName }: GraphqlRequest,
  check: CheckDocument,
  maxCost: number,
): PreparedOperation {
  const checked = check(query, operationName);
  const given = variables ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new Fault('BAD_INPUT', 'variables', {}, 'An object is needed.');
  if (isDeeper(given, limits.variableDepth))
    throw new Fault('TOO_COMPLEX', 'variables', {}, `Deeper than ${limits.variableDepth} levels.`);
  const nullByte = nullBytePath(checked.source, given as Variables);
  if (nullByte !== undefined) throw new Fault('TEXT_MALFORMED', nullByte);
  if (checked.cost(given as Variables) > maxCost)
    throw new Fault('TOO_COMPLEX', 'query', {}, `It may return more than ${maxCost} objects: ask for smaller pages.`);
  return { checked, variables: { ...checked.defaults, ...given } };
}

/** The answer to a request that was not executed. */
export function failedAnswer(
  errors: readonly Error[],
  asker: { readonly language: Language; readonly requestId: string },
  logger: Logger,
): GraphqlAnswer {
  const formatted = formatErrors(errors, asker, logger);
  return { status: httpStatus(formatted), body: { errors: formatted } };
}

function labels({ operation }: CheckedDocument): { readonly field: string; readonly kind: string } {
  const first = operation.selectionSet.selections[0];
  // Fields are a closed set of labels; fragment names are chosen by clients, and each would add a time series.
  return { kind: operation.operation, field: first?.kind === Kind.FIELD ? first.name.value : 'fragment' };
}
