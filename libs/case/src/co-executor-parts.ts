import { compact, type LocalDate } from '@otklik/kernel';
import type { SaidOfQuestion as Fact } from './events.js';
import type { PublishedQuestion } from './question.js';
import { byOf } from './states-after.js';
import type { Steps } from './steps.js';

/* Who works on a question with its executor, and what each of them prepares for the answer. */

export interface CoExecutorsPart {
  /** Ids. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
}

/** One co-executor: the id of an official, or the code of a department. */
export interface CoExecutor {
  readonly official?: string;
  readonly department?: string;
}

/** What a co-executor prepares. */
export interface GivenPart extends CoExecutor {
  /** Sealed. */
  readonly text: string;
  /** His inner day. */
  readonly until?: LocalDate;
  readonly by?: string;
  readonly at: string;
  /** That it is done, as he said. */
  readonly done?: DonePart;
}

export interface DonePart {
  /** Sealed. */
  readonly text?: string;
  readonly by?: string;
  readonly at: string;
}

export interface CoExecutorsOfQuestion {
  readonly coExecutors?: CoExecutorsPart;
  /** In the order in which they were given; absent: none. */
  readonly coParts?: readonly GivenPart[];
}

type CoExecutorFact = Extract<
  Fact,
  { readonly type: 'CoExecutorsAssigned' | 'CoExecutorPartGiven' | 'CoExecutorPartDone' }
>;

export const coExecutorSteps: Steps<CoExecutorFact, PublishedQuestion> = {
  // The part of one who is no co-executor any more is over with that.
  CoExecutorsAssigned: (part, coExecutors) =>
    withParts({ ...part, coExecutors }, (part.coParts ?? []).filter(isAmong(coExecutors))),
  CoExecutorPartGiven(part, { official, department, text, until }, who) {
    const whose = compact({ official, department });
    const others = (part.coParts ?? []).filter((one) => !isOfSame(one, whose));
    const given = text === undefined ? [] : [{ ...whose, text, at: who.at, ...byOf(who), ...compact({ until }) }];
    return withParts(part, [...others, ...given]);
  },
  CoExecutorPartDone(part, { official, department, text }, who) {
    const done = { at: who.at, ...byOf(who), ...compact({ text }) };
    const whose = compact({ official, department });
    return withParts(
      part,
      (part.coParts ?? []).map((one) => (isOfSame(one, whose) ? { ...one, done } : one)),
    );
  },
};

function withParts({ coParts: _former, ...part }: PublishedQuestion, coParts: readonly GivenPart[]): PublishedQuestion {
  return coParts.length === 0 ? part : { ...part, coParts };
}

export function isAmong({ officials, departments }: CoExecutorsPart): (one: CoExecutor) => boolean {
  return ({ official, department }) =>
    (official !== undefined && officials.includes(official)) ||
    (department !== undefined && departments.includes(department));
}

export function isOfSame(one: CoExecutor, other: CoExecutor): boolean {
  return one.official === other.official && one.department === other.department;
}

/** A department's code is no id of an official. */
export function keyOf({ official, department = '' }: CoExecutor): string {
  return official ?? department;
}

/** The co-executors whose parts are not done; undefined: none. */
export function undoneParts({ coParts = [] }: Pick<PublishedQuestion, 'coParts'>): CoExecutorsPart | undefined {
  const undone = coParts.filter(({ done }) => done === undefined);
  if (undone.length === 0) return undefined;
  return {
    officials: undone.flatMap(({ official }) => official ?? []),
    departments: undone.flatMap(({ department }) => department ?? []),
  };
}
