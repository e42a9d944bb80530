import type { FastifyInstance } from 'fastify';
import type { EdgeAuthentication } from '../service.js';

/** HTTP routes of a service beside GraphQL; its definition names the class. */
export interface HttpRoutes {
  /** On a scope of the process's Fastify instance. */
  register(fastify: FastifyInstance, edge: EdgeAuthentication): Promise<void> | void;
}
