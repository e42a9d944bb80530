import type { FastifyInstance } from 'fastify';

const METHODS = 'POST';
const HEADERS = 'authorization, content-type, accept-language, traceparent';
const PREFLIGHT_MAX_AGE_S = 600;

/**
 * Lets pages of the listed origins call `url` with bearer tokens (Fetch standard, CORS). Credentials are never allowed: a
 * session's cookie is for our own origin alone.
 */
export function allowOrigins(scope: FastifyInstance, url: string, origins: readonly string[]): void {
  scope.addHook('onRequest', async ({ headers: { origin } }, reply) => {
    void reply.header('vary', 'Origin');
    if (origin !== undefined && origins.includes(origin)) void reply.header('access-control-allow-origin', origin);
  });
  scope.options(url, async ({ headers: { origin } }, reply) => {
    if (origin !== undefined && origins.includes(origin))
      void reply.headers({
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': HEADERS,
        'access-control-max-age': PREFLIGHT_MAX_AGE_S,
      });
    return reply.code(204).send();
  });
}
