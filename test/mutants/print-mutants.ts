import { replaceCode, replaceCondition } from './locate/change.js';
import type { Mutant } from './mutants.js';

const search = 'printed-applicants.int.spec.ts';

/** Of prints with names: whose are opened, what is on record of it, and that it is there once. */
export const printMutants: readonly Mutant[] = [
  {
    name: 'print: names of cases on which the official has no act at hand',
    in: 'search: OpenForPrint.waysOf',
    change: replaceCode('mayOpenContacts(row, acting)', 'true'),
    spec: search,
    test: 'opens many cases with one record that names them',
  },
  {
    name: 'print: a record that does not say of which cases',
    in: 'search: PostgresOpenings.recordWithin',
    change: replaceCondition('false', 'appeals'),
    spec: search,
    test: 'opens many cases with one record that names them',
  },
  {
    name: 'print: a case whose list lacks the prints that name it',
    in: 'search: ofCases',
    change: replaceCode('&&', '<@'),
    spec: search,
    test: 'is on the list of each case that it names',
  },
  {
    name: 'print: prints without a limit',
    in: 'search: OpenForPrint.record',
    change: replaceCondition('void (await $&)', 'recordWithin'),
    spec: search,
    test: 'holds the limit of an hour',
  },
  {
    name: 'print: envelopes opened in one capacity alone',
    in: 'search: OpenForPrint.openAll',
    change: replaceCode(
      'await this.waysOf(print, { actor, rule, at }, district)',
      '(await this.waysOf(print, { actor, rule, at }, district)).slice(0, 1)',
    ),
    spec: 'papers.int.spec.ts',
    test: 'open what the official may and what an absent one may',
  },
  {
    name: 'print: envelopes under the print of another official',
    in: 'search: OpenForPrint.under',
    change: replaceCondition('false', 'covers'),
    spec: 'papers.int.spec.ts',
    test: 'make no record more under the print of the same press',
  },
  {
    name: 'print: letters on no record by the pass of another official',
    in: 'notifications: NoticeResolver.recorded',
    change: replaceCode('pass?.official === official', 'pass !== undefined'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'records who opened which letters before they are shown',
  },
];
