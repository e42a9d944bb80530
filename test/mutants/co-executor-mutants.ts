import {
  dropOperand,
  dropStatement,
  replaceCode,
  replaceCondition,
  replaceReturn,
  replaceText,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Who works on a question with its executor, and who is notified at once of what was assigned to him. */
export const coExecutorMutants: readonly Mutant[] = [
  {
    name: 'a part that any official says to be done',
    in: 'routing: finishPart',
    change: dropStatement('NOT_YOUR_PART'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'are done by their co-executor alone, once, and end nothing',
  },
  {
    name: 'a part of an absent co-executor that a colleague with one of his own says to be done',
    in: 'routing: finishPart',
    change: dropOperand('isOwnPart'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'of an absent co-executor are done in his stead alone, though the substitute has one of his own',
  },
  {
    name: 'a part of each department is that of who acts in the whole district',
    in: 'case: isOwnPart',
    change: replaceCode("helpsIn !== 'ALL' && helpsIn.includes", "helpsIn === 'ALL' || helpsIn.includes"),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'of a department are done by one of its officials',
  },
  {
    name: 'a part for one who is no co-executor',
    in: 'routing: givenParts',
    change: dropStatement('PART_OF_ANOTHER'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'are of co-executors alone, and within the term of the answer',
  },
  {
    name: 'a part for one who could never say that it is done',
    in: 'routing: givenParts',
    change: dropStatement('PART_NEEDS_ROLE'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'are not given to an official who has no role by which they are done',
  },
  {
    name: 'a part that is due after the answer',
    in: 'routing: demandInnerDay',
    change: replaceCondition('day < today', 'isAfterTerm'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'are of co-executors alone, and within the term of the answer',
  },
  {
    name: 'a part that outlives its co-executor',
    in: 'case: isAmong',
    change: replaceReturn('() => true', 'officials'),
    spec: 'question-co-executors.decide.spec.ts',
    test: 'are taken away without a text, and with the co-executor',
  },
  {
    name: 'an assignment that another than its executor passes on',
    in: 'routing: passOn',
    change: dropStatement('NOT_THE_EXECUTOR'),
    spec: 'question-passing-on.decide.spec.ts',
    test: 'goes from its executor, or in his stead, to another of the department',
  },
  {
    name: 'an executor puts off the inner day of the head by passing the assignment on',
    in: 'routing: innerDay',
    change: dropStatement('DRAFT_DAY_OUT_OF_TERM', 'before'),
    spec: 'question-passing-on.decide.spec.ts',
    test: 'goes with words and a day of its own, and may go further',
  },
  {
    name: 'an assignment of another is notified all the same',
    in: 'notifications: PostgresAssignmentLetters',
    change: replaceText('q.executor = $4', 'true'),
    spec: 'assignment-letters.int.spec.ts',
    test: 'tells nothing of what was assigned to another, returned, done or ended before it left',
  },
  {
    name: 'part of a department: notified to every official of the district',
    in: 'notifications: TellAssigned.lettersOf',
    change: replaceCode('helpsIn(assignments, district!).includes(assigned.department)', 'assignments.length > 0'),
    spec: 'assignment-letters.int.spec.ts',
    test: 'tells of a department’s part each of its officials',
  },
  {
    name: 'part of a department: one that is done is in the morning letter still',
    in: 'notifications: watchedOf',
    change: replaceCode(
      'undoneParts(part)?.departments',
      'part.coParts?.flatMap(({ department }) => department ?? [])',
    ),
    spec: 'digests.int.spec.ts',
    test: 'tells the officials of a department of its part until it is done',
  },
  {
    name: 'part of a department: in the morning letter of who acts in the whole district',
    in: 'notifications: helpsIn',
    change: replaceCode(
      "departments === 'ALL' ? []",
      "departments === 'ALL' ? district.departments.map(({ code }) => code)",
    ),
    spec: 'digests.int.spec.ts',
    test: 'tells the officials of a department of its part until it is done',
  },
  {
    name: 'a letter at once to one who did not choose it',
    in: 'notifications: wantsAssignmentLetter',
    change: dropOperand('isAssignmentLetterOn', 'true'),
    spec: 'assignment-letters.int.spec.ts',
    test: 'tells the executor and the co-executor once',
  },
  {
    name: 'a letter at once to one who has left',
    in: 'notifications: wantsAssignmentLetter',
    change: replaceReturn('true', 'assignments'),
    spec: 'assignment-letters.int.spec.ts',
    test: 'goes to none who has left, is away, chose otherwise meanwhile',
  },
];
