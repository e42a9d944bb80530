import type { Language } from '@otklik/host';
import { durations, type Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { coerceInputValue, typeFromAST, type GraphQLFormattedError, type GraphQLInputType } from 'graphql';
import type { GatewayContext } from './context.js';
import { limits, type CheckDocument, type CheckedDocument } from './document.js';
import { formatErrors, httpStatus } from './errors.js';
import { Fault } from './fault.js';
import { nulPath } from './nul.js';
import { isDeeper } from './shape.js';

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
}

export type Execute = (request: GraphqlRequest, context: GatewayContext) => Promise<GraphqlAnswer>;

export interface ExecuteParts {
  readonly fastify: FastifyInstance;
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly logger: Logger;
}

type Variables = Readonly<Record<string, unknown>>;

/** Runs one query or mutation: limits, then Mercurius (validation, compiled execution). Never throws. */
export function executor({ fastify, check, maxCost, logger }: ExecuteParts): Execute {
  const seconds = durations('otklik_graphql_seconds', 'GraphQL operations', ['field', 'kind']);
  return async (request, context) => {
    const started = performance.now();
    try {
      const { checked, variables } = prepared(request, check, maxCost);
      if (checked.operation.operation === 'subscription') throw new Fault('BAD_INPUT', 'query');
      const body = await run(fastify, checked, variables, context);
      seconds.observe(labels(checked), (performance.now() - started) / 1000);
      return { status: 200, body };
    } catch (error) {
      return refused([error as Error], context, logger);
    }
  };
}

/** Throws what kept the operation from running; the compiled form of an operation only reports it. */
async function run(
  fastify: FastifyInstance,
  checked: CheckedDocument,
  variables: Variables,
  context: GatewayContext,
): Promise<GraphqlAnswer['body']> {
  // Mercurius adds its own things to the context.
  const running = fastify.graphql(checked.source, { ...context }, variables, null as never);
  const body = (await running.catch((error: unknown) => {
    throw pointedOut(error, fastify, checked, variables);
  })) as GraphqlAnswer['body'];
  const [first] = body.errors ?? [];
  const ran = !first || first.path !== undefined || first.extensions?.['code'] !== 'BAD_INPUT';
  if (!ran) throw pointedOut(new Fault('BAD_INPUT'), fastify, checked, variables);
  return body;
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
  const nul = nulPath(checked.source, given as Variables);
  if (nul !== undefined) throw new Fault('TEXT_MALFORMED', nul);
  if (checked.cost(given as Variables) > maxCost) throw new Fault('TOO_COMPLEX', 'query');
  return { checked, variables: given as Variables };
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
  return { kind: operation.operation, field: first && 'name' in first ? first.name.value : 'fragment' };
}

/** Where a variable is wrong, GraphQL only says it in words that we do not repeat: the path is found once more here. */
function pointedOut(error: unknown, fastify: FastifyInstance, checked: CheckedDocument, given: Variables): unknown {
  const { schema } = fastify.graphql;
  for (const definition of checked.operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    const name = definition.variable.name.value;
    if (!type || (!(name in given) && definition.defaultValue)) continue;
    let wrong: string | undefined;
    coerceInputValue(given[name] ?? null, type, (path) => void (wrong ??= [name, ...path].join('.')));
    if (wrong !== undefined) return new Fault('BAD_INPUT', wrong);
  }
  return error;
}
