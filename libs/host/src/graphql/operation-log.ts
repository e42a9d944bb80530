import { parseTraceparent, type Logger } from '@otklik/observability';
import { Kind, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { OperationContext } from './context.js';

/** `mutation submitAppeal`: kind and first root field. */
export type NameOperation = (operation: OperationDefinitionNode) => string;

/** Names of the schema only: names of operations and fragments, and fields that do not exist, are the client's words. */
export function operationNamer(schema: GraphQLSchema): NameOperation {
  return ({ operation, selectionSet }) => {
    const [first] = selectionSet.selections;
    const name = first?.kind === Kind.FIELD ? first.name.value : '';
    const isKnown = name.startsWith('__') || schema.getRootType(operation)?.getFields()[name] !== undefined;
    return `${operation} ${isKnown ? name : 'unknown'}`;
  };
}

interface AnsweredOperation {
  /** By `operationNamer`. */
  readonly operation: string;
  readonly context: OperationContext;
  /** `performance.now()` at its begin. */
  readonly begun: number;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  /** Whose answer was passed on unread. */
  readonly owner?: string | undefined;
}

/** One line for each operation, without its document, variables and answer. */
export function logOperation(logger: Logger, answered: AnsweredOperation): void {
  const { operation, context, begun } = answered;
  logger.info('operation', {
    operation,
    correlation: context.requestId,
    trace: parseTraceparent(context.traceparent)?.trace,
    district: context.observed?.district,
    role: context.observed?.role,
    ms: Math.round(performance.now() - begun),
    outcome: outcomeOf(answered),
  });
}

function outcomeOf({ context, errors = [], owner }: AnsweredOperation): string {
  const code = errors[0]?.extensions?.['code'];
  if (typeof code === 'string') return code;
  return context.observed?.refusal ?? (owner === undefined ? 'OK' : 'FORWARDED');
}
