import { mulberry32 } from '@otklik/kernel';
import {
  ADVERTISING,
  ANSWERED_AT_ONCE,
  FAMILY_NAMES,
  FIRST_NAMES,
  MATTERS,
  NO_QUESTIONS,
  PLACES,
  URGENT,
} from './morning-words.js';

export interface MorningPlan {
  readonly comments: number;
  readonly minutes: number;
  /** The same seed, the same morning. */
  readonly seed: number;
  /** How many pages there are to write under. */
  readonly pages: number;
}

export interface MorningComment {
  /** Milliseconds from the beginning. */
  readonly after: number;
  /** Which of the pages. */
  readonly page: number;
  readonly person: string;
  readonly text: string;
  readonly direct: boolean;
}

/** Shares of a busy morning: the same matter comes from many, some is urgent, a tenth is no question at all. */
const KINDS = [
  [0.72, 'matter'],
  [0.82, 'talk'],
  [0.9, 'at-once'],
  [0.97, 'advertising'],
  [1, 'urgent'],
] as const;

export function morningOf({ comments, minutes, seed, pages }: MorningPlan): readonly MorningComment[] {
  const chance = mulberry32(seed);
  const one = <Thing>(of: readonly Thing[]): Thing => of[Math.floor(chance() * of.length)]!;
  const texts: Readonly<Record<(typeof KINDS)[number][1], () => string>> = {
    // Squared: a few matters are written of by many.
    matter: () => one(MATTERS[Math.floor(chance() ** 2 * MATTERS.length)]!),
    talk: () => one(NO_QUESTIONS),
    'at-once': () => one(ANSWERED_AT_ONCE),
    advertising: () => one(ADVERTISING),
    urgent: () => one(URGENT),
  };
  const comment = (): MorningComment => {
    const kind = chance();
    const text = texts[KINDS.find(([until]) => kind <= until)![1]]();
    return {
      after: Math.floor(chance() * minutes * 60_000),
      page: Math.floor(chance() * pages),
      person: `${one(FIRST_NAMES)} ${one(FAMILY_NAMES)}`,
      text: text.replace('{place}', PLACES[Math.floor(chance() ** 2 * PLACES.length)]!),
      direct: chance() < 0.2,
    };
  };
  return Array.from({ length: comments }, comment).sort((a, b) => a.after - b.after);
}
