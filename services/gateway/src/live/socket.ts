import { GraphQLError, validate, type ExecutionArgs, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import {
  Fault,
  formatErrors,
  languageOf,
  serveSockets,
  type Asker,
  type ConnectionParameters,
  type OperationContext,
  type SocketExtra,
} from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import type { CheckDocument } from '../graphql/document.js';
import { prepared } from '../graphql/execute.js';
import type { Identify, Identity } from '../identity/identity.js';

export interface LiveUpdateOptions {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly identify: Identify;
  readonly logger: Logger;
  /** Where the live fields are answered; in this process unless told otherwise. */
  readonly subscribe?: Subscribe;
}

/** Values of a live field as they are sent, or the one answer that there are none. */
export type Subscribe = NonNullable<ServerOptions['subscribe']>;

interface Bearer extends SocketExtra {
  authorization?: string | undefined;
  identity?: Identity;
}

type Connection = Context<ConnectionParameters, Bearer>;

const MAX_SUBSCRIPTIONS = 20;
const closeCodes = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, UNAVAILABLE: 1012 } as const;

/** Subscriptions over `graphql-transport-ws` at `/graphql`, with the same limits as over HTTP. Returns how to end it. */
export function liveUpdates(fastify: FastifyInstance, live: LiveUpdateOptions): () => void {
  return serveSockets(fastify, options(live), live.logger);
}

function options(live: LiveUpdateOptions): ServerOptions<ConnectionParameters, Bearer> {
  const { logger, identify, subscribe } = live;
  const format = (connection: Connection, errors: readonly GraphQLError[]) =>
    formatErrors(errors, asker(connection), logger);
  return {
    connectionInitWaitTimeout: 5_000,
    onConnect: async ({ extra, connectionParams }) => {
      const turnedAway = await connect(extra, connectionParams, identify);
      if (turnedAway) extra.socket.close(closeCodes[turnedAway], turnedAway);
      return !turnedAway;
    },
    onSubscribe: (connection, _, payload) => {
      try {
        return subscription(connection, payload, live);
      } catch (error) {
        return [new GraphQLError('', { originalError: error as Error })];
      }
    },
    onError: (connection, _, __, errors) => format(connection, errors),
    // What an owner has told is told already.
    onNext: (connection, _, __, ___, result) =>
      result.errors?.some((error) => error instanceof Error)
        ? { data: result.data ?? null, errors: format(connection, result.errors) }
        : undefined,
    ...(subscribe ? { subscribe } : {}),
  };
}

/**
 * Says who stands behind the connection, or why it ends. Live fields are for officials: a socket of anybody else has no use
 * and would take the place of one of theirs.
 */
async function connect(
  bearer: Bearer,
  parameters: ConnectionParameters,
  identify: Identify,
): Promise<'UNAUTHENTICATED' | 'FORBIDDEN' | undefined> {
  try {
    bearer.authorization = authorizationOf(parameters);
    bearer.identity = await identify(bearer.authorization);
  } catch {
    return 'UNAUTHENTICATED';
  }
  if (bearer.identity.actor.kind === 'official') return undefined;
  return bearer.authorization ? 'FORBIDDEN' : 'UNAUTHENTICATED';
}

function subscription(
  connection: Connection,
  payload: { readonly query: string; readonly variables?: unknown; readonly operationName?: unknown },
  { schema, rules, check, maxCost, identify }: LiveUpdateOptions,
): ExecutionArgs | readonly GraphQLError[] {
  const { checked, variables } = prepared(payload, check, maxCost);
  if (checked.operation.operation !== 'subscription') throw new Fault('BAD_INPUT', 'query');
  if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS) throw new Fault('RATE_LIMITED');
  const errors = validate(schema, checked.document, rules);
  if (errors.length > 0) return errors;
  return {
    schema,
    document: checked.document,
    variableValues: variables,
    contextValue: contextOf(connection, identify),
  };
}

function contextOf(connection: Connection, identify: Identify): OperationContext {
  const { identity, authorization, socket } = connection.extra;
  if (!identity) throw new Fault('UNAUTHENTICATED');
  return {
    ...asker(connection),
    ...identity,
    again: async () => (await identify(authorization)).actor,
    endLive: (code) => socket.close(closeCodes[code], code),
  };
}

function asker({ extra }: Connection): Asker {
  return { language: languageOf(extra.request.headers['accept-language']), requestId: extra.requestId };
}

/** `{ authorization }`, or the headers of a query page. Browsers cannot set headers of a socket, so the parameters carry it. */
function authorizationOf(parameters: Record<string, unknown> | undefined): string | undefined {
  const headers = parameters?.['headers'];
  const all = { ...(typeof headers === 'object' ? headers : {}), ...parameters };
  const found = Object.entries(all).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof found === 'string' ? found : undefined;
}
