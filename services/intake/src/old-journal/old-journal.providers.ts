import type { Provider } from '@nestjs/common';
import { TakeBackJournal } from './application/take-back-journal.js';
import { TakeInJournal } from './application/take-in-journal.js';
import { OldJournal } from './old-journal.js';
import { OldJournalLoads } from './store/old-journal-loads.js';
import { OldJournalRows } from './store/old-journal-rows.js';

/** The journal that a district kept before Otklik: read, taken in, taken back. */
export const oldJournalProviders: readonly Provider[] = [
  OldJournal,
  TakeInJournal,
  TakeBackJournal,
  OldJournalLoads,
  OldJournalRows,
];
