import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { PassOnAssignment } from './question-passing-on.decide.js';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const assigned: QuestionEvent = {
  type: 'ExecutorAssigned',
  executor: 'ivanova',
  department: 'works',
  assignment: 'r1',
  draftBy: '2026-12-01',
};
const read: QuestionEvent = { type: 'AssignmentAcknowledged' };
const accepted: QuestionEvent = { type: 'AnswerAccepted', answer: 'a1' };

const passOn: PassOnAssignment = {
  type: 'PassOnAssignment',
  executor: 'petrov',
  executorIn: ['works'],
  assignment: 'r2',
  by: 'ivanova',
  mayActIn: ['works'],
  today: '2026-11-25',
};
const passed: QuestionEvent = { ...assigned, executor: 'petrov', assignment: 'r2', passedOnBy: 'ivanova' };

describe('an assignment that is passed on', () => {
  it('goes from its executor, or in his stead, to another of the department', () => {
    given(opened, routed, assigned).when(passOn).records(passed);
    given(opened, routed, assigned, passed).when(passOn).recordsNothing();
    given(opened, routed, assigned)
      .when({ ...passOn, by: 'deputy', onBehalfOf: 'ivanova' })
      .records(passed);
    given(opened, routed, assigned)
      .when({ ...passOn, by: 'sidorov' })
      .refuses('NOT_THE_EXECUTOR');
    given(opened, routed, assigned)
      .when({ ...passOn, executorIn: ['housing'] })
      .refuses('EXECUTOR_NOT_IN_DEPARTMENT');
    given(opened, routed, assigned)
      .when({ ...passOn, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, routed, assigned)
      .when({ ...passOn, executor: 'ivanova' })
      .recordsNothing();
    given(opened, routed).when(passOn).refuses('NOT_THE_EXECUTOR');
    given(opened, routed, assigned, accepted).when(passOn).refuses('ANSWER_IS_SIGNED');
  });

  it('goes with words and a day of its own, and may go further', () => {
    given(opened, routed, assigned)
      .when({ ...passOn, text: 'Inspect it.', draftBy: '2026-11-28' })
      .records({ ...passed, resolution: 'Inspect it.', draftBy: '2026-11-28' });
    given(opened, routed, assigned)
      .when({ ...passOn, draftBy: '2026-11-24' })
      .refuses('DRAFT_DAY_OUT_OF_TERM');
    // The head's day is not the executor's to put off.
    given(opened, routed, assigned)
      .when({ ...passOn, draftBy: '2026-12-02' })
      .refuses('DRAFT_DAY_OUT_OF_TERM');
    given(opened, routed, assigned)
      .when({ ...passOn, draftBy: '2026-12-01' })
      .records(passed);
    given(opened, routed, assigned, passed)
      .when({ ...passOn, by: 'petrov', executor: 'sidorov', assignment: 'r3' })
      .records({ ...passed, executor: 'sidorov', assignment: 'r3', passedOnBy: 'petrov' });
  });

  it('is to be read by the new executor', () => {
    given(opened, routed, assigned, read, passed)
      .when({ type: 'AcknowledgeAssignment', by: 'petrov', mayActIn: ['works'] })
      .records(read);
    given(opened, routed, assigned, read, passed)
      .when({ type: 'AcknowledgeAssignment', by: 'ivanova', mayActIn: ['works'] })
      .refuses('NOT_THE_EXECUTOR');
  });
});
