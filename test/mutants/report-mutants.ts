import { dropStatement, replaceCode, replaceCondition } from './locate/change.js';
import type { Mutant } from './mutants.js';

const spec = 'sstu-reports.int.spec.ts';

/** Of the monthly report: whose names are opened, and what goes in. */
export const reportMutants: readonly Mutant[] = [
  {
    name: 'report: names of a month that are on no record',
    in: 'search: SstuReports.record',
    change: replaceCondition('false', 'recordWithin'),
    spec,
    test: 'opens the cases of the file with one record that names them',
  },
  {
    name: 'report: what would be refused goes in',
    in: 'search: SstuReports.checked',
    change: replaceCode('all.filter(({ faults }) => faults.length === 0)', 'all'),
    spec,
    test: 'opens the cases of the file with one record that names them',
  },
  {
    name: 'report: an answer of the next month counted in this one',
    in: 'search: stateOf',
    change: replaceCondition('result !== undefined', 'isLater'),
    spec: 'sstu-entry.spec.ts',
    test: 'is in work while it is open, and as it was by the end of the month',
  },
  {
    name: 'report: a review that names the few of a place',
    in: 'search: completed',
    change: replaceCode('folded(table.lines)', 'table.lines'),
    spec: 'review.spec.ts',
    test: 'folds places of which too few wrote',
  },
  {
    name: 'report: messages counted as appeals',
    in: 'search: reviewTables',
    change: replaceCode("['APPEAL_59FZ', 'ORAL_RECEPTION']", "['APPEAL_59FZ', 'ORAL_RECEPTION', 'SOCIAL_MESSAGE']"),
    spec: 'review.spec.ts',
    test: 'counts appeals under the law, and messages apart',
  },
  {
    name: 'report: sheets of cases that are on no record',
    in: 'notifications: ReportSheets.send',
    change: replaceCode('named.has(one)', 'true'),
    spec: 'letter-routes.int.spec.ts',
    test: 'gives the kept sheets of a report by the pass that names them, to its official alone',
  },
  {
    name: 'report: the month’s names for an official of one department',
    in: 'search: ReportResolver.sstuFile',
    change: dropStatement('Forbidden'),
    spec: 'report-resolver.int.spec.ts',
    test: 'is opened and filed only by one whose role is for the whole district',
  },
  {
    name: 'report: a receipt by an official of one department',
    in: 'search: ReportResolver.fileSstuReport',
    change: dropStatement('Forbidden'),
    spec: 'report-resolver.int.spec.ts',
    test: 'is opened and filed only by one whose role is for the whole district',
  },
  {
    name: 'review: released by who prepared it',
    in: 'search: ReleaseReviews.release',
    change: dropStatement('OWN_PUBLICATION'),
    spec: 'released-reviews.int.spec.ts',
    test: 'is prepared of a period that has ended, with a text that names no person and no house',
  },
  {
    name: 'review: a text that names a person',
    in: 'search: ReleaseReviews.prepare',
    change: dropStatement('PERSONAL_DATA_FOUND'),
    spec: 'released-reviews.int.spec.ts',
    test: 'is prepared of a period that has ended, with a text that names no person and no house',
  },
  {
    name: 'review: an edition that was taken back brings the one before it back',
    in: 'search: publicEditions',
    change: replaceCode("state === 'RELEASED' || state === 'TAKEN_BACK'", "state === 'RELEASED'"),
    spec: 'review-edition.spec.ts',
    test: 'brings no earlier edition back when the newest is taken back',
  },
  {
    name: 'review: a period that goes on',
    in: 'search: checkPrepared',
    change: dropStatement('DATE_IN_FUTURE'),
    spec: 'released-reviews.int.spec.ts',
    test: 'is prepared of a period that has ended, with a text that names no person and no house',
  },
];
