import { parseTraceparent, startSpan, type OpenSpan } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Probes and scrapes come every few seconds. */
const PROBES = ['/health/live', '/health/ready', '/metrics'];

export function isProbe(route: string): boolean {
  return PROBES.includes(route);
}

const spans = new WeakMap<FastifyRequest, OpenSpan>();

/** A span for each request, in the trace of its `traceparent` or in one of its own. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    if (isProbe(route)) return done();
    const fields = { method, route };
    const span = startSpan({ name: `${method} ${route}`, kind: 'SERVER', parent: headerOf(request), fields });
    if (span) spans.set(request, span);
    done();
  });
  fastify.addHook('onResponse', async (request, { statusCode: status }) => {
    spans.get(request)?.end(status < 400 ? 'OK' : String(status), { status });
  });
}

/** Of what follows from the request: its span's, or what its sender gave. Undefined for none and for a malformed one. */
export function traceparentOf(request: FastifyRequest): string | undefined {
  return spans.get(request)?.traceparent ?? headerOf(request);
}

function headerOf({ headers }: FastifyRequest): string | undefined {
  const header = headers['traceparent'];
  return typeof header === 'string' && parseTraceparent(header) !== undefined ? header : undefined;
}
