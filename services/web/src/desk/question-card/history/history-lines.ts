import type { HistoryFieldsFragment } from '../../../generated/graphql.js';

export type HistoryFact = HistoryFieldsFragment;

/** A fact, with the terms that the same act set. */
export interface HistoryLine {
  readonly fact: HistoryFact;
  readonly terms: readonly HistoryFact[];
  /** The last day of the answer's term before this act moved it. */
  readonly before: string | undefined;
}

/** They move the term of the answer: the one set beside them is in their line. */
const moving = new Set<HistoryFact['type']>(['DEADLINE_EXTENDED', 'INTERIM_ANSWER_TOLD']);

/** What an act did, in the order of time: all terms that it set for a question are one line. */
export function historyLines(history: readonly HistoryFact[]): readonly HistoryLine[] {
  const sets = Map.groupBy(history.filter(isSet), actOf);
  const moved = new Set(history.filter(({ type }) => moving.has(type)).map(actOf));
  return history.flatMap((fact): readonly HistoryLine[] => {
    const terms = sets.get(actOf(fact)) ?? [];
    if (moving.has(fact.type)) return [{ fact, terms, before: answerBefore(fact, history) }];
    if (!isSet(fact)) return [{ fact, terms: [], before: undefined }];
    const isTold = moved.has(actOf(fact)) || terms[0] !== fact;
    return isTold ? [] : [{ fact, terms, before: undefined }];
  });
}

/** Those that bind only if the question is decided otherwise stand apart, unless there are no others. */
export function shownTerms(terms: readonly HistoryFact[]): {
  readonly first: readonly HistoryFact[];
  readonly others: readonly HistoryFact[];
} {
  const others = terms.filter(({ term }) => term?.duty === 'RETURN' || term?.duty === 'TELL');
  return others.length === terms.length
    ? { first: terms, others: [] }
    : { first: terms.filter((one) => !others.includes(one)), others };
}

function isSet({ type, term }: HistoryFact): boolean {
  return type === 'DEADLINE_SET' && term !== null;
}

function actOf({ at, question }: HistoryFact): string {
  return `${at} ${question ?? ''}`;
}

function answerBefore(moved: HistoryFact, history: readonly HistoryFact[]): string | undefined {
  const isEarlier = (one: HistoryFact): boolean =>
    isSet(one) && one.question === moved.question && one.at < moved.at && one.term?.duty === 'ANSWER';
  return history.findLast(isEarlier)?.term?.dueOn;
}
