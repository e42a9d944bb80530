import type { ServiceModule } from '@otklik/host';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { maskErrors } from '@otklik/host/graphql';
import { sessionRequest } from './graphql/http.js';
import type { Identify } from './identity/identity.js';

export interface ServiceRouteOptions {
  readonly services: readonly Pick<ServiceModule, 'routes'>[];
  readonly identify: Identify;
  readonly logger: Logger;
}

/** The services' routes beside GraphQL, each in a scope of its own, so that none changes how the others read bodies. */
export async function serviceRoutes(
  fastify: FastifyInstance,
  { services, identify, logger }: ServiceRouteOptions,
): Promise<void> {
  for (const { routes } of services) {
    if (!routes) continue;
    await fastify.register(async (scope) => {
      maskErrors(scope, logger);
      await routes(scope, {
        actorOf: async (request) => (await identify(request.headers.authorization, sessionRequest(request))).actor,
      });
    });
  }
}
