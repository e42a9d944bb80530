import type { Provider } from '@nestjs/common';
import { PlaceCounts } from './place-counts.js';
import { PlacesResolver } from './places.resolver.js';
import { TopicCounts } from './topic-counts.js';
import { WarnEarly } from './warn-early.js';
import { WarningsResolver } from './warnings.resolver.js';
import { WaveMarkRecords } from './wave-mark-records.js';

/** Early warning: what is more than usual, where, and what officials say of it. */
export const warningsProviders: readonly Provider[] = [
  WarningsResolver,
  WarnEarly,
  TopicCounts,
  WaveMarkRecords,
  PlacesResolver,
  PlaceCounts,
];
