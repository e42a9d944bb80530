import { assertNever } from '@otklik/kernel';
import type { DataOfFact, Who } from './states-after.js';

/** What each fact means, by its type. A fact without a step stops the build. */
export type Steps<Fact extends { readonly type: string }, Before, After = Before> = {
  readonly [Type in Fact['type']]: (before: Before, data: DataOfFact<Fact, Type>, who: Who) => After;
};

/** The `evolve` of a table of steps. Throws `UnknownType` for a fact that a newer build wrote. */
export function evolveBy<Fact extends { readonly type: string; readonly data: unknown }, Before, After = Before>(
  steps: Steps<Fact, Before, After>,
): (before: Before, fact: Fact, who: Who) => After {
  type Step = (before: Before, data: unknown, who: Who) => After;
  return (before, fact, who) => {
    const step = steps[fact.type as Fact['type']] as unknown as Step | undefined;
    return step ? step(before, fact.data, who) : assertNever(fact as never);
  };
}
