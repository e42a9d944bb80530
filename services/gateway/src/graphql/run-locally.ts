import type { RunDocument } from '@otklik/host/graphql';
import type { RunOperation } from './execute.js';
import { isPlain } from './variables.js';

/** Runs operations by the resolvers of this process. */
export function runLocally(run: RunDocument): RunOperation {
  return async (checked, variables, context) => {
    if (!isPlain(variables)) checked.coerce(variables);
    try {
      return { body: await run(checked.document, variables, context) };
    } catch (error) {
      // If a variable is the cause, this throws a fault with its path.
      checked.coerce(variables);
      throw error;
    }
  };
}
