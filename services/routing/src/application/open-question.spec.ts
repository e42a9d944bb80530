import { expect, it } from '@jest/globals';
import type { Regime } from '@otklik/contracts/enumerations';
import type { DeadlineRule } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { openQuestion } from './open-question.js';

const rule = (id: string, term: number, duty: DeadlineRule['duty']): DeadlineRule => ({
  ...{ id, version: 1, term, unit: 'CALENDAR_DAYS', endOnDayOff: 'NEXT', duty, source: id },
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
