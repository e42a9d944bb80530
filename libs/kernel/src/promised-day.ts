import type { LocalDate } from './local-time.js';
import { refuse } from './refusal.js';

/** A promise of measures names a day in the future; no other outcome has one. */
export function demandPromise(
  { outcome, promisedUntil }: { readonly outcome: string; readonly promisedUntil?: LocalDate },
  today: LocalDate,
): void {
  if ((outcome === 'MEASURES_PROMISED') !== (promisedUntil !== undefined)) refuse('PROMISE_NEEDS_DAY');
  if (promisedUntil !== undefined && promisedUntil <= today) refuse('PROMISE_TOO_EARLY');
}
