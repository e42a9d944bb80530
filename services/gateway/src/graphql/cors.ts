import { isClientOrigin, type Directory } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';

const HEADERS = 'authorization, content-type, accept-language, traceparent, x-otklik-proof';
/** What a page may read of an answer beside its body. */
const EXPOSED = 'retry-after, content-disposition';
const PREFLIGHT_MAX_AGE_S = 600;

/** Methods of the addresses that other front-ends call. */
export type CrossOriginRoutes = Readonly<Record<string, 'GET' | 'POST'>>;

/** Whether pages of the origin may call. */
export type IsListedOrigin = (origin: string) => boolean;

/** Those of the configuration, and those of registered front-ends. */
export function listedOrigins(configured: readonly string[], directory: Pick<Directory, 'districts'>): IsListedOrigin {
  return (origin) => configured.includes(origin) || isClientOrigin(directory, origin);
}

/**
 * Lets pages of the listed origins call these routes of the scope with bearer tokens (Fetch standard, CORS). Credentials are
 * never allowed: a session's cookie is for our own origin alone.
 */
export function allowOrigins(scope: FastifyInstance, routes: CrossOriginRoutes, isListedOrigin: IsListedOrigin): void {
  const isListed = (origin: string | undefined): origin is string => origin !== undefined && isListedOrigin(origin);
  scope.addHook('onRequest', async ({ headers: { origin }, routeOptions }, reply) => {
    if (!Object.hasOwn(routes, routeOptions.url ?? '')) return;
    void reply.header('vary', 'Origin');
    if (isListed(origin))
      void reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED });
  });
  for (const [url, method] of Object.entries(routes))
    scope.options(url, async ({ headers: { origin } }, reply) => {
      if (isListed(origin))
        void reply.headers({
          'access-control-allow-methods': method,
          'access-control-allow-headers': HEADERS,
          'access-control-max-age': PREFLIGHT_MAX_AGE_S,
        });
      return reply.code(204).send();
    });
}
