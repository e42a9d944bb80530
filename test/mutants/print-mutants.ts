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
    name: 'print: a record that does not say which letters',
    in: 'search: OpenForPrint.record',
    change: replaceCode('appeals, letters, rows', 'appeals, letters: [], rows'),
    spec: search,
    test: 'says which letters were printed',
  },
  {
    name: 'print: a pass for a letter that the register does not know',
    in: 'search: OpenForPrint.known',
    change: replaceCode(
      'rows.get(appeal)?.fold.notices[notice]',
      '({ outgoing: undefined } as { outgoing?: { number: string } })',
    ),
    spec: search,
    test: 'says which letters were printed',
  },
  {
    name: 'print: another capacity of the same official on no record',
    in: 'search: OpenForPrint.record',
    change: replaceCode("`${role}/${onBehalfOf ?? ''}`", '``'),
    spec: search,
    test: 'is another record in another capacity',
  },
  {
    name: 'print: letters of another capacity on no record',
    in: 'notifications: idOf',
    change: replaceCode("`${role}/${onBehalfOf ?? ''}`", '``'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'records who opened which letters before they are shown',
  },
  {
    name: 'print: letters on no record that the opening of names does not name',
    in: 'notifications: PrintLetter.pdf',
    change: replaceCode('!recorded.includes(notice)', 'recorded.length === 0'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'records who opened which letters before they are shown',
  },
  {
    name: 'print: a case whose list lacks the prints that name it',
    in: 'search: ofCases',
    change: replaceCode(
      'search.printed_cases where district = ${place} and appeals &&',
      'search.printed_cases where district = ${place} and appeals <@',
    ),
    spec: search,
    test: 'is on the list of each case that it names',
  },
  {
    name: 'print: a case whose list lacks the print of a letter about it',
    in: 'search: ofCases',
    change: replaceCode(
      'search.printed_letters where district = ${place} and appeals &&',
      'search.printed_letters where district = ${place} and appeals <@',
    ),
    spec: search,
    test: 'says which letters were printed',
  },
  {
    name: 'print: name and address of a draft opened in a role to which the applicant is closed',
    in: 'notifications: applicantOpenerIn',
    change: replaceCode('applicantOpeners(rule)', 'rule'),
    spec: 'letters.int.spec.ts',
    test: 'opens name and address to whom',
  },
  {
    name: 'print: name and address of the draft of a question that has ended',
    in: 'notifications: Questions.isOpen',
    change: replaceCode('!hasEnded(state)', 'true'),
    spec: 'letters.int.spec.ts',
    test: 'opens nothing of a question that has ended',
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
