import type { Language } from '@otklik/host';
import { Fault, formatErrors, httpStatus, type OperationContext } from '@otklik/host/graphql';
import { durations, type Logger } from '@otklik/observability';
import { Kind, type GraphQLFormattedError } from 'graphql';
import type { Admission } from '../access/admission.js';
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
}

export interface GraphqlAnswer {
  /** HTTP status: 200 when the operation ran, whatever its fields said. */
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  /** The body as an owner wrote it, where nothing has to be done to it. */
  readonly json?: Uint8Array;
}

export type Execute = (request: GraphqlRequest, context: OperationContext) => Promise<GraphqlAnswer>;

/**
 * Runs an operation that is within its limits: in this process, or at the owners of its fields. Throws what kept it from
 * running at all: a document or variables that are not valid.
 */
export type RunOperation = (
  checked: CheckedDocument,
  variables: Variables,
  context: OperationContext,
) => Promise<Omit<GraphqlAnswer, 'status'>>;

export interface ExecutorOptions {
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly run: RunOperation;
  readonly admission: Admission;
  /** How long an operation may take, ms. */
  readonly deadlineMs: number;
  readonly logger: Logger;
}

/** Runs one query or mutation: limits, room for it, then whoever runs it, until its deadline. Never throws. */
export function executor(options: ExecutorOptions): Execute {
  const { check, maxCost, logger } = options;
  const seconds = durations('otklik_graphql_seconds', 'GraphQL operations', ['field', 'kind']);
  return async (request, context) => {
    const started = performance.now();
    try {
      const { checked, variables } = prepared(request, check, maxCost);
      if (checked.operation.operation === 'subscription') throw new Fault('BAD_INPUT', 'query');
      const answer = await inTime(checked, variables, context, options);
      seconds.observe(labels(checked), (performance.now() - started) / 1000);
      return Object.assign(answer, { status: 200 });
    } catch (error) {
      return refused([error as Error], context, logger);
    }
  };
}

function inTime(
  checked: CheckedDocument,
  variables: Variables,
  context: OperationContext,
  { run, admission, deadlineMs }: ExecutorOptions,
): ReturnType<RunOperation> {
  return beforeDeadline(deadlineMs, (deadline) =>
    // Counted until it ends, not only until its asker is told: so nothing piles up behind the edge.
    admission.run(checked.operation.operation, () =>
      run(checked, variables, { ...context, deadline, givenUp: () => deadline.signal.aborted }),
    ),
  );
}

export function prepared(
  { query, variables, operationName }: GraphqlRequest,
  check: CheckDocument,
  maxCost: number,
): { readonly checked: CheckedDocument; readonly variables: Variables } {
  const checked = check(query, operationName);
  const given = variables ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw new Fault('BAD_INPUT', 'variables');
  if (isDeeper(given, limits.variableDepth)) throw new Fault('TOO_COMPLEX', 'variables');
  const nul = nullBytePath(checked.source, given as Variables);
  if (nul !== undefined) throw new Fault('TEXT_MALFORMED', nul);
  if (checked.cost(given as Variables) > maxCost) throw new Fault('TOO_COMPLEX', 'query');
  return { checked, variables: { ...checked.defaults, ...given } };
}

/** The answer to a request that was not executed. */
export function refused(
  errors: readonly Error[],
  asker: { readonly language: Language; readonly requestId: string },
  logger: Logger,
): GraphqlAnswer {
  const formatted = formatErrors(errors, asker, logger);
  return { status: httpStatus(formatted), body: { errors: formatted } };
}

function labels({ operation }: CheckedDocument): { readonly field: string; readonly kind: string } {
  const first = operation.selectionSet.selections[0];
  // A field is one of the schema's; a fragment's name is anything that its writer likes, and each would be a series for ever.
  return { kind: operation.operation, field: first?.kind === Kind.FIELD ? first.name.value : 'fragment' };
}
