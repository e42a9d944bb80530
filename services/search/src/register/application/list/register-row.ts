import type { Case } from '@otklik/case/case';
import { compact } from '@otklik/kernel';
import { appealValues, questionValues, type AppealValues, type QuestionValues } from './column-values.js';

/** An appeal and its questions as lists, filters and the index need them, all made of the fold. */
export interface RegisterRow extends AppealValues {
  readonly district: number;
  readonly id: string;
  /** Its number among all changes of the register; drawn by the database. */
  readonly change: number;
  /** In the order of their ordinals. */
  readonly questions: readonly QuestionValues[];
  readonly erased: boolean;
  readonly clear: ClearTexts;
  readonly fold: Case;
}

/** What is searched, and therefore unsealed in the register until the person is erased. */
export interface ClearTexts {
  readonly text?: string;
  readonly place?: string;
  /** In the words of an official. */
  readonly gist?: string;
  /** Of a comment: the name that its author shows there to all. */
  readonly author?: string;
  readonly supplements: readonly string[];
  readonly answers: readonly string[];
  /** Why another consideration was refused: the applicant reads it. */
  readonly refusal?: string;
  /** The moderator's own answer. */
  readonly atOnce?: string;
  /** Blind index of the contact: equal for appeals from the same contact. */
  readonly sender?: string;
  /** Blind index of who signed in: equal for the appeals of one person, whatever contact each names. */
  readonly identity?: string;
  /** Blinded words by which the applicant is found: those to remove with the person's data. */
  readonly applicant?: readonly string[];
  /** By question: what was done of the measures that its answer promised. */
  readonly promises: Readonly<Record<string, string>>;
  /** By question: its own part of the appeal's text, where it was split off. */
  readonly questions: Readonly<Record<string, string>>;
  /** By question: why its term was extended. */
  readonly extensions: Readonly<Record<string, string>>;
  /** By question: the interim answers to the sender. */
  readonly interims: Readonly<Record<string, string>>;
}

export const nothingClear: ClearTexts = {
  supplements: [],
  answers: [],
  questions: {},
  promises: {},
  extensions: {},
  interims: {},
};

/** By what other appeals of the person are known; by none where an official parted it from those of its contact. */
export function contactOf({
  clear,
  fold,
}: Pick<RegisterRow, 'clear' | 'fold'>): Pick<ClearTexts, 'sender' | 'identity'> {
  const { sender, identity } = clear;
  return fold.appeal.isApart ? {} : compact({ sender, identity });
}

/** Undefined until the appeal's first fact has come, whatever came of the other topics before it. */
export function registerRow(
  key: { readonly district: number; readonly id: string; readonly change: number },
  fold: Case,
  clear: ClearTexts,
): RegisterRow | undefined {
  const { received, erased } = fold.appeal;
  if (!received) return undefined;
  const questions = Object.entries(fold.questions);
  return {
    ...key,
    ...appealValues({ received, fold, questions: questions.map(([, part]) => part) }),
    questions: questions
      .map(([id, part]) => questionValues({ id, part, fold }))
      .sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0)),
    erased,
    clear: erased ? nothingClear : clear,
    fold,
  };
}

/** The different values of a column over the appeal's questions, sorted. */
export function ofQuestions<Name extends keyof QuestionValues>(
  { questions }: Pick<RegisterRow, 'questions'>,
  column: Name,
): readonly NonNullable<QuestionValues[Name]>[] {
  const known = questions.flatMap((question) => question[column] ?? []) as NonNullable<QuestionValues[Name]>[];
  return [...new Set(known)].sort();
}
