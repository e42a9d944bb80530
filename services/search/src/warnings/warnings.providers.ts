import type { Provider } from '@nestjs/common';
import { TopicCounts } from './topic-counts.js';
import { WarnEarly } from './warn-early.js';
import { WarningsResolver } from './warnings.resolver.js';
import { WaveMarkRecords } from './wave-mark-records.js';

/** Early warning: what is more than usual, and what officials say of it. */
export const warningsProviders: readonly Provider[] = [WarningsResolver, WarnEarly, TopicCounts, WaveMarkRecords];
