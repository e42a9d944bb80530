import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Probes and scrapes come every few seconds. */
const UNLOGGED = ['/health/live', '/health/ready', '/metrics'];

/** One line for each request: the route's template, never the address with its parameters, nor headers. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (UNLOGGED.includes(route) || hasOwnLine(request, reply.statusCode)) return;
    logger.info('request', {
      operation: `${request.method} ${route}`,
      correlation: request.id,
      ms: Math.round(reply.elapsedTime),
      outcome: String(reply.statusCode),
    });
  });
}

/** An operation that ran is logged with its name (`operation-log.ts`). */
function hasOwnLine({ method, routeOptions }: FastifyRequest, status: number): boolean {
  return method === 'POST' && routeOptions.url === '/graphql' && status < 400;
}
