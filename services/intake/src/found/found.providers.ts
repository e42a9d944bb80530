import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { FoundResolver } from './adapters/graphql/found.resolver.js';
import { DecideFound } from './application/decide-found.js';
import { ReadFound } from './application/read-found.js';
import { WatchPlaces } from './application/watch-places.js';
import { FoundMessages } from './store/found-messages.js';
import { WatchedPlaces } from './store/watched-places.js';

const watching = polled({
  by: WatchPlaces,
  work: (places) => places.watchDue(),
  failed: 'reading watched communities failed; retrying',
  patienceMs: 5_000,
  stopped: (places) => places.stop(),
});

/** What people write beside the district's own pages. */
export const foundProviders: readonly Provider[] = [
  FoundResolver,
  ReadFound,
  DecideFound,
  WatchPlaces,
  FoundMessages,
  WatchedPlaces,
  watching,
];
