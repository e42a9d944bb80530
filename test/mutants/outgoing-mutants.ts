import { dropStatement, dropText, replaceCondition, replaceText, replaceValue } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of outgoing letters: their one series of numbers. */
export const outgoingMutants: readonly Mutant[] = [
  {
    name: 'outgoing: a letter is recorded under another number than its own',
    in: 'notifications: demandItsNumber',
    change: dropStatement('LETTER_HAS_NUMBER'),
    spec: 'notice.decide.spec.ts',
    test: 'refuses to record a letter under another number than it has',
  },
  {
    name: 'outgoing: numbers that clerks typed are passed over',
    in: 'notifications: GREATEST',
    change: dropText(`or series is null and number in (serial::text, replace($3, '{n}', serial::text))`),
    spec: 'outgoing-series.int.spec.ts',
    test: 'goes on above the greatest number that a clerk typed, also between two of its own',
  },
  {
    name: 'outgoing: a letter that has a number takes another',
    in: 'notifications: OutgoingNumbers.free',
    change: replaceText('and notice = $4 limit 1', 'and notice = $4 limit 0'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'gives a letter the number that it has, however often it is asked',
  },
  {
    name: 'outgoing: two districts are numbered in the order of the letters',
    in: 'notifications: OutgoingNumbers.free',
    change: replaceText('order by district, series for update', 'order by district, series'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'deadlocks nowhere where transactions number letters of two districts in either order',
  },
  {
    name: 'outgoing: a number that a clerk typed stops the series',
    in: 'notifications: OutgoingNumbers.free',
    change: dropText('on conflict (district, year, number) do nothing'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'passes over a number that a clerk typed and whose running part is another',
  },
  {
    name: 'outgoing: without a pattern in the file the former one is left',
    in: 'notifications: OutgoingNumbers.formerPattern',
    change: replaceText('year <= $2', 'year < $2'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'goes on in the form of what clerks typed where the district names none',
  },
  {
    name: 'outgoing: a letter that is not sent has a number',
    in: 'notifications: OpenedNotices.open',
    change: replaceValue('await this.numbers.outgoing(tx, letter)', 'cancelled'),
    spec: 'outgoing-series.int.spec.ts',
    test: 'gives no number to what is cancelled with its opening, nor to what is no letter',
  },
  {
    name: 'outgoing: a request to a body is addressed to the applicant',
    in: 'notifications: addresseeBlock',
    change: dropStatement('TypeError'),
    spec: 'letter-paper.spec.ts',
    test: 'is addressed by its kind, and to nobody else',
  },
  {
    name: 'outgoing: a dative is taken that one library alone has',
    in: 'notifications: dativeName',
    change: replaceCondition('one.last === undefined', 'other'),
    spec: 'dative-name.spec.ts',
    test: 'leaves a surname as it was given where the libraries differ',
  },
];
