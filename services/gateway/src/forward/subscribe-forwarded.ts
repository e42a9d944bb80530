import { closeOnRevocation, type OperationContext } from '@otklik/host/graphql';
import type { RootField } from '@otklik/contracts/schema';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { rootSelection } from '../graphql/root-fields.js';
import { fragmentsOf } from '../graphql/shape.js';
import type { Subscribe } from '../live/socket.js';
import type { EdgeAccess } from './edge-access.js';
import { ReplicaLost, type SubscriptionResults, type ServiceClients } from './service-clients.js';

export interface SubscribeForwardedOptions {
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  readonly access: EdgeAccess;
  readonly clients: ServiceClients;
}

/**
 * Subscribes at any replica of the owner, over one socket shared by all subscribers; the edge checks whether each of them
 * still has the right. When the replica is lost, the subscriber's socket is closed, and its client reconnects.
 */
export function subscribeForwarded({ schema, rootFields, access, clients }: SubscribeForwardedOptions): Subscribe {
  const ownerOf = new Map(
    rootFields.flatMap(({ operation, name, owner }) => (operation === 'Subscription' ? [[name, owner]] : [])),
  );
  return async (args: ExecutionArgs) => {
    const { document, variableValues, contextValue } = args;
    const context = contextValue as OperationContext;
    const operation = getOperationAST(document)!;
    const variables = (variableValues ?? {}) as Record<string, unknown>;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (!coerced) return { errors };
    // Validation guarantees exactly one.
    const [entry] = rootSelection(operation, fragmentsOf(document)).entries;
    const requested = entry && access.requested(operation.operation, entry, coerced);
    const owner = entry && ownerOf.get(entry.name);
    if (!entry || !requested || owner === undefined) return { data: null };
    const errorResult = (error: Error): ExecutionResult<Record<string, unknown>> => ({
      errors: [new GraphQLError('', { nodes: entry.nodes, path: [entry.key], originalError: error })],
    });
    const denial = access.denial(requested, context);
    if (denial) return errorResult(denial);
    const results = await clients.subscribe(owner, document.loc!.source.body, variables, context);
    return closeOnRevocation(untilLost(results, context, errorResult), context, (actor) => {
      const lost = access.denial(requested, context, actor);
      if (lost) throw lost;
    }) as AsyncIterable<ExecutionResult<Record<string, unknown>>>;
  };
}

/** A failure to subscribe is answered as an error; a lost replica closes the socket. */
function untilLost(
  results: SubscriptionResults,
  { closeSocket }: OperationContext,
  errorResult: (error: Error) => ExecutionResult,
): AsyncIterableIterator<unknown> {
  const failed = (error: unknown): IteratorResult<unknown> => {
    if (!(error instanceof ReplicaLost)) return { done: false, value: errorResult(error as Error) };
    closeSocket?.('UNAVAILABLE');
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => results.next().catch(failed),
    return: (value) => results.return!(value),
  };
}
