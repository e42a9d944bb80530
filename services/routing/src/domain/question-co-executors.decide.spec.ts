import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { AddContribution, AssignCoExecutors, FinishPart, PartToGive } from './question-co-executors.decide.js';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const accepted: QuestionEvent = { type: 'AnswerAccepted', answer: 'a1' };
const answered: QuestionEvent = {
  type: 'QuestionAnswered',
  answer: 'a1',
  notice: 'letter',
  answeredOn: '2026-11-30',
  zone: 'Asia/Yakutsk',
};

const assign: AssignCoExecutors = {
  type: 'AssignCoExecutors',
  officials: ['sidorov', 'petrov', 'petrov'],
  departments: ['housing'],
  officialsKnown: true,
  departmentsKnown: true,
  mayActIn: 'ALL',
};
const assigned: QuestionEvent = {
  type: 'CoExecutorsAssigned',
  officials: ['petrov', 'sidorov'],
  departments: ['housing'],
};
const contribute: AddContribution = {
  type: 'AddContribution',
  contribution: 'c1',
  text: 'The price is 3.',
  by: 'petrov',
  mayActIn: ['gkh'],
};
const contributed: QuestionEvent = { type: 'ContributionAdded', contribution: 'c1', text: 'The price is 3.' };

describe('co-executors', () => {
  it('are officials and departments of the district, in place of the former', () => {
    given(opened, routed).when(assign).records(assigned);
    given(opened, routed, assigned).when(assign).recordsNothing();
    given(opened, routed, assigned)
      .when({ ...assign, officials: [], departments: [] })
      .records({ ...assigned, officials: [], departments: [] });
    given(opened, routed)
      .when({ ...assign, officialsKnown: false })
      .refuses('OFFICIAL_UNKNOWN');
    given(opened, routed)
      .when({ ...assign, departmentsKnown: false })
      .refuses('DEPARTMENT_UNKNOWN');
    given(opened, routed)
      .when({ ...assign, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, routed, answered).when(assign).refuses('QUESTION_STATE_FORBIDS');
  });

  it('alone contribute, until the answer is signed', () => {
    given(opened, routed, assigned).when(contribute).records(contributed);
    given(opened, routed, assigned, contributed).when(contribute).recordsNothing();
    given(opened, routed, assigned)
      .when({ ...contribute, by: 'another', mayActIn: ['housing'] })
      .records(contributed);
    given(opened, routed, assigned)
      .when({ ...contribute, by: 'another' })
      .refuses('NOT_A_CO_EXECUTOR');
    // Of the whole district, so of none of its departments.
    given(opened, routed, assigned)
      .when({ ...contribute, by: 'another', mayActIn: 'ALL' })
      .refuses('NOT_A_CO_EXECUTOR');
    given(opened, routed, assigned, accepted).when(contribute).refuses('ANSWER_IS_SIGNED');
  });
});

describe('parts of co-executors', () => {
  const today = '2026-11-25';
  const part = { official: 'petrov', text: 'The prices.', until: '2026-11-28' } as const;
  const ofDepartment = { department: 'housing', text: 'The act of the inspection.' } as const;
  const give = (...each: readonly PartToGive[]): AssignCoExecutors => ({
    ...assign,
    parts: { commandId: 'g1', each, mayBeDone: true, today },
  });
  const gave: QuestionEvent = { type: 'CoExecutorPartGiven', ...part, commandId: 'g1' };
  const gaveDepartment: QuestionEvent = { type: 'CoExecutorPartGiven', ...ofDepartment, commandId: 'g1' };
  const term: QuestionEvent = {
    type: 'DeadlineSet',
    dueOn: '2026-11-27',
    workBy: '2026-11-27',
    duty: 'ANSWER',
    steps: [],
    zone: 'Asia/Yakutsk',
    countedFrom: '2026-11-20',
    by: 'RULE',
    rule: 'ANS',
    ruleVersion: 1,
    calendarVersion: '2026-1',
    term: 7,
    unit: 'CALENDAR_DAYS',
    endOnDayOff: 'NEXT',
    provisional: false,
    source: '59-FZ art. 12(1)',
  };
  const finish: FinishPart = { type: 'FinishPart', by: 'petrov', official: 'petrov', mayActIn: ['gkh'] };
  const done: QuestionEvent = { type: 'CoExecutorPartDone', official: 'petrov' };

  it('are given with the co-executors, or to those that are', () => {
    given(opened, routed).when(give(part, ofDepartment)).records(assigned, gave, gaveDepartment);
    given(opened, routed, assigned).when(give(part)).records(gave);
    given(opened, routed, assigned, gave).when(give(part)).recordsNothing();
    const again = {
      ...give({ ...part, text: 'Other prices.' }),
      parts: { commandId: 'g2', each: [part], mayBeDone: true, today },
    };
    given(opened, routed, assigned, gave)
      .when(again)
      .records({ ...gave, commandId: 'g2' });
  });

  it('are taken away without a text, and with the co-executor', () => {
    given(opened, routed, assigned, gave)
      .when(give({ official: 'petrov' }))
      .records({ type: 'CoExecutorPartGiven', official: 'petrov', commandId: 'g1' });
    given(opened, routed, assigned)
      .when(give({ official: 'petrov' }))
      .recordsNothing();
    const without: QuestionEvent = { type: 'CoExecutorsAssigned', officials: ['sidorov'], departments: [] };
    given(opened, routed, assigned, gave, without).when(finish).refuses('NOT_YOUR_PART');
    // Named again, he has no part until one is given.
    given(opened, routed, assigned, gave, without, assigned).when(finish).refuses('NOT_YOUR_PART');
  });

  it('are not given to an official who has no role by which they are done', () => {
    const { parts, ...rest } = give(part);
    given(opened, routed)
      .when({ ...rest, parts: { ...parts!, mayBeDone: false } })
      .refuses('PART_NEEDS_ROLE');
  });

  it('are of co-executors alone, and within the term of the answer', () => {
    given(opened, routed)
      .when(give({ ...part, official: 'another' }))
      .refuses('PART_OF_ANOTHER');
    given(opened, routed)
      .when(give({ department: 'roads', text: 't' }))
      .refuses('PART_OF_ANOTHER');
    given(opened, routed)
      .when(give({ ...part, until: '2026-11-24' }))
      .refuses('PART_DAY_OUT_OF_TERM');
    given(opened, routed, term).when(give(part)).refuses('PART_DAY_OUT_OF_TERM');
    given(opened, routed, term)
      .when(give({ ...part, until: '2026-11-27' }))
      .records(assigned, { ...gave, until: '2026-11-27' });
  });

  it('are done by their co-executor alone, once, and end nothing', () => {
    given(opened, routed, assigned, gave).when(finish).records(done);
    given(opened, routed, assigned, gave, done).when(finish).recordsNothing();
    given(opened, routed, assigned, gave)
      .when({ ...finish, text: 'See the file.' })
      .records({ ...done, text: 'See the file.' });
    given(opened, routed, assigned, gave)
      .when({ ...finish, by: 'sidorov', mayActIn: 'ALL' })
      .refuses('NOT_YOUR_PART');
    given(opened, routed, assigned, gave)
      .when({ ...finish, by: 'deputy', onBehalfOf: 'petrov' })
      .records(done);
    given(opened, routed, assigned, gave, accepted).when(finish).refuses('ANSWER_IS_SIGNED');
    given(opened, routed, assigned, gave, answered).when(finish).refuses('QUESTION_STATE_FORBIDS');
  });

  it('of an absent co-executor are done in his stead alone, though the substitute has one of his own', () => {
    const his: QuestionEvent = { type: 'CoExecutorPartGiven', official: 'sidorov', text: 'The act.', commandId: 'g1' };
    const absent: FinishPart = { ...finish, official: 'sidorov' };
    given(opened, routed, assigned, gave, his).when(absent).refuses('NOT_YOUR_PART');
    given(opened, routed, assigned, gave, done, his).when(absent).refuses('NOT_YOUR_PART');
    given(opened, routed, assigned, gave, his)
      .when({ ...absent, onBehalfOf: 'sidorov' })
      .records({ type: 'CoExecutorPartDone', official: 'sidorov' });
  });

  it('are to be done again once they are given again', () => {
    given(opened, routed, assigned, gave, done, { ...gave, commandId: 'g2' })
      .when(finish)
      .records(done);
  });

  it('of a department are done by one of its officials', () => {
    const ofHousing: FinishPart = { type: 'FinishPart', by: 'another', mayActIn: ['housing'], department: 'housing' };
    given(opened, routed, assigned, gaveDepartment)
      .when(ofHousing)
      .records({ type: 'CoExecutorPartDone', department: 'housing' });
    given(opened, routed, assigned, gaveDepartment)
      .when({ ...ofHousing, mayActIn: ['gkh'] })
      .refuses('NOT_YOUR_PART');
    given(opened, routed, assigned, gaveDepartment)
      .when({ ...finish, mayActIn: ['housing'] })
      .refuses('NOT_YOUR_PART');
    // Who acts in the whole district is of no department.
    given(opened, routed, assigned, gaveDepartment)
      .when({ ...ofHousing, mayActIn: 'ALL' })
      .refuses('NOT_YOUR_PART');
  });
});
