import type { Provider } from '@nestjs/common';
import { OldJournal } from './old-journal.js';

/** The journal that a district kept before Otklik: read, taken in, taken back. */
export const oldJournalProviders: readonly Provider[] = [OldJournal];
