import type { ReactionMetric } from '@otklik/contracts/enumerations';
import type { AppealEvent } from '../../appeal/domain/appeal.js';

/** What was counted of one message at one time. */
export type Counts = Extract<AppealEvent, { type: 'ReactionsMeasured' }>['samples'];

/** As the networks' library tells it. */
export interface CountedSample {
  readonly metric: ReactionMetric;
  readonly value: number | null;
  readonly quality: 'exact' | 'rounded' | 'delayed' | 'missing';
}

/** Of GraphQL's Int. */
const MAX = 2_147_483_647;

/** What the network did not tell is null, and never 0. */
export function countsOf(samples: readonly CountedSample[]): Counts {
  return samples.map(({ metric, value, quality }) => {
    if (value === null) return { metric, value, quality: 'MISSING' };
    const told = quality === 'rounded' ? 'ROUNDED' : quality === 'delayed' ? 'DELAYED' : 'EXACT';
    return { metric, value: Math.min(Math.max(Math.trunc(value), 0), MAX), quality: told };
  });
}

/** The network answered. */
export function isKnown(counts: Counts): boolean {
  return counts.some(({ value }) => value !== null);
}

export function areSame(one: Counts, other: Counts): boolean {
  const text = (counts: Counts) =>
    counts
      .map(({ metric, value, quality }) => `${metric} ${value} ${quality}`)
      .sort()
      .join();
  return text(one) === text(other);
}
