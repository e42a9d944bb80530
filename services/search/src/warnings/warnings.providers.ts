import type { Provider } from '@nestjs/common';
import { PlaceCounts } from './store/place-counts.js';
import { PlacesResolver } from './adapters/graphql/places.resolver.js';
import { ReactionCounts } from './store/reaction-counts.js';
import { ReactionSumsResolver } from './adapters/graphql/reaction-sums.resolver.js';
import { TopicCounts } from './store/topic-counts.js';
import { WarnEarly } from './application/warn-early.js';
import { WarningsResolver } from './adapters/graphql/warnings.resolver.js';
import { WaveMarkRecords } from './store/wave-mark-records.js';

/** Early warning: what is more than usual, where, and what officials say of it. */
export const warningsProviders: readonly Provider[] = [
  WarningsResolver,
  WarnEarly,
  TopicCounts,
  WaveMarkRecords,
  PlacesResolver,
  PlaceCounts,
  ReactionSumsResolver,
  ReactionCounts,
];
