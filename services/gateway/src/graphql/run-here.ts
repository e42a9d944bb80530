import type { RunDocument } from '@otklik/host/graphql';
import type { RunOperation } from './execute.js';

/** All resolvers are in this process. */
export function runHere(run: RunDocument): RunOperation {
  return async ({ document }, variables, context) => ({ body: await run(document, variables, context) });
}
