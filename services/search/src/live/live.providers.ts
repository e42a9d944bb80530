import type { Provider } from '@nestjs/common';
import { CardViewersResolver } from './adapters/graphql/card-viewers.resolver.js';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { PostgresCardPresence } from './adapters/postgres/postgres-card-presence.js';
import { CardPresence } from './application/card-presence.js';
import { DistrictChanges } from './application/district-changes.js';

/** What changes on open pages. */
export const liveProviders: readonly Provider[] = [
  LiveResolver,
  CardViewersResolver,
  DistrictChanges,
  { provide: CardPresence, useClass: PostgresCardPresence },
];
