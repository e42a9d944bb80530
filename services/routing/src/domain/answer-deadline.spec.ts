import { expect, it } from '@jest/globals';
import type { DeadlineRule, WorkingCalendar } from '@otklik/kernel';
import { answerDeadline } from './answer-deadline.js';

const calendar: WorkingCalendar = {
  version: '2026-1',
  years: [2026],
  days: { '2026-05-11': 'OFF', '2026-12-31': 'OFF' },
};
const law: DeadlineRule = {
  id: 'ANS',
  version: 2,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: '59-FZ art. 12(1)',
};
const message: DeadlineRule = { ...law, id: 'MSG', version: 1, term: 9, unit: 'WORKING_HOURS', source: 'policy' };
const terms = { APPEAL_59FZ: law, SOCIAL_MESSAGE: message };
const on = (date: string) => ({ on: date, zone: 'Asia/Yakutsk' });

it('records the rule, both versions and the source', () => {
  expect(answerDeadline('APPEAL_59FZ', terms, on('2026-11-24'), calendar)).toEqual({
    dueOn: '2026-12-24',
    zone: 'Asia/Yakutsk',
    countedFrom: '2026-11-24',
    by: 'RULE',
    rule: 'ANS',
    ruleVersion: 2,
    calendarVersion: '2026-1',
    provisional: false,
    source: '59-FZ art. 12(1)',
  });
});

it.each([
  ['moves on from a day off', 'APPEAL_59FZ', '2026-04-09', '2026-05-12', false],
  ['is provisional in a year without a decree', 'APPEAL_59FZ', '2026-12-02', '2027-01-11', true],
  ['follows the regime', 'SOCIAL_MESSAGE', '2026-11-27', '2026-12-01', false],
])('%s', (_, regime, registered, dueOn, provisional) => {
  expect(answerDeadline(regime, terms, on(registered), calendar)).toMatchObject({ dueOn, provisional });
});

it('is undefined for a regime without a rule, whatever it is called', () => {
  expect(answerDeadline('POS_MESSAGE', terms, on('2026-11-24'), calendar)).toBeUndefined();
  expect(answerDeadline('constructor', terms, on('2026-11-24'), calendar)).toBeUndefined();
});
