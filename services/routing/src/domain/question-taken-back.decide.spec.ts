import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';
import type { TakeBackAssignment } from './question-taken-back.decide.js';

const { given } = specify(question);
const zone = 'Asia/Yakutsk';
const since = '2026-11-27T02:00:00.000Z';

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const assigned: QuestionEvent = {
  type: 'ExecutorAssigned',
  executor: 'ivanova',
  department: 'works',
  assignedAt: since,
};
const helped: QuestionEvent = { type: 'CoExecutorsAssigned', officials: ['petrov'], departments: [] };
const takenBack: QuestionEvent = { type: 'AssignmentTakenBack' };
const takes: TakeBackAssignment = {
  type: 'TakeBackAssignment',
  mayActIn: ['works'],
  at: '2026-11-27T02:00:10.000Z',
  commandId: 't1',
};

it('takes the first assignment back, once; another one may follow, and be taken back', () => {
  given(opened, routed, assigned).when(takes).records(takenBack);
  given(opened, routed, assigned, takenBack).when(takes).recordsNothing();
  given(opened, routed, assigned, takenBack)
    .when({ type: 'AssignExecutor', executor: 'sidorov', executorIn: 'ALL', mayActIn: 'ALL', at: since })
    .records({ ...assigned, executor: 'sidorov' });
  given(opened, routed, assigned, takenBack, assigned).when(takes).records(takenBack);
});

it('takes no assignment back after its seconds, and none in whose place another executor would come', () => {
  given(opened, routed, assigned)
    .when({ ...takes, at: '2026-11-27T02:00:15.001Z' })
    .refuses('ASSIGNMENT_TOO_OLD');
  given(opened, routed, assigned, { ...assigned, executor: 'sidorov' })
    .when(takes)
    .refuses('ASSIGNMENT_TOO_OLD');
  given(opened, routed).when(takes).refuses('ASSIGNMENT_TOO_OLD');
  const { assignedAt: _, ...former } = assigned as Extract<QuestionEvent, { type: 'ExecutorAssigned' }>;
  given(opened, routed, former).when(takes).refuses('ASSIGNMENT_TOO_OLD');
});

it('takes no assignment back that its executor has read, or to which he drafted the answer', () => {
  given(opened, routed, assigned, { type: 'AssignmentAcknowledged' }).when(takes).refuses('ASSIGNMENT_UNDER_WAY');
  given(opened, routed, assigned)
    .when({ ...takes, draftedAt: '2026-11-27T02:00:09.000Z' })
    .refuses('ASSIGNMENT_UNDER_WAY');
  // By who had it before.
  given(opened, routed, assigned)
    .when({ ...takes, draftedAt: '2026-11-26T02:00:00.000Z' })
    .records(takenBack);
});

it('takes nothing back once something leaves, or from another department', () => {
  given(opened, routed, assigned, { type: 'AnswerAccepted', answer: 'a1' }).when(takes).refuses('ANSWER_IS_SIGNED');
  const answered: QuestionEvent = { type: 'QuestionAnswered', notice: 'n', answeredOn: '2026-11-27', zone };
  given(opened, routed, assigned, answered).when(takes).refuses('QUESTION_STATE_FORBIDS');
  given(opened, routed, assigned)
    .when({ ...takes, mayActIn: ['housing'] })
    .refuses('FORBIDDEN');
});

it('puts back the co-executors of before', () => {
  const none: QuestionEvent = { type: 'CoExecutorsAssigned', officials: [], departments: [] };
  given(opened, routed, assigned, helped).when(takes).records(takenBack, none);
  given(opened, routed, helped, assigned).when(takes).records(takenBack);
  const others: QuestionEvent = { type: 'CoExecutorsAssigned', officials: [], departments: ['housing'] };
  given(opened, routed, helped, assigned, others).when(takes).records(takenBack, helped);
});

const gave: QuestionEvent = { type: 'CoExecutorPartGiven', official: 'petrov', text: 'The prices.', commandId: 'g1' };
const over: QuestionEvent = { type: 'CoExecutorPartGiven', official: 'petrov', commandId: 't1' };

it('ends the parts that were given with it, of co-executors of before, and leaves those that they had', () => {
  given(opened, routed, helped, assigned, gave).when(takes).records(takenBack, over);
  given(opened, routed, helped, gave, assigned).when(takes).records(takenBack);
  const both: QuestionEvent = { ...helped, departments: ['housing'] };
  const ofHousing: QuestionEvent = {
    type: 'CoExecutorPartGiven',
    department: 'housing',
    text: 'The act.',
    commandId: 'g2',
  };
  given(opened, routed, helped, gave, assigned, both, ofHousing).when(takes).records(takenBack, helped);
  given(opened, routed, both, gave, assigned, ofHousing)
    .when(takes)
    .records(takenBack, { type: 'CoExecutorPartGiven', department: 'housing', commandId: 't1' });
});

it('takes no assignment back by which a part of before is another or none, or since which one is done', () => {
  const refuses = (...events: readonly QuestionEvent[]) =>
    given(opened, routed, helped, ...events)
      .when(takes)
      .refuses('ASSIGNMENT_UNDER_WAY');
  const done: QuestionEvent = { type: 'CoExecutorPartDone', official: 'petrov' };
  refuses(gave, assigned, { ...gave, commandId: 'g2' });
  refuses(gave, assigned, { ...over, commandId: 'g2' });
  refuses(gave, assigned, { ...helped, officials: [] });
  refuses(gave, assigned, done);
  refuses(assigned, gave, done);
});
