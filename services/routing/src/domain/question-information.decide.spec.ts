import { describe, expect, it } from '@jest/globals';
import type { StartedRule } from '@otklik/kernel';
import { fold } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { question } from './question.decide.js';
import type { RecordInformation, RequestInformation } from './question-information.decide.js';
import type { QuestionEvent } from './question-state.js';

const zone = 'Asia/Yakutsk';
const { given } = specify(question);
const opened: QuestionEvent = { type: 'QuestionOpened', person: 'p', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'LAND', department: 'land', by: 'RULE', words: [] };
const rule: StartedRule = {
  id: 'REQ',
  version: 1,
  term: 15,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  duty: 'SUPPLY',
  start: 'REQUEST_RECEIVED',
  source: '59-FZ art. 10(2)',
};
const request: RequestInformation = {
  type: 'RequestInformation',
  request: 'r1',
  body: 'Росреестр',
  organisationKnown: true,
  asked: 'Чья земля?',
  kind: 'EXECUTIVE',
  purpose: 'INFORMATION',
  mayActIn: 'ALL',
  rule,
  calendar: { version: '1', days: {}, years: [2026] },
  today: '2026-11-24',
  zone,
  at: '2026-11-24T02:00:00.000Z',
};
const requested: Extract<QuestionEvent, { type: 'InformationRequested' }> = {
  type: 'InformationRequested',
  request: 'r1',
  body: 'Росреестр',
  asked: 'Чья земля?',
  purpose: 'INFORMATION',
  deadline: {
    rule: 'REQ',
    ruleVersion: 1,
    duty: 'SUPPLY',
    calendarVersion: '1',
    source: '59-FZ art. 10(2)',
    zone,
    countedFrom: '2026-11-24',
    dueOn: '2026-12-09',
    workBy: '2026-12-09',
    provisional: false,
    by: 'OFFICIAL',
    term: 15,
    unit: 'CALENDAR_DAYS',
    start: 'REQUEST_RECEIVED',
    endOnDayOff: 'NEXT',
    steps: [
      { code: 'COUNTED_FROM', on: '2026-11-24' },
      { code: 'DAY_NOT_COUNTED', on: '2026-11-24' },
      { code: 'CALENDAR_DAYS', on: '2026-12-09', count: 15 },
      { code: 'DUE', on: '2026-12-09' },
    ],
  },
};
const record: RecordInformation = {
  type: 'RecordInformation',
  request: 'r1',
  text: 'Земля района.',
  number: '15-1',
  receivedOn: '2026-12-01',
  source: 'LETTER',
  mayActIn: 'ALL',
};
const received: QuestionEvent = {
  type: 'InformationReceived',
  request: 'r1',
  text: 'Земля района.',
  number: '15-1',
  receivedOn: '2026-12-01',
  source: 'LETTER',
};
const byPage: RecordInformation = { ...record, source: 'PAGE' };
const revoked: QuestionEvent = { type: 'BodyLinkRevoked', letter: 'r1' };

describe('information of another body (59-FZ art. 10(1)2, 10(2))', () => {
  it('is due in 15 days, and stops no clock of ours', () => {
    given(opened, routed).when(request).records(requested);
    const terms = (events: readonly QuestionEvent[]) => {
      const state = fold(question, events);
      return state.status === 'NONE' ? undefined : [state.status, state.published.deadlines, state.published.replaced];
    };
    expect(terms([opened, routed, requested])).toEqual(terms([opened, routed]));
  });

  it('counts the term from the day on which the letter left, by its proof (59-FZ art. 10(2))', () => {
    const calendar = { version: '2', days: {}, years: [2026] };
    const prove = { type: 'ProveRequest', request: 'r1', sentAt: '2026-11-27T02:00:00.000Z', calendar } as const;
    const sent = [opened, routed, requested];
    const [proved] = question.decide(prove, fold(question, sent));
    expect(proved).toMatchObject({
      type: 'InformationRequestSent',
      request: 'r1',
      sentAt: prove.sentAt,
      deadline: { rule: 'REQ', start: 'REQUEST_RECEIVED', countedFrom: '2026-11-27', dueOn: '2026-12-14' },
    });
    given(...sent, proved!)
      .when(prove)
      .recordsNothing();
    given(...sent, received)
      .when(prove)
      .recordsNothing();
    // The letter may be posted later than the body answers by telephone.
    given(...sent, proved!)
      .when({ ...record, receivedOn: '2026-11-25' })
      .records({ ...received, receivedOn: '2026-11-25' } as QuestionEvent);
    const given15 = { ...requested, deadline: { ...requested.deadline, rule: 'DRAFT' } } as QuestionEvent;
    given(opened, routed, given15).when(prove).recordsNothing();
  });

  it('warns of the term of each body until it answers, and of none when the question has its end', () => {
    const second = { ...requested, request: 'r2', body: 'Лесхоз' } as QuestionEvent;
    const over = { type: 'WarnOfTerm', rule: 'REQ', dueOn: '2026-12-09', share: 100, escalated: true } as const;
    const missed = { type: 'DeadlineMissed', rule: 'REQ', duty: 'SUPPLY', dueOn: '2026-12-09', department: 'land' };
    const of = (body: string) => ({ ...missed, request: body }) as QuestionEvent;
    given(opened, routed, requested, second)
      .when({ ...over, request: 'r1' })
      .records(of('r1'));
    given(opened, routed, requested, second, of('r1'))
      .when({ ...over, request: 'r2' })
      .records(of('r2'));
    given(opened, routed, requested, received)
      .when({ ...over, request: 'r1' })
      .recordsNothing();
    given(opened, routed, requested, { type: 'QuestionClosed', ground: 'WITHDRAWN' })
      .when({ ...over, request: 'r1' })
      .recordsNothing();
    given(opened, routed, requested).when(over).recordsNothing();
  });

  it('is asked of several bodies, and each is answered once', () => {
    given(opened, routed, requested)
      .when({ ...request, request: 'r2', body: 'Лесхоз' })
      .records({ ...requested, request: 'r2', body: 'Лесхоз' } as QuestionEvent);
    given(opened, routed, requested).when(record).records(received);
    given(opened, routed, requested, received).when(record).recordsNothing();
    given(opened, routed, requested)
      .when({ ...record, request: 'r9' })
      .refuses('REQUEST_UNKNOWN');
  });

  it('does not come before the day on which it was asked for', () => {
    given(opened, routed, requested)
      .when({ ...record, receivedOn: '2026-11-23' })
      .refuses('REACTED_BEFORE_SENT');
    given(opened, routed, requested)
      .when({ ...record, receivedOn: '2026-11-24' })
      .records({ ...received, receivedOn: '2026-11-24' } as QuestionEvent);
  });

  it.each(['COURT', 'INQUIRY'] as const)('is not asked of a body that is a %s, whatever its name', (kind) => {
    given(opened, routed)
      .when({ ...request, body: 'Центр', kind })
      .refuses('BODY_CANNOT_BE_ASKED');
  });

  it('is asked of an executive body, whatever its name', () => {
    given(opened, routed)
      .when({ ...request, body: 'Судебный департамент' })
      .records({ ...requested, body: 'Судебный департамент' } as QuestionEvent);
  });

  it('is a draft of an organisation that does the work, in the days given for it', () => {
    given(opened, routed)
      .when({ ...request, purpose: 'DRAFT' })
      .records({ ...requested, purpose: 'DRAFT' } as QuestionEvent);
  });

  it('may come while the signed answer is on its way, and not after the end', () => {
    const signed: QuestionEvent = { type: 'AnswerAccepted', answer: 'a' };
    given(opened, routed, requested, signed).when(record).records(received);
    given(opened, routed, requested, signed)
      .when({ ...request, request: 'r2' })
      .refuses('ANSWER_IS_SIGNED');
    given(opened, routed, requested, { type: 'QuestionClosed', ground: 'WITHDRAWN' })
      .when(record)
      .refuses('QUESTION_STATE_FORBIDS');
  });

  it('is over with the question’s end: considered again, its page stays closed, and there is no warning of its term', () => {
    const answered = { type: 'QuestionAnswered', notice: 'n', answeredOn: '2026-12-01', zone } as const;
    const again: QuestionEvent = {
      type: 'QuestionReopened',
      person: 'p',
      times: 1,
      until: '2027-01-01',
      department: 'land',
    };
    const over = { type: 'WarnOfTerm', rule: 'REQ', dueOn: '2026-12-09', share: 100, escalated: true } as const;
    const before = given(opened, routed, requested, { type: 'AnswerAccepted', answer: 'a' }, answered);
    before.when(byPage).refuses('NOT_FOUND');
    const since = given(opened, routed, requested, { type: 'AnswerAccepted', answer: 'a' }, answered, again);
    since.when(byPage).refuses('NOT_FOUND');
    since.when({ ...over, request: 'r1' }).recordsNothing();
    since.when({ type: 'RevokeBodyLink', letter: 'r1' }).recordsNothing();
    // What comes by letter is not lost.
    since.when(record).records(received);
  });

  it('is requested and recorded in the departments of the official, of an organisation that is known', () => {
    given(opened, routed)
      .when({ ...request, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, routed, requested)
      .when({ ...record, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, routed)
      .when({ ...request, organisation: 'x', organisationKnown: false })
      .refuses('ORGANISATION_UNKNOWN');
  });
});

describe('the page of a body that was asked (59-FZ art. 10(1)2)', () => {
  const receivedByPage: QuestionEvent = { ...received, source: 'PAGE' } as QuestionEvent;

  it('takes one answer, also while the signed answer is on its way', () => {
    given(opened, routed, requested).when(byPage).records(receivedByPage);
    given(opened, routed, requested, { type: 'AnswerAccepted', answer: 'a' }).when(byPage).records(receivedByPage);
    given(opened, routed, requested, receivedByPage)
      .when({ ...byPage, record: 'another' })
      .refuses('BODY_REACTED');
  });

  it('opens until the question has its end or the link is revoked, and says no more than that it does not', () => {
    given(opened, routed, requested, { type: 'QuestionClosed', ground: 'WITHDRAWN' }).when(byPage).refuses('NOT_FOUND');
    given(opened, routed, requested, revoked).when(byPage).refuses('NOT_FOUND');
    given(opened, routed).when(byPage).refuses('NOT_FOUND');
    given().when(byPage).refuses('NOT_FOUND');
    given(opened, routed, requested, revoked).when(record).records(received);
  });

  it('is revoked once, while it is awaited', () => {
    given(opened, routed, requested).when({ type: 'RevokeBodyLink', letter: 'r1' }).records(revoked);
    given(opened, routed, requested, revoked).when({ type: 'RevokeBodyLink', letter: 'r1' }).recordsNothing();
    given(opened, routed, requested, received).when({ type: 'RevokeBodyLink', letter: 'r1' }).recordsNothing();
  });
});
