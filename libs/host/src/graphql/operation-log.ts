import { compact } from '@otklik/kernel';
import { parseTraceparent, startSpan, type Logger } from '@otklik/observability';
import { Kind, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ObservedOperation } from '../request-context.js';
import type { OperationContext } from './context.js';

/** `mutation submitAppeal`: kind and first root field. */
export type NameOperation = (operation: OperationDefinitionNode) => string;

const INTROSPECTION = ['__schema', '__type', '__typename'];

/** Names of the schema only: names of operations and fragments, and fields that do not exist, are the client's words. */
export function operationNamer(schema: GraphQLSchema): NameOperation {
  return ({ operation, selectionSet }) => {
    const [first] = selectionSet.selections;
    const name = first?.kind === Kind.FIELD ? first.name.value : '';
    const isKnown = INTROSPECTION.includes(name) || schema.getRootType(operation)?.getFields()[name] !== undefined;
    return `${operation} ${isKnown ? name : 'unknown'}`;
  };
}

/** How an operation ended. `isForwarded`: its owner's answer was passed on unread. */
interface OperationEnd {
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly isForwarded?: boolean;
}

/** An operation that runs. */
export interface ObservedRun {
  /** `performance.now()` at its begin. */
  readonly begun: number;
  /** Within its span, where there is one; learns district, role and refusal. */
  readonly context: OperationContext;
  end(logger: Logger, end: OperationEnd): void;
}

/** A span, and at the end one line, for an operation: never its document, variables and answer. */
export function observeOperation(operation: string, given: OperationContext, begun = performance.now()): ObservedRun {
  const observed: ObservedOperation = {};
  const span = startSpan({ name: operation, kind: 'INTERNAL', parent: given.traceparent });
  const context = { ...given, observed, ...compact({ traceparent: span?.traceparent }) };
  return {
    begun,
    context,
    end: (logger, end) => {
      const { district, role } = observed;
      const outcome = outcomeOf(observed, end);
      span?.end(outcome, { district, role });
      logger.info('operation', {
        operation,
        correlation: context.requestId,
        trace: parseTraceparent(context.traceparent)?.trace,
        district,
        role,
        outcome,
        ms: Math.round(performance.now() - begun),
      });
    },
  };
}

function outcomeOf({ refusal }: ObservedOperation, { errors = [], isForwarded = false }: OperationEnd): string {
  const code = errors[0]?.extensions?.['code'];
  if (typeof code === 'string') return code;
  return refusal ?? (isForwarded ? 'FORWARDED' : 'OK');
}
