import type { HttpRoute } from '@otklik/contracts/routes';
import { requestContext, maskErrors, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { ServiceClients } from './service-clients.js';

export interface ForwardedRouteOptions {
  readonly routes: readonly HttpRoute[];
  readonly clients: ServiceClients;
  readonly contextOf: (request: FastifyRequest) => Promise<OperationContext>;
  readonly logger: Logger;
}

/** Request headers that pass to the owner. The actor and the address are added by the client, never taken from the request. */
const forwardedHeaders = ['content-type', 'content-length', 'accept'];
/** Of routes with pages of their own. */
const browsersHeaders = ['cookie', 'origin'];
/** Response headers of the connection to the owner. */
export const hopByHopHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'date'];

/** The services' routes beside GraphQL: request and response bodies are streamed through. */
export async function forwardedRoutes(
  scope: FastifyInstance,
  { routes, clients, contextOf, logger }: ForwardedRouteOptions,
): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
  maskErrors(scope, logger);
  for (const { owner, method, url, isOfBrowsers = false, headers = [] } of routes) {
    scope.route({
      method,
      url,
      handler: async (request, reply) => {
        const answer = await clients.proxy(
          owner,
          proxiedRequest(request, method, [...(isOfBrowsers ? browsersHeaders : []), ...headers]),
          await contextOf(request),
        );
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !hopByHopHeaders.includes(name)) void reply.header(name, value);
        return reply.code(answer.statusCode).send(answer.body);
      },
    });
  }
}

function proxiedRequest(request: FastifyRequest, method: Dispatcher.HttpMethod, more: readonly string[]) {
  const headers = Object.fromEntries(
    [...forwardedHeaders, ...more].flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const body = method === 'POST' ? { body: request.raw } : {};
  return {
    method,
    path: request.url,
    headers: { ...headers, 'accept-language': requestContext(request).language },
    ...body,
  };
}
