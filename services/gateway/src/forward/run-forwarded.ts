import { Fault, formatErrors, needsNoAccount, type RateLimit, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { execute, GraphQLError, isNonNullType, validate, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { CheckedDocument } from '../graphql/document.js';
import type { GraphqlAnswer, RunOperation } from '../graphql/execute.js';
import { EDGE } from '../graphql/root-fields.js';
import type { Variables } from '../graphql/variables.js';
import type { AskedField, EdgeRules } from './edge-rules.js';
import type { ServiceClients } from './service-clients.js';

export interface RunForwardedOptions {
  readonly schema: GraphQLSchema;
  /** Of a document's validation. */
  readonly rules: readonly ValidationRule[];
  readonly access: EdgeRules;
  readonly rateLimit: RateLimit;
  readonly owners: ServiceClients;
  readonly logger: Logger;
}

type Answer = Omit<GraphqlAnswer, 'status'>;

/**
 * Forwards an operation whole to its one owner, after validation, limits and access rules, and passes the answer on
 * unread. An owner that is away or slow fails the request, not its fields: nothing of the operation was answered.
 */
export function runForwarded(options: RunForwardedOptions): RunOperation {
  const faultsOf = validation(options);
  return async (checked, given, context) => {
    const faults = faultsOf(checked);
    if (faults.length > 0) throw new AggregateError(faults);
    const variables = checked.coerced(given);
    if (checked.owner === EDGE) return { body: introspected(options.schema, checked, given) };
    const sole = soleField(checked, variables, options);
    const run = async (): Promise<Answer> => {
      const denial = sole && !checked.root.isConditional ? options.access.denial(sole, context) : undefined;
      return denial ? denied(denial, checked, context, options) : forwarded(checked, given, context, options.owners);
    };
    return isRateLimited(checked, sole) ? limited(sole, run, checked, context, options) : run();
  };
}

/** A mutation has one root field. */
function isRateLimited({ operation }: CheckedDocument, sole: AskedField | undefined): sole is LimitedField {
  return operation.operation === 'mutation' && sole?.args !== undefined && needsNoAccount(sole.rule);
}

type LimitedField = AskedField & { readonly args: Variables };

async function limited(
  { field, args }: LimitedField,
  run: () => Promise<Answer>,
  checked: CheckedDocument,
  context: OperationContext,
  options: RunForwardedOptions,
): Promise<Answer> {
  try {
    return (await options.rateLimit({ field: field.name, args, address: context.address }, run)) as Answer;
  } catch (error) {
    if (error instanceof Fault && error.code === 'RATE_LIMITED') return denied(error, checked, context, options);
    throw error;
  }
}

/** Each document is validated once. */
function validation({ schema, rules }: RunForwardedOptions): (checked: CheckedDocument) => readonly GraphQLError[] {
  const known = new WeakMap<CheckedDocument, readonly GraphQLError[]>();
  return (checked) => {
    const faults = known.get(checked) ?? validate(schema, checked.document, rules);
    known.set(checked, faults);
    return faults;
  };
}

function introspected(schema: GraphQLSchema, { document }: CheckedDocument, given: Variables): GraphqlAnswer['body'] {
  return execute({ schema, document, variableValues: given }) as GraphqlAnswer['body'];
}

/** Undefined when there are several: then the owner applies the rules, field by field. */
function soleField(
  { operation, root: { entries } }: CheckedDocument,
  variables: Variables,
  { access }: RunForwardedOptions,
): AskedField | undefined {
  const [entry, ...others] = entries;
  return entry && others.length === 0 ? access.asked(operation.operation, entry, variables) : undefined;
}

async function forwarded(
  { owner, operation, source }: CheckedDocument,
  variables: Variables,
  context: OperationContext,
  owners: ServiceClients,
): Promise<OwnerAnswer> {
  const request = JSON.stringify({ query: source, variables });
  return new OwnerAnswer(await owners.ask(owner, request, context, operation.operation === 'query'));
}

/** An owner's answer, passed on unread. */
class OwnerAnswer {
  constructor(readonly json: Uint8Array) {}

  get body(): GraphqlAnswer['body'] {
    const { buffer, byteOffset, byteLength } = this.json;
    return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as GraphqlAnswer['body'];
  }

  /** For the limits of what is done without an account. */
  get failed(): boolean {
    return (this.body.errors ?? []).length > 0;
  }
}

/** The error of the operation's one field, as its owner would answer it. */
function denied(
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
