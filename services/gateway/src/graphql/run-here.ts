import type { RunDocument } from '@otklik/host/graphql';
import type { RunOperation } from './execute.js';

/** All resolvers are in this process. */
export function runHere(run: RunDocument): RunOperation {
  return async (checked, variables, context) => {
    // The compiled form takes some of what GraphQL refuses, and writes an error of any length for each wrong item of a list.
    checked.coerced(variables);
    return { body: await run(checked.document, variables, context) };
  };
}
