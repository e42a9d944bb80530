import type { ReactionMetric, ReactionTarget, SampleQuality, SampleVia } from '@otklik/contracts/enumerations';
import type { ReactionSample, ReactionSeries } from '@otklik/contracts/generated/graphql';
import type { Districts } from '../list/register-reader.js';

/** One count of a message, as it was recorded. */
export interface StoredReaction {
  readonly target: ReactionTarget;
  readonly message: string;
  readonly metric: ReactionMetric;
  readonly observedAt: string;
  /** When the count before it was seen for the last time; null of the first. */
  readonly before: string | null;
  /** Null: the network did not tell. */
  readonly value: number | null;
  readonly quality: SampleQuality;
  readonly via: SampleVia;
}

export interface ReactionsAsked {
  readonly appeal: string;
  readonly target?: ReactionTarget | undefined;
  /** What was counted after it is not told. */
  readonly until?: string | undefined;
}

/** What people did with the messages of an appeal, over time. */
export abstract class Reactions {
  /** By target, message and metric, each in the order of time. */
  abstract of(district: Districts[number], asked: ReactionsAsked): Promise<readonly StoredReaction[]>;
}

/** A count holds until it was seen for the last time; what came between that and the next one nobody saw. */
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
