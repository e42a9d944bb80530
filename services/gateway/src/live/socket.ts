import { compact } from '@otklik/kernel';
import {
  GraphQLError,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import {
  Fault,
  formatErrors,
  languageOf,
  serveSockets,
  type ErrorContext,
  type ConnectionParameters,
  type OperationContext,
  type SocketExtra,
} from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import type { RefusalRecorder } from '../access/refusals.js';
import type { CheckDocument } from '../graphql/document.js';
import { demandValid, prepareOperation, type GraphqlAnswer, type GraphqlRequest } from '../graphql/execute.js';
import type { FindOperation } from '../graphql/listed-operations.js';
import type { SessionRequest } from '../session/identify-session.js';
import type { Identify, Identity } from '../identity/identity.js';

export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly find: FindOperation;
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly identify: Identify;
  readonly logger: Logger;
  /** Absent where there is no sign-in. */
  readonly refusals?: RefusalRecorder | undefined;
  /** Executes subscriptions; in this process by default. */
  readonly subscribe?: Subscribe;
}

/** The values of a subscription, or the one result with its errors. */
export type Subscribe = NonNullable<ServerOptions['subscribe']>;

interface AuthenticatedSocket extends SocketExtra {
  authorization?: string | undefined;
  identity?: Identity;
}

type Connection = Context<ConnectionParameters, AuthenticatedSocket>;

const MAX_SUBSCRIPTIONS_PER_SOCKET = 20;
/** Of one official at this process: a tab of the desk holds one. */
const MAX_SOCKETS_PER_OFFICIAL = 30;
/** TOO_MANY_SOCKETS: "try again later" (RFC 6455, registered as 1013), after others were closed. */
const closeCodes = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, UNAVAILABLE: 1012, TOO_MANY_SOCKETS: 1013 } as const;

/** Subscriptions over `graphql-transport-ws` at `/graphql`, with the same limits as over HTTP. Returns the function that closes them. */
export function serveSubscriptions(fastify: FastifyInstance, live: SubscriptionOptions): () => void {
  return serveSockets(fastify, options(live), live.logger);
}

function options(live: SubscriptionOptions): ServerOptions<ConnectionParameters, AuthenticatedSocket> {
  const { logger, identify, subscribe } = live;
  const open = new OpenSockets();
  const format = (connection: Connection, errors: readonly GraphQLError[]) =>
    formatErrors(errors, asker(connection), logger);
  return {
    connectionInitWaitTimeout: 5_000,
    onConnect: async ({ extra, connectionParams }) => {
      const denial = (await authenticate(extra, connectionParams, identify)) ?? open.add(extra);
      if (denial) extra.socket.close(closeCodes[denial], denial);
      return !denial;
    },
    onSubscribe: (connection, _, payload) => {
      try {
        return subscription(connection, payload, live);
      } catch (error) {
        return errorsOf(error as Error);
      }
    },
    onError: (connection, _, __, errors) => format(connection, errors),
    // Errors that the owner has formatted are sent as they are.
    onNext: (connection, _, payload, args, result) => {
      if (!result.errors) return undefined;
      const isFormatted = !result.errors.some((error) => error instanceof Error);
      const errors = isFormatted
        ? (result.errors as readonly GraphQLFormattedError[])
        : format(connection, result.errors);
      const told = { data: result.data ?? null, errors };
      return recorded(told, live.find(payload), args.contextValue as OperationContext, live);
    },
    ...compact({ subscribe }),
  };
}

/** Before the official is notified. */
async function recorded<Told extends GraphqlAnswer['body'] & FormattedExecutionResult>(
  body: Told,
  request: GraphqlRequest,
  context: OperationContext,
  { refusals }: SubscriptionOptions,
): Promise<Told> {
  await refusals?.ofOperation({ body }, request, context);
  return body;
}

/** Sockets of officials. Beyond the limit a further one is closed, and those that are open go on. */
class OpenSockets {
  private readonly byOfficial = new Map<string, number>();

  add({ identity, socket }: AuthenticatedSocket): 'TOO_MANY_SOCKETS' | undefined {
    if (identity?.actor.kind !== 'official') return undefined;
    const { id } = identity.actor;
    const count = this.byOfficial.get(id) ?? 0;
    if (count >= MAX_SOCKETS_PER_OFFICIAL) return 'TOO_MANY_SOCKETS';
    // Gone while it was identified: no event would take it out again.
    if (socket.readyState !== socket.OPEN) return undefined;
    this.byOfficial.set(id, count + 1);
    socket.once('close', () => this.remove(id));
    return undefined;
  }

  private remove(id: string): void {
    const left = (this.byOfficial.get(id) ?? 0) - 1;
    if (left > 0) this.byOfficial.set(id, left);
    else this.byOfficial.delete(id);
  }
}

/**
 * Identifies the client of the connection; a result is the reason to close it. Only officials may subscribe, and an idle
 * socket of another client would take the place of one of theirs.
 */
async function authenticate(
  socket: AuthenticatedSocket,
  parameters: ConnectionParameters,
  identify: Identify,
): Promise<'UNAUTHENTICATED' | 'FORBIDDEN' | undefined> {
  try {
    socket.authorization = authorizationOf(parameters);
    socket.identity = await identify(socket.authorization, sessionOf(socket, true));
  } catch (error) {
    return error instanceof Fault && error.code === 'FORBIDDEN' ? 'FORBIDDEN' : 'UNAUTHENTICATED';
  }
  if (socket.identity.actor.kind === 'official') return undefined;
  return socket.authorization ? 'FORBIDDEN' : 'UNAUTHENTICATED';
}

/** Other sites' pages may open sockets with our cookie: each counts as a change, so its origin is checked. */
function sessionOf({ request }: AuthenticatedSocket, isActive: boolean): SessionRequest {
  return { headers: request.headers, isRead: false, isActive };
}

function subscription(
  connection: Connection,
  payload: GraphqlRequest,
  { schema, find, check, maxCost, identify }: SubscriptionOptions,
): ExecutionArgs {
  const { checked, variables } = prepareOperation(find(payload), check, maxCost);
  if (checked.operation.operation !== 'subscription')
    throw new Fault('BAD_INPUT', 'query', {}, 'Queries and mutations run over HTTP.');
  // The library has counted this one already.
  if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS_PER_SOCKET) throw new Fault('RATE_LIMITED');
  demandValid(checked);
  checked.coerce(variables);
  return {
    schema,
    document: checked.document,
    variableValues: variables,
    contextValue: contextOf(connection, identify),
  };
}

/** Errors of GraphQL keep their places in the document. */
function errorsOf(error: Error): readonly GraphQLError[] {
  if (error instanceof AggregateError) return error.errors as GraphQLError[];
  return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error })];
}

function contextOf(connection: Connection, identify: Identify): OperationContext {
  const { identity, authorization, socket } = connection.extra;
  if (!identity) throw new Fault('UNAUTHENTICATED');
  return {
    ...asker(connection),
    ...identity,
    reauthenticate: async () => (await identify(authorization, sessionOf(connection.extra, false))).actor,
    closeSocket: (code) => socket.close(closeCodes[code], code),
  };
}

function asker({ extra }: Connection): ErrorContext {
  return { language: languageOf(extra.request.headers['accept-language']), requestId: extra.requestId };
}

/** `{ authorization }`, or the headers that GraphiQL sends. Browsers cannot set headers of a WebSocket, so the parameters carry it. */
function authorizationOf(parameters: Record<string, unknown> | undefined): string | undefined {
  const headers = parameters?.['headers'];
  const all = { ...(typeof headers === 'object' && headers), ...parameters };
  const value = Object.entries(all).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof value === 'string' ? value : undefined;
}
