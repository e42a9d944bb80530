import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance } from 'fastify';
import type { GraphqlAnswer, RunOperation } from './execute.js';

/** All resolvers are in this process: Mercurius validates, and executes what it has compiled. */
export function runHere(fastify: FastifyInstance): RunOperation {
  return async (checked, variables, context) => {
    // Mercurius adds its own things to the context.
    const running = fastify.graphql(checked.source, { ...context }, variables, null as never);
    const body = (await running) as GraphqlAnswer['body'];
    const [first] = body.errors ?? [];
    // The compiled form of an operation only reports what kept it from running.
    if (first && first.path === undefined && first.extensions?.['code'] === 'BAD_INPUT') throw new Fault('BAD_INPUT');
    return { body };
  };
}
