import type { Provider } from '@nestjs/common';
import { polled } from '../service/polled.js';
import { WatchTerms } from './watch-terms.js';

/** What warns of the terms of a service that has a `TermWarner` and a table of work. */
export const termWarnings: readonly Provider[] = [
  polled({
    by: WatchTerms,
    work: (terms) => terms.warnDue(),
    failed: 'recording warnings of terms failed; retrying',
  }),
  WatchTerms,
];
