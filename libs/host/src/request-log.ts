import { parseTraceparent, type Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isProbe, traceparentOf } from './request-span.js';

/** One line for each request: the route's template, never the address with its parameters, nor headers. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (isProbe(route) || hasOwnLine(request, reply.statusCode)) return;
    logger.info('request', {
      operation: `${request.method} ${route}`,
      correlation: request.id,
      trace: parseTraceparent(traceparentOf(request))?.trace,
      ms: Math.round(reply.elapsedTime),
      outcome: String(reply.statusCode),
    });
  });
}

/** An operation that ran is logged with its name (`operation-log.ts`). */
function hasOwnLine({ method, routeOptions }: FastifyRequest, status: number): boolean {
  return method === 'POST' && routeOptions.url === '/graphql' && status < 400;
}
