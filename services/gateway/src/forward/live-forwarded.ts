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
import type { EdgeRules } from './edge-rules.js';
import { OwnerLost, type Answers, type ServiceClients } from './service-clients.js';

export interface LiveForwardedOptions {
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  readonly access: EdgeRules;
  readonly owners: ServiceClients;
}

/**
 * Live fields come from any copy of their owner, by a socket that all askers share; whether one may still listen is looked
 * at here. A copy that goes away closes his socket, and he comes back by himself.
 */
export function liveForwarded({ schema, rootFields, access, owners }: LiveForwardedOptions): Subscribe {
  const ownerOf = new Map(
    rootFields.flatMap(({ operation, name, owner }) => (operation === 'Subscription' ? [[name, owner]] : [])),
  );
  return async (args: ExecutionArgs) => {
    const { document, variableValues, contextValue } = args;
    const context = contextValue as OperationContext;
    const operation = getOperationAST(document)!;
    const given = (variableValues ?? {}) as Record<string, unknown>;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    if (!coerced) return { errors };
    // Validation has seen to it that there is one.
    const [entry] = rootSelection(operation, fragmentsOf(document)).entries;
    const asked = entry && access.asked(operation.operation, entry, coerced);
    const owner = entry && ownerOf.get(entry.name);
    if (!entry || !asked || owner === undefined) return { data: null };
    const told = (error: Error): ExecutionResult<Record<string, unknown>> => ({
      errors: [new GraphQLError('', { nodes: entry.nodes, path: [entry.key], originalError: error })],
    });
    const denial = access.denial(asked, context);
    if (denial) return told(denial);
    const answers = await owners.live(owner, document.loc!.source.body, given, context);
    return closeOnRevocation(untilLost(answers, context, told), context, (actor) => {
      const lost = access.denial(asked, context, actor);
      if (lost) throw lost;
    }) as AsyncIterable<ExecutionResult<Record<string, unknown>>>;
  };
}

/** An owner that cannot be reached is an answer; one that went away closes the socket. */
function untilLost(
  answers: Answers,
  { endLive }: OperationContext,
  told: (error: Error) => ExecutionResult,
): AsyncIterableIterator<unknown> {
  const failed = (error: unknown): IteratorResult<unknown> => {
    if (!(error instanceof OwnerLost)) return { done: false, value: told(error as Error) };
    endLive?.('UNAVAILABLE');
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => answers.next().catch(failed),
    return: (value) => answers.return!(value),
  };
}
