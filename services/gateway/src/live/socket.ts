import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, validate, type ExecutionArgs, type GraphQLSchema, type ValidationRule } from 'graphql';
import { handleProtocols, makeServer, type Context, type ServerOptions } from 'graphql-ws';
import type { FastifyInstance } from 'fastify';
import { BODY_LIMIT } from '@otklik/host';
import type { Logger } from '@otklik/observability';
import { WebSocketServer, type WebSocket } from 'ws';
import type { GatewayContext } from '../graphql/context.js';
import type { CheckDocument } from '../graphql/document.js';
import { formatErrors } from '../graphql/errors.js';
import { prepared } from '../graphql/execute.js';
import { Fault } from '../graphql/fault.js';
import { languageOf } from '../graphql/language.js';
import type { Identify, Identity } from '../identity/identity.js';

export interface LiveParts {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly check: CheckDocument;
  readonly maxCost: number;
  readonly identify: Identify;
  readonly logger: Logger;
}

interface Bearer {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly requestId: string;
  authorization?: string | undefined;
  identity?: Identity;
}

type Connection = Context<Record<string, unknown> | undefined, Bearer>;

const MOST_SOCKETS = 5_000;
const MOST_SUBSCRIPTIONS = 20;
const PING_EVERY_MS = 15_000;
const closeCodes = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403 } as const;

/** Subscriptions over `graphql-transport-ws` at `/graphql`, with the same limits as over HTTP. Returns how to end it. */
export function liveUpdates(fastify: FastifyInstance, parts: LiveParts): () => void {
  const server = makeServer(options(parts));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: BODY_LIMIT, handleProtocols });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = request.url?.split('?')[0];
    if (path !== '/graphql' || sockets.clients.size >= MOST_SOCKETS) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => serve(server, opened, request, parts.logger));
  };
  fastify.server.on('upgrade', upgrade);
  return () => {
    fastify.server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.close(1001, 'stopping');
    sockets.close();
  };
}

function serve(
  server: ReturnType<typeof makeServer<never, Bearer>>,
  socket: WebSocket,
  request: IncomingMessage,
  logger: Logger,
): void {
  let answered = true;
  const pings = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_EVERY_MS);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((sent, failed) => {
          if (socket.readyState !== socket.OPEN) return sent();
          socket.send(data, (error) => (error ? failed(error) : sent()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (heard) =>
        void socket.on('message', (data) => {
          heard(data.toString('utf8')).catch((error: unknown) => {
            logger.warn('a socket was closed', { error });
            socket.close(1011, 'INTERNAL');
          });
        }),
    },
    { socket, request, requestId: randomUUID() },
  );
  socket.on('pong', () => void (answered = true));
  socket.on('error', () => socket.terminate());
  socket.once('close', (code, reason) => {
    clearInterval(pings);
    void closed(code, reason.toString('utf8'));
  });
}

function options(parts: LiveParts): ServerOptions<Record<string, unknown> | undefined, Bearer> {
  const { logger, identify } = parts;
  const format = (connection: Connection, errors: readonly GraphQLError[]) =>
    formatErrors(errors, asker(connection), logger);
  return {
    connectionInitWaitTimeout: 5_000,
    onConnect: async (connection) => {
      try {
        connection.extra.authorization = authorizationOf(connection.connectionParams);
        connection.extra.identity = await identify(connection.extra.authorization);
        return true;
      } catch {
        connection.extra.socket.close(closeCodes.UNAUTHENTICATED, 'UNAUTHENTICATED');
        return false;
      }
    },
    onSubscribe: (connection, _, payload) => {
      try {
        return subscription(connection, payload, parts);
      } catch (error) {
        return [new GraphQLError('', { originalError: error as Error })];
      }
    },
    onError: (connection, _, __, errors) => format(connection, errors),
    onNext: (connection, _, __, ___, result) =>
      result.errors ? { data: result.data ?? null, errors: format(connection, result.errors) } : undefined,
  };
}

function subscription(
  connection: Connection,
  payload: { readonly query: string; readonly variables?: unknown; readonly operationName?: unknown },
  { schema, rules, check, maxCost, identify }: LiveParts,
): ExecutionArgs | readonly GraphQLError[] {
  const { checked, variables } = prepared(payload, check, maxCost);
  if (checked.operation.operation !== 'subscription') throw new Fault('BAD_INPUT', 'query');
  if (Object.keys(connection.subscriptions).length > MOST_SUBSCRIPTIONS) throw new Fault('RATE_LIMITED');
  const errors = validate(schema, checked.document, rules);
  if (errors.length > 0) return errors;
  return {
    schema,
    document: checked.document,
    variableValues: variables,
    contextValue: contextOf(connection, identify),
  };
}

function contextOf(connection: Connection, identify: Identify): GatewayContext {
  const { identity, authorization, socket } = connection.extra;
  if (!identity) throw new Fault('UNAUTHENTICATED');
  return {
    ...asker(connection),
    ...identity,
    again: async () => (await identify(authorization)).actor,
    endLive: (code) => socket.close(closeCodes[code], code),
  };
}

function asker({ extra }: Connection): Pick<GatewayContext, 'language' | 'requestId'> {
  return { language: languageOf(extra.request.headers['accept-language']), requestId: extra.requestId };
}

/** `{ authorization }`, or the headers of a query page. Browsers cannot set headers of a socket, so the parameters carry it. */
function authorizationOf(parameters: Record<string, unknown> | undefined): string | undefined {
  const headers = parameters?.['headers'];
  const all = { ...(typeof headers === 'object' ? headers : {}), ...parameters };
  const found = Object.entries(all).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof found === 'string' ? found : undefined;
}
