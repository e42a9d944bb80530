import type { Provider } from '@nestjs/common';
import { polled, RETENTION_INTERVAL_MS } from '@otklik/host';
import { PromisesConcern } from './adapters/events/promises.concern.js';
import { RetentionConcern } from './adapters/events/retention.concern.js';
import { RetentionIndex } from './store/retention-index.js';
import { ConcernedAppeals } from './application/concerned-appeals.js';
import { EndRetention } from './application/end-retention.js';
import { ErasePerson } from './application/erase-person.js';

const endingRetention = polled({
  by: EndRetention,
  work: (retention) => retention.runAll(),
  failed: 'checking retention terms failed; retrying',
  idleMs: RETENTION_INTERVAL_MS,
});

/** Terms of storage, and erasure. */
export const retentionProviders: readonly Provider[] = [
  RetentionConcern,
  PromisesConcern,
  ConcernedAppeals,
  ErasePerson,
  EndRetention,
  endingRetention,
  RetentionIndex,
];
