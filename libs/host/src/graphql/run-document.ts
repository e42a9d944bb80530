import type { Logger } from '@otklik/observability';
import {
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { OperationContext } from './context.js';
import { formatErrors } from './errors.js';
import { documentValidator, type ValidateDocument } from './validate-document.js';

export interface DocumentRunnerOptions {
  /** Executable: its resolvers are in this process. */
  readonly schema: GraphQLSchema;
  /** By default the rules of the specification. */
  readonly validate?: ValidateDocument;
  readonly logger: Logger;
}

export interface DocumentAnswer {
  readonly data: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs the one operation of a document. Throws an `AggregateError` when it cannot be executed at all. */
export type RunDocument = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<DocumentAnswer>;

type Run = (
  context: OperationContext,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult> | ExecutionResult;

interface KnownDocument {
  readonly faults: readonly GraphQLError[];
  compiled?: Run;
}

/** Validates a document once and compiles it at its second use: compiling takes milliseconds, and attackers vary documents. */
export function documentRunner({
  schema,
  validate = documentValidator(schema),
  logger,
}: DocumentRunnerOptions): RunDocument {
  const known = new WeakMap<DocumentNode, KnownDocument>();

  const validated = (document: DocumentNode): KnownDocument => {
    const now = { faults: validate(document) };
    known.set(document, now);
    return now;
  };
  const runOf = (document: DocumentNode): Run => {
    const before = known.get(document);
    const { faults } = before ?? validated(document);
    if (faults.length > 0) throw new AggregateError(faults, 'the document is not valid');
    if (before) return (before.compiled ??= compiled(schema, document));
    return interpreted(schema, document);
  };

  return async (document, variables, context) => {
    const { data, errors } = await runOf(document)(context, variables);
    if (data === undefined) throw new AggregateError(errors ?? [], 'the operation did not run');
    return { data, ...(errors && { errors: formatErrors(errors, context, logger) }) };
  };
}

function interpreted(schema: GraphQLSchema, document: DocumentNode): Run {
  return (contextValue, variableValues) => execute({ schema, document, contextValue, variableValues });
}

function compiled(schema: GraphQLSchema, document: DocumentNode): Run {
  const query = compileQuery(schema, document);
  if (!isCompiledQuery(query)) return interpreted(schema, document);
  return (context, variables) => query.query(undefined, context, variables);
}
