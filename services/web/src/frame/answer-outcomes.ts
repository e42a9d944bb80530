import type { Outcome } from '../generated/enumerations.js';

/** What an answer may say, in the order in which it is offered. */
export const answerOutcomes = [
  ...(['SUPPORTED', 'NOT_SUPPORTED', 'EXPLAINED', 'MEASURES_TAKEN'] as const),
] as const satisfies readonly Outcome[];
