/// <reference path="./ws-module.d.ts" />
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer, type WebSocket } from 'ws';
import { BODY_LIMIT } from '../application.js';

/** Data of a connection. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly requestId: string;
}

/** Payload of `connection_init`. */
export type ConnectionParameters = Record<string, unknown> | undefined;

const MAX_SOCKETS = 5_000;
/** Limit of sockets before `connection_init`. Above it the oldest of them is closed; authenticated ones are not affected. */
const MAX_UNAUTHENTICATED_SOCKETS = 500;
const PING_INTERVAL_MS = 15_000;

/** `graphql-transport-ws` at `/graphql`, with pings. Returns a function that closes it. */
export function serveSockets<Extra extends SocketExtra>(
  fastify: FastifyInstance,
  options: ServerOptions<ConnectionParameters, Extra>,
  logger: Logger,
): () => void {
  const { onConnect, ...others } = options as unknown as ServerOptions<ConnectionParameters, SocketExtra>;
  const unauthenticated = new Set<WebSocket>();
  const server = makeServer<ConnectionParameters, SocketExtra>({
    ...others,
    onConnect: async (connection) => {
      const allowed = await onConnect?.(connection);
      if (allowed !== false) unauthenticated.delete(connection.extra.socket);
      return allowed;
    },
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: BODY_LIMIT, handleProtocols });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = request.url?.split('?')[0];
    if (path !== '/graphql' || sockets.clients.size >= MAX_SOCKETS) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const [oldest] = unauthenticated;
      if (unauthenticated.size >= MAX_UNAUTHENTICATED_SOCKETS) oldest?.terminate();
      unauthenticated.add(opened);
      opened.once('close', () => unauthenticated.delete(opened));
      serve(server, opened, request, logger);
    });
  };
  fastify.server.on('upgrade', upgrade);
  return () => {
    fastify.server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.close(1001, 'stopping');
    sockets.close();
  };
}

function serve(
  server: ReturnType<typeof makeServer<never, SocketExtra>>,
  socket: WebSocket,
  request: IncomingMessage,
  logger: Logger,
): void {
  let answered = true;
  const pings = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_INTERVAL_MS);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((sent, failed) => {
          if (socket.readyState !== socket.OPEN) return sent();
          socket.send(data, (error) => (error ? failed(error) : sent()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        void socket.on('message', (data) => {
          receive(data.toString('utf8')).catch((error: unknown) => {
            logger.warn('closing a socket after an error', { error });
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
