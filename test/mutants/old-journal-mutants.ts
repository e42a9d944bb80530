import { dropStatement, replaceText } from './locate/change.js';
import type { Mutant } from './mutants.js';

const whole = 'old-journal.int.spec.ts';

/** The journal that was kept before: its numbers are never given again, and the same file makes nothing twice. */
export const oldJournalMutants: readonly Mutant[] = [
  {
    name: 'old journal: a number of it is given again',
    in: 'intake: TakeInJournal.begin',
    change: dropStatement('reserve'),
    spec: whole,
    test: 'is taken in with its numbers, and the series goes on after its last',
  },
  {
    name: 'old journal: rows that are there are taken again',
    in: 'intake: OldJournalRows.known',
    change: replaceText('row_key = any($2::text[])', 'row_key = any($2::text[]) and false'),
    spec: whole,
    test: 'is taken in a second time without doubles; only what is new is added, and no number twice',
  },
];
