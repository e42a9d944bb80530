import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { AcknowledgeAssignment, AssignExecutor, Resolution } from './question-assignment.decide.js';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);
const zone = 'Asia/Yakutsk';

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const accepted: QuestionEvent = { type: 'AnswerAccepted', answer: 'a1' };
const answered: QuestionEvent = { type: 'QuestionAnswered', answer: 'a1', notice: 'n', answeredOn: '2026-11-30', zone };
const term: QuestionEvent = {
  type: 'DeadlineSet',
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  duty: 'ANSWER',
  steps: [],
  zone,
  countedFrom: '2026-11-24',
  by: 'RULE',
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  provisional: false,
  source: '59-FZ art. 12(1)',
};

describe('a resolution', () => {
  const resolution: Resolution = {
    assignment: 'r1',
    text: 'Inspect the house until 4 December.',
    by: 'head',
    byIn: 'ALL',
    mayGive: true,
    draftBy: '2026-12-18',
    today: '2026-11-27',
  };
  const assign: AssignExecutor = {
    type: 'AssignExecutor',
    executor: 'ivanova',
    executorIn: ['works'],
    mayActIn: 'ALL',
    resolution,
  };
  const resolved: QuestionEvent = {
    type: 'ExecutorAssigned',
    executor: 'ivanova',
    department: 'works',
    assignment: 'r1',
    resolution: 'Inspect the house until 4 December.',
    resolutionBy: 'head',
    draftBy: '2026-12-18',
  };

  it('goes with the assignment, in the words of who gave it, with an inner day', () => {
    given(opened, routed, term).when(assign).records(resolved);
  });

  it('to the same executor is an assignment of its own, which he has to read', () => {
    given(opened, routed, term, resolved)
      .when({ ...assign, resolution: { ...resolution, assignment: 'r2', text: 'And the roof.' } })
      .records({ ...resolved, assignment: 'r2', resolution: 'And the roof.' });
    const { resolution: _said, ...plain } = assign;
    given(opened, routed, term, resolved).when(plain).recordsNothing();
  });

  it('is delegated further by the head of the department', () => {
    given(opened, routed, term, resolved)
      .when({
        ...assign,
        executor: 'petrov',
        mayActIn: ['works'],
        resolution: { assignment: 'r2', byIn: [], mayGive: true, draftBy: '2026-12-15', today: '2026-11-28' },
      })
      .records({
        type: 'ExecutorAssigned',
        executor: 'petrov',
        department: 'works',
        assignment: 'r2',
        draftBy: '2026-12-15',
      });
  });

  it('has an inner day that is not over, within the term of the answer while that runs', () => {
    const on = (draftBy: string, today = '2026-11-27'): AssignExecutor => ({
      ...assign,
      resolution: { ...resolution, draftBy, today },
    });
    given(opened, routed, term).when(on('2026-11-26')).refuses('DRAFT_DAY_OUT_OF_TERM');
    given(opened, routed, term).when(on('2026-12-25')).refuses('DRAFT_DAY_OUT_OF_TERM');
    given(opened, routed, term)
      .when(on('2026-11-27'))
      .records({ ...resolved, draftBy: '2026-11-27' });
    given(opened, routed, term)
      .when(on('2026-12-24'))
      .records({ ...resolved, draftBy: '2026-12-24' });
    given(opened, routed, term)
      .when(on('2026-12-27', '2026-12-26'))
      .records({ ...resolved, draftBy: '2026-12-27' });
  });

  it('is of a head whose department has the question, or of the district', () => {
    const of = (byIn: Resolution['byIn']): AssignExecutor => ({ ...assign, resolution: { ...resolution, byIn } });
    given(opened, routed, term).when(of([])).refuses('OFFICIAL_UNKNOWN');
    given(opened, routed, term)
      .when(of(['housing']))
      .refuses('OFFICIAL_UNKNOWN');
    given(opened, routed, term)
      .when(of(['works']))
      .records(resolved);
  });

  it('is given in no other head’s name but by the coordinator, who records it', () => {
    given(opened, routed, term)
      .when({ ...assign, resolution: { ...resolution, mayGive: false } })
      .refuses('FORBIDDEN');
  });

  it('names who works with the executor, in the same act', () => {
    const coExecutors = { officials: ['petrov'], departments: [], officialsKnown: true, departmentsKnown: true };
    const named: QuestionEvent = { type: 'CoExecutorsAssigned', officials: ['petrov'], departments: [] };
    given(opened, routed, term)
      .when({ ...assign, coExecutors })
      .records(resolved, named);
    given(opened, routed, term, resolved)
      .when({ ...assign, coExecutors })
      .records(named);
    given(opened, routed, term)
      .when({ ...assign, coExecutors: { ...coExecutors, officialsKnown: false } })
      .refuses('OFFICIAL_UNKNOWN');
  });
});

describe('what the executor has read', () => {
  const read: AcknowledgeAssignment = { type: 'AcknowledgeAssignment', by: 'ivanova', mayActIn: ['works'] };
  const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
  const wasRead: QuestionEvent = { type: 'AssignmentAcknowledged' };
  const again: QuestionEvent = { type: 'QuestionReopened', person: 'person', times: 1, until: '2027-01-01' };

  it('is said by the present executor alone, or in his stead', () => {
    given(opened, routed, assigned).when(read).records(wasRead);
    given(opened, routed, assigned)
      .when({ ...read, by: 'petrov', onBehalfOf: 'ivanova' })
      .records(wasRead);
    given(opened, routed, assigned)
      .when({ ...read, by: 'petrov' })
      .refuses('NOT_THE_EXECUTOR');
    given(opened, routed, assigned, { ...assigned, executor: 'petrov' })
      .when(read)
      .refuses('NOT_THE_EXECUTOR');
    given(opened, routed).when(read).refuses('NOT_THE_EXECUTOR');
    given(opened, routed, assigned)
      .when({ ...read, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given().when(read).refuses('NOT_FOUND');
  });

  it('is said once an assignment', () => {
    given(opened, routed, assigned, wasRead).when(read).recordsNothing();
    given(opened, routed, assigned, wasRead, { ...assigned, executor: 'petrov' }, assigned)
      .when(read)
      .records(wasRead);
    given(opened, routed, assigned, wasRead, answered, { ...again, department: 'works', executor: 'ivanova' })
      .when(read)
      .records(wasRead);
  });

  it('is said while the question is considered', () => {
    given(opened, routed, assigned, accepted).when(read).refuses('ANSWER_IS_SIGNED');
    given(opened, routed, assigned, answered).when(read).refuses('QUESTION_STATE_FORBIDS');
  });
});
