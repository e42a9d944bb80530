import type { FastifyInstance } from 'fastify';
import { staticRoutes } from './static-files.js';

/** What the web serves beside GraphQL. It uses the public API only: its options are no services, databases or directories. */
export interface WebOptions {
  /** Adds to `connect-src` of the pages' content security policy; for another origin of the API. */
  readonly connectTo?: readonly string[];
}

/** The desk and analysis at `/desk` and `/analysis`: static files of the browser's build. */
export async function webRoutes(scope: FastifyInstance, options: WebOptions = {}): Promise<void> {
  await scope.register(async (inner) => staticRoutes(inner, options));
}
