import type { Provider } from '@nestjs/common';
import { CardViewersResolver } from './adapters/graphql/card-viewers.resolver.js';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { CardPresence } from './store/card-presence.js';
import { DistrictChanges } from './application/district-changes.js';

/** What changes on open pages. */
export const liveProviders: readonly Provider[] = [LiveResolver, CardViewersResolver, DistrictChanges, CardPresence];
