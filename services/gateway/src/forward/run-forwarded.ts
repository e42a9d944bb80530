import { Fault, formatErrors, needsNoAccount, type RateLimit, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { execute, GraphQLError, isNonNullType, type GraphQLSchema } from 'graphql';
import type { CheckedDocument } from '../graphql/document.js';
import type { GraphqlAnswer, RunOperation } from '../graphql/execute.js';
import { EDGE } from '../graphql/root-fields.js';
import type { Variables } from '../graphql/variables.js';
import type { RequestedField, EdgeAccess } from './edge-access.js';
import type { ServiceClients } from './service-clients.js';

export interface RunForwardedOptions {
  readonly schema: GraphQLSchema;
  readonly access: EdgeAccess;
  readonly rateLimit: RateLimit;
  readonly clients: ServiceClients;
  readonly logger: Logger;
}

type Answer = Omit<GraphqlAnswer, 'status'>;

/**
 * Forwards an operation whole to its one owner, after limits and access rules, and passes the answer on
 * unparsed. When the owner is unavailable or slow, the request fails, not its fields: nothing of the operation was answered.
 */
export function runForwarded(options: RunForwardedOptions): RunOperation {
  return async (checked, given, context) => {
    const variables = checked.coerce(given);
    if (checked.owner === EDGE) return { body: introspect(options.schema, checked, given) };
    const field = onlyRootField(checked, variables, options);
    const run = async (): Promise<Answer> => {
      const denial = field && !checked.root.isConditional ? options.access.denial(field, context) : undefined;
      return denial
        ? denialAnswer(denial, checked, context, options)
        : forward(checked, given, context, options.clients);
    };
    return isRateLimited(checked, field) ? runRateLimited(field, run, checked, context, options) : run();
  };
}

/** A mutation has one root field. */
function isRateLimited({ operation }: CheckedDocument, field: RequestedField | undefined): field is LimitedField {
  return operation.operation === 'mutation' && field?.args !== undefined && needsNoAccount(field.rule);
}

type LimitedField = RequestedField & { readonly args: Variables };

async function runRateLimited(
  { field: { name }, args }: LimitedField,
  run: () => Promise<Answer>,
  checked: CheckedDocument,
  context: OperationContext,
  options: RunForwardedOptions,
): Promise<Answer> {
  try {
    return (await options.rateLimit({ field: name, args, sender: context }, run)) as Answer;
  } catch (error) {
    if (error instanceof Fault && error.code === 'RATE_LIMITED') return denialAnswer(error, checked, context, options);
    throw error;
  }
}

function introspect(schema: GraphQLSchema, { document }: CheckedDocument, given: Variables): GraphqlAnswer['body'] {
  return execute({ schema, document, variableValues: given }) as GraphqlAnswer['body'];
}

/** Undefined when there are several: the owner then applies the rules field by field. */
function onlyRootField(
  { operation, root: { entries } }: CheckedDocument,
  variables: Variables,
  { access }: RunForwardedOptions,
): RequestedField | undefined {
  const [entry, ...others] = entries;
  return entry && others.length === 0 ? access.requested(operation.operation, entry, variables) : undefined;
}

async function forward(
  { owner, operation, source }: CheckedDocument,
  variables: Variables,
  context: OperationContext,
  clients: ServiceClients,
): Promise<OwnerAnswer> {
  const request = JSON.stringify({ query: source, variables });
  return new OwnerAnswer(await clients.ask(owner, request, context, operation.operation === 'query'));
}

/** The owner's answer, passed on unparsed. */
class OwnerAnswer {
  constructor(readonly json: Uint8Array) {}

  get body(): GraphqlAnswer['body'] {
    const { buffer, byteOffset, byteLength } = this.json;
    return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as GraphqlAnswer['body'];
  }

  /** Read by the limits on operations without an account. */
  get failed(): boolean {
    return (this.body.errors ?? []).length > 0;
  }
}

/** The error of the operation's one field, as its owner would answer it. */
function denialAnswer(
  fault: Fault,
  { operation, root }: CheckedDocument,
  context: OperationContext,
  { schema, logger }: RunForwardedOptions,
): Answer {
  const { key, name, nodes } = root.entries[0]!;
  const located = new GraphQLError('', { nodes, path: [key], originalError: fault });
  const field = schema.getRootType(operation.operation)?.getFields()[name];
  const body = {
    data: isNonNullType(field?.type) ? null : { [key]: null },
    errors: formatErrors([located], context, logger),
  };
  return Object.assign({ body }, { failed: true });
}
