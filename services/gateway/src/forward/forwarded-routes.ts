import type { HttpRoute } from '@otklik/contracts/routes';
import { requestContext, maskErrors, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { ServiceClients } from './service-clients.js';

export interface ForwardedRouteOptions {
  readonly routes: readonly HttpRoute[];
  readonly owners: ServiceClients;
  readonly contextOf: (request: FastifyRequest) => Promise<OperationContext>;
  readonly logger: Logger;
}

/** What of a request an owner has to know; who asks and from where, the edge tells itself. */
const handedOn = ['content-type', 'content-length', 'accept'];
/** What of an answer is between the two of us. */
const keptBack = ['connection', 'keep-alive', 'transfer-encoding', 'date'];

/** The services' routes beside GraphQL: body and answer pass through unread. */
export async function forwardedRoutes(
  scope: FastifyInstance,
  { routes, owners, contextOf, logger }: ForwardedRouteOptions,
): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
  maskErrors(scope, logger);
  for (const { owner, method, url } of routes) {
    scope.route({
      method,
      url,
      handler: async (request, reply) => {
        const answer = await owners.proxy(owner, handed(request, method), await contextOf(request));
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !keptBack.includes(name)) void reply.header(name, value);
        return reply.code(answer.statusCode).send(answer.body);
      },
    });
  }
}

function handed(request: FastifyRequest, method: Dispatcher.HttpMethod) {
  const headers = Object.fromEntries(
    handedOn.flatMap((name) => {
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
