import { beside, dropElement, dropOperand, dropProperty, dropStatement, replaceReturn } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of acts that are taken back: only while nothing followed from them, and never out of the history. */
export const undoMutants: readonly Mutant[] = [
  {
    name: 'undo: an assignment is taken back days later',
    in: 'routing: takeBackAssignment',
    change: dropOperand('isOver'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'takes no assignment back after its seconds',
  },
  {
    name: 'undo: an assignment is taken back over the draft of its answer',
    in: 'routing: takeBackAssignment',
    change: dropOperand('isBegun'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'takes no assignment back that its executor has read, or to which he drafted the answer',
  },
  {
    name: 'undo: an assignment is taken back that was read',
    in: 'case: mayTakeBackAssignment',
    change: dropOperand('acknowledged'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'takes no assignment back that its executor has read, or to which he drafted the answer',
  },
  {
    name: 'undo: the co-executors of an assignment that was taken back stay',
    in: 'routing: helpersOfBefore',
    change: dropElement('isSame'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'puts back the co-executors of before',
  },
  {
    name: 'undo: a part that was given with an assignment stays when it is taken back',
    in: 'routing: helpersOfBefore',
    change: dropElement('over'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'ends the parts that were given with it, of co-executors of before, and leaves those that they had',
  },
  {
    name: 'undo: an assignment is taken back over a part that is done or was replaced',
    in: 'routing: takeBackAssignment',
    change: dropStatement('isAsBefore'),
    spec: 'question-taken-back.decide.spec.ts',
    test: 'takes no assignment back by which a part of before is another or none, or since which one is done',
  },
  {
    name: 'undo: drafts are not known where assignments are taken back',
    in: 'routing: ResponsesConcern.drafted',
    change: replaceReturn('Promise.resolve()', 'keep'),
    spec: 'routing.int.spec.ts',
    test: 'takes the first assignment back at once, but not once its executor drafted the answer',
  },
  {
    name: 'undo: who is the executor no more drafts the answer',
    in: 'responses: known',
    change: dropElement('AssignmentTakenBack'),
    spec: 'responses.int.spec.ts',
    test: 'is not drafted by an executor whose assignment was taken back',
  },
  {
    name: 'undo: a letter of the morning tells of an assignment that was taken back',
    in: 'notifications: heard',
    change: dropElement('AssignmentTakenBack'),
    spec: 'digests.int.spec.ts',
    test: 'tells nothing of an assignment that was taken back',
  },
  {
    name: 'undo: residents read of an assignment that was taken back',
    in: 'search: isTakenBack',
    change: replaceReturn('false', 'next'),
    spec: 'resident-view.spec.ts',
    test: 'tells no step of an assignment that was taken back',
  },
  {
    name: 'undo: a resolution that was taken back is shown',
    in: 'case: withoutAssignment',
    change: replaceReturn('{ ...kept, resolutions }', 'others'),
    spec: 'appeal-fold.spec.ts',
    test: 'has no executor, and nothing that was said to him, after the assignment was taken back',
  },
  {
    name: 'undo: the gist of a correction that was undone stays',
    in: 'intake: gistIn',
    change: dropStatement('removesGist'),
    spec: 'details.decide.spec.ts',
    test: 'are put back as they were, which is a correction, too',
  },
  {
    name: 'undo: a correction that was undone is not in the history',
    in: 'intake: gistIn',
    change: dropProperty('formerGist', beside('isGistRemoved')),
    spec: 'details.decide.spec.ts',
    test: 'are put back as they were, which is a correction, too',
  },
];
