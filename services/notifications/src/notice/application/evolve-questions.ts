import type { QuestionFact } from './follow-question.js';

/** A question's place beside what is kept of it. */
export interface KeptOf<Kept> {
  readonly district: number;
  readonly question: string;
  readonly kept: Kept;
}

/** What is kept of the questions after the facts, of those alone that these change; `known`: before them, by question. Pure. */
export function evolveQuestions<Kept extends { readonly version: number }, Fact extends QuestionFact>(
  known: ReadonlyMap<string, Kept>,
  facts: readonly Fact[],
  evolve: (fact: Fact, before: Kept | undefined) => Kept,
): readonly KeptOf<Kept>[] {
  const changed = new Map<string, KeptOf<Kept>>();
  for (const fact of facts) {
    const { district, question } = fact;
    const before = changed.get(question)?.kept ?? known.get(question);
    if (before && before.version >= fact.version) continue;
    changed.set(question, { district, question, kept: evolve(fact, before) });
  }
  return [...changed.values()];
}
