import { expect, it } from '@jest/globals';
import type { Regime } from '@otklik/contracts/enumerations';
import type { StartedRule } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Arrival } from '../domain/answer-deadline.js';
import { openQuestion } from './open-question.js';

const rule = (id: string, term: number, duty: StartedRule['duty'], start: StartedRule['start'] = 'REGISTERED') => ({
  id,
  version: 1,
  term,
  unit: 'CALENDAR_DAYS' as const,
  start,
  endOnDayOff: 'NEXT' as const,
  duty,
  source: id,
});
const answer = rule('ANS', 30, 'ANSWER');
const district = {
  code: 'aldan',
  calendar: { version: '2026-1', years: [2026], days: {} },
  policy: {
    version: 1,
    answerTerms: { APPEAL_59FZ: answer, SOCIAL_MESSAGE: rule('SOC-9H', 9, 'ANSWER') },
    caseRules: { FWD: rule('FWD', 5, 'FORWARD') },
  },
  law: { COURT: { ...rule('COURT', 7, 'RETURN'), act: '59-ФЗ', article: 'ст. 11 ч. 2' } },
} as unknown as District;

const message = rule('SOC-8H', 8, 'INTERIM_ANSWER', 'MESSAGE_WRITTEN');

function opened(regime: Regime) {
  const registration = { person: 'p', regime, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' };
  const at = '2026-11-24T03:00:00.000Z';
  return openQuestion(district, { ...registration, at }, { text: 'Яма', channel: 'SITE' }, () => undefined);
}

it('59-FZ art. 8(3), 11: opens with the terms to forward and to tell why there is no answer, by the district’s rule or the law', () => {
  const { deadline, otherDeadlines } = opened('APPEAL_59FZ');
  expect(deadline).toMatchObject({ rule: 'ANS', dueOn: '2026-12-24', countedFrom: '2026-11-24' });
  expect(otherDeadlines).toMatchObject([
    { rule: 'FWD', dueOn: '2026-11-30', term: 5, countedFrom: '2026-11-24', by: 'RULE' },
    { rule: 'COURT', dueOn: '2026-12-01', source: '59-ФЗ, ст. 11 ч. 2', duty: 'RETURN' },
  ]);
});

it('opens a message with its answer’s term alone: 59-FZ does not bind it', () => {
  expect(opened('SOCIAL_MESSAGE').otherDeadlines).toEqual([]);
});

it('counts the term of a message from when it was written, else from its arrival, not from the registration', () => {
  const hours = { ...message, unit: 'HOURS' as const };
  const ofMessage = { ...district, policy: { ...district.policy, answerTerms: { SOCIAL_MESSAGE: hours } } } as District;
  const registration = {
    ...({ person: 'p', regime: 'SOCIAL_MESSAGE', registeredOn: '2026-11-24' } as const),
    zone: 'Asia/Yakutsk',
    at: '2026-11-24T03:00:00.000Z',
  };
  const from = (arrival?: Partial<Arrival>) =>
    openQuestion(ofMessage, registration, { text: '', channel: 'NETWORK' }, () => undefined, arrival as Arrival)
      .deadline;
  const arrival = { receivedOn: '2026-11-24', receivedAt: '2026-11-24T01:00:00.000Z' };
  expect(from({ ...arrival, writtenAt: '2026-11-23T22:30:00.000Z' })).toMatchObject({
    start: 'MESSAGE_WRITTEN',
    countedAt: '2026-11-23T22:30:00.000Z',
    dueAt: '2026-11-24T06:30:00.000Z',
  });
  expect(from(arrival).dueAt).toBe('2026-11-24T09:00:00.000Z');
  // Received under 0.1.0, or opened again: from the registration.
  expect(from().dueAt).toBe('2026-11-24T11:00:00.000Z');
});

it('opens a message that was declared urgent with the district’s term for these, where it has one; an appeal never', () => {
  const urgentTerm = rule('SOC-4H', 4, 'ANSWER');
  const termOf = (regime: Regime, urgent: boolean, answerTerms: object) => {
    const registration = { person: 'p', regime, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk', urgent };
    const of = { ...district, policy: { ...district.policy, answerTerms } } as District;
    const at = '2026-11-24T03:00:00.000Z';
    return openQuestion(of, { ...registration, at }, { text: 'Газ', channel: 'NETWORK' }, () => undefined).deadline
      .rule;
  };
  const { answerTerms } = district.policy;
  const both = { ...answerTerms, SOCIAL_MESSAGE_URGENT: urgentTerm };
  expect(termOf('SOCIAL_MESSAGE', true, both)).toBe('SOC-4H');
  expect(termOf('SOCIAL_MESSAGE', false, both)).toBe('SOC-9H');
  expect(termOf('SOCIAL_MESSAGE', true, answerTerms)).toBe('SOC-9H');
  expect(termOf('APPEAL_59FZ', true, both)).toBe('ANS');
});
