import { describe, it } from '@jest/globals';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { StartedRule } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { question, type QuestionCommand } from './question.decide.js';
import type { AskForExtension, ExtendDeadline, ProveExtension, RefuseExtension } from './question-extension.decide.js';
import type { QuestionEvent } from './question-state.js';

const zone = 'Asia/Yakutsk';
const { given } = specify(question);

const former: DeadlineSetData = {
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  countedFrom: '2026-11-24',
  zone,
  by: 'RULE',
  rule: 'ANS',
  duty: 'ANSWER',
  ruleVersion: 1,
  calendarVersion: '2026.1',
  provisional: false,
  steps: [],
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: '59-FZ art. 12(1)',
};
const rule: StartedRule = {
  id: 'EXT',
  version: 2,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'PREVIOUS',
  duty: 'ANSWER',
  start: 'TERM_END',
  source: '59-FZ art. 12(2)',
};
const opened: QuestionEvent = { type: 'QuestionOpened', person: 'p', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const running: QuestionEvent = { type: 'DeadlineSet', ...former };
const history = [opened, routed, running] as const;

const extend: ExtendDeadline = {
  type: 'ExtendDeadline',
  days: 20,
  ground: 'EXCEPTIONAL',
  reason: 'Ждём экспертизу моста.',
  mayActIn: 'ALL',
  rule,
  calendar: { version: '2026.1', days: {}, years: [2026, 2027] },
  at: '2026-12-20T03:00:00.000Z',
  extendable: ['ANS', 'ORAL'],
};
const longer: DeadlineSetData = {
  dueOn: '2027-01-13',
  workBy: '2027-01-13',
  countedFrom: '2026-12-24',
  zone,
  by: 'OFFICIAL',
  rule: 'EXT',
  duty: 'ANSWER',
  ruleVersion: 2,
  calendarVersion: '2026.1',
  provisional: false,
  source: '59-FZ art. 12(2)',
  term: 20,
  unit: 'CALENDAR_DAYS',
  start: 'TERM_END',
  endOnDayOff: 'PREVIOUS',
  steps: [
    { code: 'COUNTED_FROM', on: '2026-12-24' },
    { code: 'DAY_NOT_COUNTED', on: '2026-12-24' },
    { code: 'CALENDAR_DAYS', on: '2027-01-13', count: 20 },
    { code: 'DUE', on: '2027-01-13' },
  ],
};
const decided: QuestionEvent = {
  type: 'DeadlineExtensionDecided',
  rule: 'ANS',
  ground: 'EXCEPTIONAL',
  reason: extend.reason,
  deadline: longer,
};
/** The 24th of December ends in Yakutsk at three in the afternoon of London. */
const END = '2026-12-24T15:00:00.000Z';
const proof = (provedAt: string): ProveExtension => ({ type: 'ProveExtension', notice: 'letter', provedAt });
const inForce: readonly [QuestionEvent, ...QuestionEvent[]] = [
  {
    type: 'DeadlineExtended',
    rule: 'ANS',
    notice: 'letter',
    provedAt: '2026-12-24T14:59:59.999Z',
    until: '2027-01-13',
  },
  { type: 'DeadlineSet', ...longer },
];
const lapsed: QuestionEvent = {
  type: 'DeadlineExtensionLapsed',
  rule: 'ANS',
  notice: 'letter',
  provedAt: END,
  dueOn: '2026-12-24',
};
const warn = (of: string, dueOn: string): QuestionCommand => ({
  type: 'WarnOfTerm',
  rule: of,
  dueOn,
  share: 100,
  escalated: true,
});
const missed = (of: string, dueOn: string): QuestionEvent => ({
  type: 'DeadlineMissed',
  rule: of,
  duty: 'ANSWER',
  dueOn,
  department: 'works',
});

describe('the term of the answer is extended (59-FZ art. 12(2))', () => {
  it('by the head, with a reason and from the end of the first term; nothing holds yet', () => {
    given(...history)
      .when(extend)
      .records(decided);
    given(...history, decided)
      .when(warn('ANS', '2026-12-24'))
      .records(missed('ANS', '2026-12-24'));
  });

  it('and holds by the proof that the applicant was notified before the end of the former term, to the instant', () => {
    given(...history, decided)
      .when(proof('2026-12-24T14:59:59.999Z'))
      .records(...inForce);
    given(...history, decided, ...inForce)
      .when(proof(END))
      .recordsNothing();
  });

  it('and the former term remains where the applicant was notified at its end or later', () => {
    given(...history, decided)
      .when(proof(END))
      .records(lapsed);
    given(...history, decided, lapsed)
      .when(proof('2026-12-24T14:59:59.999Z'))
      .recordsNothing();
    given(...history, decided, lapsed)
      .when(warn('ANS', '2026-12-24'))
      .records(missed('ANS', '2026-12-24'));
  });

  it('and once in force there is no warning of the former term, but of the new one', () => {
    given(...history, decided, ...inForce)
      .when(warn('ANS', '2026-12-24'))
      .recordsNothing();
    given(...history, decided, ...inForce)
      .when(warn('EXT', '2027-01-13'))
      .records(missed('EXT', '2027-01-13'));
  });

  it('once, by 30 days at most or what the district allows, and before the term has ended', () => {
    given(...history, decided)
      .when({ ...extend, days: 21 })
      .refuses('EXTENDED_ALREADY');
    given(...history, decided, ...inForce)
      .when(extend)
      .refuses('EXTENDED_ALREADY');
    given(...history)
      .when({ ...extend, days: 31 })
      .refuses('EXTENSION_TOO_LONG');
    given(...history)
      .when({ ...extend, rule: { ...rule, term: 15 } })
      .refuses('EXTENSION_TOO_LONG');
    given(...history)
      .when({ ...extend, at: END })
      .refuses('TERM_HAS_ENDED');
    given(...history, decided, lapsed)
      .when({ ...extend, at: END })
      .refuses('TERM_HAS_ENDED');
  });

  it('of no message: its term is the district’s own', () => {
    const message: QuestionEvent = { ...opened, regime: 'SOCIAL_MESSAGE' } as QuestionEvent;
    given(message, routed, { ...running, rule: 'SOC-9H' } as QuestionEvent)
      .when(extend)
      .refuses('TERM_NOT_EXTENDABLE');
  });

  it('of a message that became an appeal: the term of the law', () => {
    given(opened, routed, { ...running, rule: 'SOC-9H' } as QuestionEvent, running)
      .when(extend)
      .records(decided);
  });

  it('in the departments of the official only, of a question that is considered', () => {
    given(...history)
      .when({ ...extend, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(...history, { type: 'AnswerAccepted', answer: 'a' })
      .when(extend)
      .refuses('ANSWER_IS_SIGNED');
    given(...history, { type: 'QuestionClosed', ground: 'WITHDRAWN' })
      .when(extend)
      .refuses('QUESTION_STATE_FORBIDS');
    given().when(proof(END)).refuses('NOT_FOUND');
  });

  it('and a question that ended meanwhile has no term any more', () => {
    given(...history, decided, { type: 'QuestionClosed', ground: 'WITHDRAWN' })
      .when(proof('2026-12-21T00:00:00.000Z'))
      .recordsNothing();
  });

  it('for requested information only where it was requested', () => {
    given(...history)
      .when({ ...extend, ground: 'INFORMATION_REQUESTED' })
      .refuses('INFORMATION_NOT_REQUESTED');
  });

  it('not again when the question is considered again, with the term of the law again', () => {
    const answered: QuestionEvent = { type: 'QuestionAnswered', notice: 'n', answeredOn: '2026-12-28', zone };
    const reopened: QuestionEvent = { type: 'QuestionReopened', person: 'p', times: 1, until: '2027-02-10' };
    const anew: QuestionEvent = { type: 'DeadlineSet', ...former, countedFrom: '2027-01-11', dueOn: '2027-02-10' };
    const again = [...history, decided, ...inForce, answered, reopened, anew];
    given(...again)
      .when({ ...extend, at: '2027-01-20T00:00:00.000Z' })
      .refuses('EXTENDED_ALREADY');
    given(...again)
      .when(warn('ANS', '2027-02-10'))
      .records({ type: 'DeadlineMissed', rule: 'ANS', duty: 'ANSWER', dueOn: '2027-02-10' });
    given(...again)
      .when(warn('EXT', '2027-01-13'))
      .recordsNothing();
  });
});

describe('an extension', () => {
  const given = (...more: QuestionEvent[]) => specify(question).given(...history, assigned, ...more);
  const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
  const ask: AskForExtension = { ...extend, type: 'AskForExtension', ask: 'a1', by: 'ivanova', mayActIn: ['works'] };
  const refuse: RefuseExtension = { type: 'RefuseExtension', reason: 'Смета готова.', mayActIn: ['works'] };
  const asked: QuestionEvent = {
    type: 'ExtensionAsked',
    ask: 'a1',
    rule: 'ANS',
    ground: 'EXCEPTIONAL',
    days: 20,
    until: '2027-01-13',
    reason: ask.reason,
  };
  const refused: QuestionEvent = { type: 'ExtensionRefused', ask: 'a1', reason: refuse.reason };

  it('is asked for by the executor of the question alone, and changes no term', () => {
    given().when(ask).records(asked);
    given()
      .when({ ...ask, by: 'petrov', onBehalfOf: 'ivanova' })
      .records(asked);
    given()
      .when({ ...ask, by: 'petrov' })
      .refuses('NOT_THE_EXECUTOR');
    given()
      .when({ ...ask, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    specify(question)
      .given(...history)
      .when(ask)
      .refuses('NOT_THE_EXECUTOR');
    given(asked)
      .when(warn('ANS', '2026-12-24'))
      .records({ ...missed('ANS', '2026-12-24'), executor: 'ivanova' } as QuestionEvent);
    given(asked).when(proof('2026-12-21T00:00:00.000Z')).recordsNothing();
  });

  it('is asked for under the conditions by which it is decided', () => {
    given()
      .when({ ...ask, days: 31 })
      .refuses('EXTENSION_TOO_LONG');
    given()
      .when({ ...ask, at: END })
      .refuses('TERM_HAS_ENDED');
    given()
      .when({ ...ask, ground: 'INFORMATION_REQUESTED' })
      .refuses('INFORMATION_NOT_REQUESTED');
    given(decided).when(ask).refuses('EXTENDED_ALREADY');
    given({ type: 'QuestionClosed', ground: 'WITHDRAWN' }).when(ask).refuses('QUESTION_STATE_FORBIDS');
    given({ type: 'AnswerAccepted', answer: 'a' }).when(ask).refuses('ANSWER_IS_SIGNED');
  });

  it('is answered by the extension itself or by a refusal, once; after a refusal it is asked for again', () => {
    given(asked).when(ask).recordsNothing();
    given(asked)
      .when({ ...ask, ask: 'a2' })
      .refuses('EXTENSION_ASKED');
    given(asked).when(refuse).records(refused);
    given(asked, refused).when(refuse).recordsNothing();
    given().when(refuse).refuses('EXTENSION_NOT_ASKED');
    given(asked, refused)
      .when({ ...ask, ask: 'a2' })
      .records({ ...asked, ask: 'a2' } as QuestionEvent);
    given(asked).when(extend).records(decided);
    given(asked, decided).when(refuse).refuses('EXTENSION_NOT_ASKED');
    given(asked, decided, lapsed)
      .when({ ...ask, ask: 'a2' })
      .records({ ...asked, ask: 'a2' } as QuestionEvent);
    given(asked)
      .when({ ...refuse, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(asked, { type: 'QuestionClosed', ground: 'WITHDRAWN' }).when(refuse).refuses('QUESTION_STATE_FORBIDS');
  });
});
