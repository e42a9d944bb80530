import type { Logger } from '@otklik/observability';
import {
  execute,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { OperationContext } from './context.js';
import { formatErrors } from './errors.js';

export interface DocumentRunnerOptions {
  /** Its resolvers are in this process. */
  readonly schema: GraphQLSchema;
  /** Of a document's validation; those of the specification unless told otherwise. */
  readonly rules?: readonly ValidationRule[];
  readonly logger: Logger;
}

export interface DocumentAnswer {
  readonly data: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs the one operation of a document. Throws an `AggregateError` of what kept it from running at all. */
export type RunDocument = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<DocumentAnswer>;

type Run = (
  context: OperationContext,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult> | ExecutionResult;

interface Known {
  readonly faults: readonly GraphQLError[];
  compiled?: Run;
}

/** Validates a document once, and compiles it when it comes again: that takes milliseconds, and a hostile one comes once. */
export function documentRunner({ schema, rules = specifiedRules, logger }: DocumentRunnerOptions): RunDocument {
  const known = new WeakMap<DocumentNode, Known>();

  const validated = (document: DocumentNode): Known => {
    const now = { faults: validate(schema, document, rules) };
    known.set(document, now);
    return now;
  };
  const runOf = (document: DocumentNode): Run => {
    const before = known.get(document);
    const { faults } = before ?? validated(document);
    if (faults.length > 0) throw new AggregateError(faults, 'the document is not valid');
    if (before) return (before.compiled ??= compiled(schema, document));
    return asRead(schema, document);
  };

  return async (document, variables, context) => {
    const { data, errors } = await runOf(document)(context, variables);
    if (data === undefined) throw new AggregateError(errors ?? [], 'the operation did not run');
    return { data, ...(errors ? { errors: formatErrors(errors, context, logger) } : {}) };
  };
}

function asRead(schema: GraphQLSchema, document: DocumentNode): Run {
  return (contextValue, variableValues) => execute({ schema, document, contextValue, variableValues });
}

function compiled(schema: GraphQLSchema, document: DocumentNode): Run {
  const query = compileQuery(schema, document);
  if (!isCompiledQuery(query)) return asRead(schema, document);
  return (context, variables) => query.query(undefined, context, variables);
}
