import { dayAfter } from '../../parts/dates.js';

export interface ExtendedTerm {
  readonly dueOn: string;
  readonly steps: readonly { readonly code: string; readonly on: string }[];
}

/**
 * The end of a term that is extended: it counts from the day on which the term ends before it is moved from a day off. Undefined
 * where the extension would not make it longer.
 */
export function newEnd({ dueOn, steps }: ExtendedTerm, days: number): string | undefined {
  const unmoved = steps.find(({ code }) => code === 'CALENDAR_DAYS')?.on ?? dueOn;
  const until = Number.isInteger(days) && days > 0 ? dayAfter(unmoved, days) : dueOn;
  return until > dueOn ? until : undefined;
}
