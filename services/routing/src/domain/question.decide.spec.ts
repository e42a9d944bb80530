import { describe, expect, it } from '@jest/globals';
import { fold } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const deadline = {
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  duty: 'ANSWER' as const,
  steps: [],
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  by: 'RULE' as const,
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  term: 30,
  unit: 'CALENDAR_DAYS' as const,
  endOnDayOff: 'NEXT' as const,
  provisional: false,
  source: '59-FZ art. 12(1)',
};
const roads = { topic: 'ROADS', department: 'works', rule: 'roads', ruleVersion: 3, words: ['дорог*'] };
const open = {
  type: 'OpenQuestion',
  person: 'person',
  regime: 'APPEAL_59FZ',
  ordinal: 1,
  route: roads,
  deadline,
} as const satisfies QuestionCommand;
const toWorks: QuestionCommand = {
  type: 'RouteQuestion',
  topic: 'ROADS',
  department: 'works',
  topicKnown: true,
  departmentKnown: true,
};
const toHousing: QuestionCommand = { ...toWorks, topic: 'HOUSING', department: 'housing', reason: 'a yard' };
const assign: QuestionCommand = {
  type: 'AssignExecutor',
  executor: 'ivanova',
  executorIn: ['works'],
  mayActIn: ['works'],
};
const giveBack: QuestionCommand = { type: 'ReturnQuestion', reason: 'not ours', mayActIn: ['works'] };
const answer: QuestionCommand = {
  type: 'RecordAnswer',
  notice: 'a letter',
  answeredOn: '2026-11-30',
  zone: 'Asia/Yakutsk',
};
const close = { type: 'CloseQuestion', ground: 'WITHDRAWN' } as const satisfies QuestionCommand;

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const left: QuestionEvent = { type: 'QuestionLeftToCoordinator' };
const proposed: QuestionEvent = { type: 'QuestionRouted', ...roads, by: 'RULE' };
const inTime: QuestionEvent = { type: 'DeadlineSet', ...deadline };
const atWorks: QuestionEvent = {
  type: 'QuestionRouted',
  topic: 'ROADS',
  department: 'works',
  by: 'OFFICIAL',
  words: [],
};
const atHousing: QuestionEvent = {
  type: 'QuestionRouted',
  topic: 'HOUSING',
  department: 'housing',
  by: 'OFFICIAL',
  words: [],
  reason: 'a yard',
};
const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
const returned: QuestionEvent = { type: 'QuestionReturned', reason: 'not ours' };
const answered: QuestionEvent = {
  type: 'QuestionAnswered',
  notice: 'a letter',
  answeredOn: '2026-11-30',
  zone: 'Asia/Yakutsk',
};
const closed = { type: 'QuestionClosed', ground: 'WITHDRAWN' } as const satisfies QuestionEvent;

const given = (...events: QuestionEvent[]) => specify(question).given(...events);

it('opens with the proposed department, the matched rule and the deadline', () => {
  given().when(open).records(opened, proposed, inTime);
});

it('opens with a text of its own when it is a part of the appeal', () => {
  given()
    .when({ ...open, ordinal: 2, text: 'the second question' })
    .records({ ...opened, ordinal: 2, text: 'the second question' }, proposed, inTime);
});

it('keeps its deadline and by what it was set through all later states', () => {
  const kept = { person: 'person', warned: [], changes: [] };
  const told = { regime: 'APPEAL_59FZ', ordinal: 1, deadlines: [deadline] };
  const answeredBy = { notice: 'a letter', topic: 'HOUSING', department: 'housing' };
  const history = [opened, proposed, inTime, assigned, returned, atHousing, answered];
  expect(fold(question, history)).toMatchObject({ ...kept, status: 'ANSWERED', published: told, now: { answeredBy } });
  expect(fold(question, history.slice(0, 4))).toMatchObject({
    ...kept,
    status: 'IN_WORK',
    now: {},
    published: { ...told, topic: 'ROADS', department: 'works', executor: 'ivanova' },
  });
});

it('ignores events before it is opened, and an executor without a department', () => {
  expect(fold(question, [assigned, inTime])).toEqual({ status: 'NONE' });
  expect(fold(question, [opened, assigned])).toEqual(fold(question, [opened]));
});

it('is left to the coordinator when no rule matches', () => {
  given()
    .when({ ...open, route: undefined })
    .records(opened, left, inTime);
});

it('keeps its deadline when the policy changes later', () => {
  given(opened, proposed, inTime)
    .when({ ...open, deadline: { ...deadline, dueOn: '2027-06-01', ruleVersion: 2 } })
    .recordsNothing();
});

it('is routed by the coordinator in any state before the answer', () => {
  given(opened, left).when(toWorks).records(atWorks);
  given(opened, proposed).when(toHousing).records(atHousing);
  given(opened, proposed, assigned).when(toHousing).records(atHousing);
  given(opened, proposed, returned).when(toWorks).records(atWorks);
  given(opened, proposed).when(toWorks).recordsNothing();
});

it('refuses an unknown department or topic', () => {
  given(opened)
    .when({ ...toWorks, departmentKnown: false })
    .refuses('DEPARTMENT_UNKNOWN');
  given(opened)
    .when({ ...toWorks, topicKnown: false })
    .refuses('TOPIC_UNKNOWN');
});

it('is assigned and reassigned only to executors of its department', () => {
  given(opened, proposed).when(assign).records(assigned);
  given(opened, proposed, assigned)
    .when({ ...assign, executor: 'petrov', executorIn: 'ALL', mayActIn: 'ALL' })
    .records({ type: 'ExecutorAssigned', executor: 'petrov', department: 'works' });
  given(opened, proposed)
    .when({ ...assign, executorIn: ['housing'] })
    .refuses('EXECUTOR_NOT_IN_DEPARTMENT');
  given(opened, proposed)
    .when({ ...assign, executorIn: [] })
    .refuses('EXECUTOR_NOT_IN_DEPARTMENT');
  given(opened, left).when(assign).refuses('QUESTION_HAS_NO_DEPARTMENT');
  given(opened, proposed, returned).when(assign).refuses('QUESTION_HAS_NO_DEPARTMENT');
});

it('loses its executor when it is routed to another department', () => {
  given(opened, proposed, assigned, atHousing).when(assign).refuses('FORBIDDEN');
  given(opened, proposed, assigned, atHousing, atWorks).when(assign).records(assigned);
});

it('is returned to the coordinator with a reason', () => {
  given(opened, proposed).when(giveBack).records(returned);
  given(opened, proposed, assigned).when(giveBack).records(returned);
  given(opened, left).when(giveBack).refuses('QUESTION_HAS_NO_DEPARTMENT');
});

it('refuses officials of another department', () => {
  given(opened, proposed)
    .when({ ...assign, mayActIn: ['housing'] })
    .refuses('FORBIDDEN');
  given(opened, proposed)
    .when({ ...giveBack, mayActIn: [] })
    .refuses('FORBIDDEN');
});

it('is answered once, by the proof of dispatch', () => {
  given(opened, proposed, assigned).when(answer).records(answered);
  given(opened, proposed, returned).when(answer).records(answered);
  given(opened, answered)
    .when({ ...answer, notice: 'another letter' })
    .recordsNothing();
});

it('keeps a proof of dispatch that comes after its end, and stays closed', () => {
  const late: QuestionEvent = { ...answered, type: 'AnswerProvedLate' };
  given(opened, proposed, closed).when(answer).records(late);
  expect(fold(question, [opened, closed, late])).toMatchObject({ status: 'CLOSED' });
});

it('is closed when the applicant withdraws, unless it was answered', () => {
  given(opened, proposed, assigned).when(close).records(closed);
  given().when(close).recordsNothing();
  given(opened, answered).when(close).recordsNothing();
  given(opened, proposed, assigned)
    .when({ ...close, ground: 'ERASED' })
    .records({ ...closed, ground: 'ERASED' });
  given(opened, answered)
    .when({ ...close, ground: 'ERASED' })
    .recordsNothing();
});

it.each([toWorks, assign, giveBack])('refuses $type once it is answered or closed', (command) => {
  given(opened, proposed, answered).when(command).refuses('QUESTION_STATE_FORBIDS');
  given(opened, proposed, closed).when(command).refuses('QUESTION_STATE_FORBIDS');
  given().when(command).refuses('NOT_FOUND');
});

describe('another consideration', () => {
  const again = { ...inTime, countedFrom: '2026-12-03', dueOn: '2027-01-02' };
  const { type: _set, ...deadline } = again;
  const reopen = { type: 'ReopenQuestion', times: 1, deadline } as const;
  const where = { topic: 'ROADS', department: 'works', until: again.dueOn };
  const back = { type: 'QuestionReopened', person: 'person', ...where } as const;

  it('goes back to the same executor with a new term, the second time to the head of the department', () => {
    given(opened, proposed, inTime, assigned, answered)
      .when(reopen)
      .records({ ...back, times: 1, executor: 'ivanova' }, again);
    given(opened, proposed, inTime, assigned, answered)
      .when({ ...reopen, times: 2 })
      .records({ ...back, times: 2 }, again);
    // By officials themselves it stays with the executor, and the fact on which they did it is named.
    given(opened, proposed, inTime, assigned, answered)
      .when({ ...reopen, times: 2, supplement: 'angry' })
      .records({ ...back, times: 2, supplement: 'angry', executor: 'ivanova' }, again);
    given(opened, proposed, inTime, assigned, answered)
      .when({ ...reopen, times: 2, isOwn: true })
      .records({ ...back, times: 2, isOwn: true, executor: 'ivanova' }, again);
  });

  it('is of an answered question only, which is then answered again', () => {
    given(opened, proposed, inTime, assigned).when(reopen).recordsNothing();
    given().when(reopen).refuses('NOT_FOUND');
    given(opened, proposed, inTime, assigned, answered, { ...back, times: 1, executor: 'ivanova' }, again)
      .when({ type: 'RecordAnswer', notice: 'second', answeredOn: '2026-12-20', zone: 'Asia/Yakutsk' })
      .records({ ...answered, notice: 'second', answeredOn: '2026-12-20' });
  });
});

describe('an answer at a reception in person', () => {
  const told = {
    type: 'RecordReceptionAnswer',
    outcome: 'EXPLAINED',
    mayActIn: 'ALL',
    record: 'told',
    text: 'В пятницу.',
    by: 'head',
    answeredOn: '2026-11-25',
    answeredAt: '2026-11-25T02:00:00.000Z',
    zone: 'Asia/Yakutsk',
    consented: true,
    factsPlain: true,
    receivedOn: '2026-11-25',
  } as const;
  const { text, outcome, by: answeredBy, answeredAt, answeredOn, zone, receivedOn } = told;
  const received = { ...opened, regime: 'ORAL_RECEPTION' } as const;

  it('ends the question by its record, with the applicant’s consent: 59-FZ art. 13(3)', () => {
    given(received, proposed, inTime)
      .when(told)
      .records(
        { type: 'OralAnswerRecorded', text, outcome, answeredBy, answeredAt, receivedOn, factsPlain: true },
        { type: 'QuestionAnswered', notice: 'told', answeredOn, answeredAt, zone },
      );
  });

  it('does not do instead of a written answer: without the consent, or to an appeal in writing', () => {
    given(received, proposed, inTime)
      .when({ ...told, consented: false })
      .refuses('WRITTEN_ANSWER_DUE');
    given(opened, proposed, inTime).when(told).refuses('WRITTEN_ANSWER_DUE');
    given(received, proposed, inTime)
      .when({ ...told, factsPlain: false })
      .refuses('WRITTEN_ANSWER_DUE', { field: 'factsPlain' });
  });

  it('is given in the course of the reception: later it is refused', () => {
    for (const day of ['2026-11-24', undefined])
      given(received, proposed, inTime)
        .when({ ...told, receivedOn: day })
        .refuses('RECEPTION_IS_OVER');
  });
});

it('gets the term of the law beside its own when the message becomes an appeal', () => {
  const { type: _set, ...deadline } = { ...inTime, rule: 'ANS-NEW', countedFrom: '2026-11-26' };
  given(opened, proposed, inTime)
    .when({ type: 'AddTerm', deadline })
    .records({ type: 'DeadlineSet', ...deadline });
  given(opened, proposed, inTime, answered).when({ type: 'AddTerm', deadline }).refuses('QUESTION_STATE_FORBIDS');
});

const accept = { type: 'AcceptAnswer', answer: 'a1', department: 'works' } as const satisfies QuestionCommand;
const accepted: QuestionEvent = { type: 'AnswerAccepted', answer: 'a1' };
const refused: QuestionEvent = { type: 'AnswerRefused', answer: 'a1', ended: false };
const released: QuestionEvent = { type: 'AnswerReleased', answer: 'a1' };

it('stays where it is once the answer of its department is signed: the signature was first', () => {
  given(opened, proposed, assigned).when(accept).records(accepted);
  given(opened, proposed, assigned, accepted).when(accept).recordsNothing();
  for (const command of [toHousing, giveBack, assign]) {
    given(opened, proposed, assigned, accepted).when(command).refuses('ANSWER_IS_SIGNED');
  }
  given(opened, proposed, assigned, accepted)
    .when(answer)
    .records({ ...answered, answer: 'a1' } as QuestionEvent);
  given(opened, proposed, assigned, accepted).when(close).records(closed);
});

it('refuses the answer of a department that it had left: the routing or the return was first', () => {
  given(opened, proposed, assigned, atHousing).when(accept).records(refused);
  given(opened, proposed, assigned, returned).when(accept).records(refused);
  given(opened, proposed, answered)
    .when(accept)
    .records({ ...refused, ended: true });
  given(opened, proposed, closed)
    .when(accept)
    .records({ ...refused, ended: true });
  given().when(accept).refuses('NOT_FOUND');
});

it('goes on once the accepted answer is released, and holds the next one back until then', () => {
  const next = { ...accept, answer: 'a2' };
  given(opened, proposed, assigned, accepted).when(next).refuses('ANSWER_IS_SIGNED');
  given(opened, proposed, assigned, accepted).when({ type: 'ReleaseAnswer' }).records(released);
  given(opened, proposed, assigned).when({ type: 'ReleaseAnswer' }).recordsNothing();
  given(opened, proposed, assigned, accepted, released).when(toHousing).records(atHousing);
  given(opened, proposed, assigned, accepted, released)
    .when(next)
    .records({ ...accepted, answer: 'a2' });
  given(opened, proposed, assigned, accepted, released).when(assign).recordsNothing();
});
