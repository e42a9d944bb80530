import type { ReactionSample, ReactionSeries } from '@otklik/contracts/generated/graphql';
import { StoredReaction } from '../../store/reactions.js';

/** A count holds until its last reading; between two readings it is unknown. */
export function reactionSeries(stored: readonly StoredReaction[]): readonly ReactionSeries[] {
  const bySeries = Map.groupBy(stored, ({ target, message, metric }) => `${target} ${message} ${metric}`);
  return [...bySeries.values()].map((counts) => {
    const { target, message, metric } = counts[0]!;
    return { target, message, metric, samples: counts.map((count, at) => sampleOf(count, counts[at + 1])) };
  });
}

function sampleOf(
  { observedAt, value, quality, via }: StoredReaction,
  next: StoredReaction | undefined,
): ReactionSample {
  const to = next?.before ?? observedAt;
  return { from: observedAt, to: to < observedAt ? observedAt : to, value, quality, via };
}
