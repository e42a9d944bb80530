import type { ReviewFigures } from '../domain/review-figures.js';
import type { CountedTable } from './review.js';

/** What became of an edition of a review. */
export type EditionState = 'PREPARED' | 'RELEASED' | 'DROPPED' | 'TAKEN_BACK';

/** Who did it, and when. */
export interface EditionAct {
  readonly official: string;
  /** The absent official whose role it was. */
  readonly onBehalfOf?: string | undefined;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** A review as it was prepared, and what became of it. */
export interface ReviewEdition {
  readonly id: string;
  /** `2026-Q3`, `2026` */
  readonly period: string;
  /** 1, 2, 3 … of its period. */
  readonly edition: number;
  readonly title: string;
  /** Paragraphs, as the official left them. */
  readonly text: readonly string[];
  /** Numbers as they were counted when it was prepared. */
  readonly tables: readonly CountedTable[];
  /** What lists of reviews tell of it, kept with it: whatever its tables are called later, they are found. */
  readonly figures: ReviewFigures;
  /** 1: prepared; each decision is one more. */
  readonly version: number;
  readonly state: EditionState;
  readonly prepared: EditionAct;
  readonly decided?: EditionAct & {
    /** Why it was dropped or taken back. */
    readonly reason?: string | undefined;
  };
}

/** Of another official than who prepared it, for whomever either of them acts. */
export function isOwnEdition({ prepared }: Pick<ReviewEdition, 'prepared'>, act: Omit<EditionAct, 'at'>): boolean {
  const preparers = [prepared.official, prepared.onBehalfOf];
  return preparers.includes(act.official) || (act.onBehalfOf !== undefined && preparers.includes(act.onBehalfOf));
}

/** What an edition becomes when it is taken back; undefined: it is over already. */
export function takenBackTo(state: EditionState): EditionState | undefined {
  if (state === 'PREPARED') return 'DROPPED';
  return state === 'RELEASED' ? 'TAKEN_BACK' : undefined;
}

/** What all may read, the newest period first. `newest`: of each period the newest edition that was ever public, which brings no earlier one back. */
export function publicEditions(newest: readonly ReviewEdition[]): readonly ReviewEdition[] {
  return newest
    .filter(({ state }) => state === 'RELEASED')
    .toSorted((one, other) => endOf(other.period).localeCompare(endOf(one.period)));
}

/** A year ends after its quarters. */
function endOf(period: string): string {
  return period.length === 4 ? `${period}-Y` : period;
}
