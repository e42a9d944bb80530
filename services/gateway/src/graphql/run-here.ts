import type { RunDocument } from '@otklik/host/graphql';
import type { RunOperation } from './execute.js';
import { isPlain } from './variables.js';

/** All resolvers are in this process. */
export function runHere(run: RunDocument): RunOperation {
  return async (checked, variables, context) => {
    if (!isPlain(variables)) checked.coerced(variables);
    try {
      return { body: await run(checked.document, variables, context) };
    } catch (error) {
      // Was it the variables, then this points at the one.
      checked.coerced(variables);
      throw error;
    }
  };
}
