import type { Provider } from '@nestjs/common';
import { TakeBackJournal } from './application/take-back-journal.js';
import { TakeInJournal } from './application/take-in-journal.js';
import { OldJournalResolver } from './adapters/graphql/old-journal.resolver.js';
import { UploadedJournal } from './uploaded-journal.js';
import { OldJournal } from './old-journal.js';
import { OldJournalLoads } from './store/old-journal-loads.js';
import { OldJournalRows } from './store/old-journal-rows.js';

/** The journal that a district kept before Otklik: read, taken in, taken back. */
export const oldJournalProviders: readonly Provider[] = [
  OldJournalResolver,
  OldJournal,
  UploadedJournal,
  TakeInJournal,
  TakeBackJournal,
  OldJournalLoads,
  OldJournalRows,
];
