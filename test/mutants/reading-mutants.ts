import {
  dropProperty,
  replaceArgument,
  replaceCondition,
  replaceOperand,
  replaceReturn,
  replaceText,
  swapOperator,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what officials may read, and of the record of what they read. */
export const readingMutants: readonly Mutant[] = [
  {
    name: 'whole cards for executors of other departments',
    in: 'search: mayReadCard',
    change: replaceReturn('true', 'named'),
    spec: 'desk-reads.int.spec.ts',
    test: 'opens the card to the departments of its questions',
  },
  {
    name: 'contacts without an act at hand',
    in: 'search: OpenApplicant.open',
    change: replaceReturn('Boolean(sender)', 'mayOpenContacts'),
    spec: 'desk-reads.int.spec.ts',
    test: 'opens contacts to an official with an act at hand',
  },
  {
    name: 'an opened card that is not on record',
    in: 'search: RegisterResolver.appeal',
    change: replaceCondition('$& && info === undefined', 'asksForContents'),
    spec: 'desk-reads.int.spec.ts',
    test: 'records who opened which card',
  },
  {
    name: 'a search saved as a file that is not on record',
    in: 'search: isExport',
    change: swapOperator('===', '<', '0'),
    spec: 'full-text.int.spec.ts',
    test: 'records that what was found is saved as a file',
  },
  {
    name: 'acts that are offered on the questions of a struck number',
    in: 'case: actingOn',
    change: replaceOperand('appeal === undefined', 'isDone'),
    spec: 'appeal-fold.spec.ts',
    test: 'offers no act on a question after',
  },
  {
    name: 'files of other departments’ appeals',
    in: 'intake: FileReaders.mayOpen',
    change: replaceCondition('departments.length >= 0', 'ALL'),
    spec: 'files.int.spec.ts',
    test: 'serves it in the departments of the appeal',
  },
  {
    name: 'a worklist saved as a file that is not on record',
    in: 'search: ListResolver.list',
    change: replaceCondition('$& && !args.district', 'beginsExport'),
    spec: 'desk-reads.int.spec.ts',
    test: 'records that a worklist or the journal is saved as a file',
  },
  {
    name: 'an answer of a later day that counts as of the same day',
    in: 'search: answeredSameDay',
    change: replaceReturn(
      'answeredOn === undefined || receivedOn === undefined ? undefined : answeredOn >= receivedOn',
      'answeredOn',
    ),
    spec: 'board.int.spec.ts',
    test: 'counts what is open today and what was answered in the period',
  },
  {
    name: 'a board that counts answers outside its period',
    in: 'search: boardStatement',
    change: replaceText('day <= ${end}', '${end} is not null'),
    spec: 'board.int.spec.ts',
    test: 'counts what is open today and what was answered in the period',
  },
  {
    name: 'a replay that takes the coordinator’s later decision for the first route',
    in: 'routing: learned',
    change: replaceCondition("type === 'NeverRecorded'", 'QuestionLeftToCoordinator'),
    spec: 'opened-questions.spec.ts',
    test: 'takes what the coordinator decided afterwards for no first route',
  },
  {
    name: 'a saved register of outgoing post that is not on record',
    in: 'search: OutgoingPostResolver.outgoingPost',
    change: replaceCondition('$& && !args.district', 'beginsExport'),
    spec: 'outgoing-post.int.spec.ts',
    test: 'records that the register is saved as a file',
  },
  {
    name: 'a letter whose record came after the end is in no register',
    in: 'case: late',
    change: replaceArgument('undefined', 'byOf'),
    spec: 'outgoing-post.int.spec.ts',
    test: 'keeps every letter of a notice whose records came after its end',
  },
  {
    name: 'an opening in the stead of another that names nobody',
    in: 'host: openedBy',
    change: dropProperty('onBehalfOf'),
    spec: 'desk-reads.int.spec.ts',
    test: 'records of a substitute the role',
  },
  {
    name: 'a bound on the deadline for which no index is read',
    in: 'search: orderKey',
    change: replaceText(
      "case when ${name} is null then '${absent}' else ${name} end",
      "coalesce(${name}, '${absent}')",
    ),
    spec: 'register-plans.int.spec.ts',
    test: 'reads of no list more than its page',
  },
];
