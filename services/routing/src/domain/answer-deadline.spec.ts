import { expect, it } from '@jest/globals';
import type { StartedRule, WorkingCalendar } from '@otklik/kernel';
import { answerDeadline, answerMoments } from './answer-deadline.js';

const calendar: WorkingCalendar = {
  version: '2026-1',
  years: [2026],
  days: { '2026-05-11': 'OFF', '2026-12-31': 'OFF' },
};
const law: StartedRule = {
  id: 'ANS',
  version: 2,
  term: 30,
  unit: 'CALENDAR_DAYS',
  start: 'REGISTERED',
  endOnDayOff: 'NEXT',
  duty: 'ANSWER',
  source: '59-FZ art. 12(1)',
};
const message: StartedRule = { ...law, id: 'MSG', version: 1, term: 9, unit: 'WORKING_HOURS', source: 'policy' };
const terms = { APPEAL_59FZ: law, SOCIAL_MESSAGE: message };
const zone = 'Asia/Yakutsk';
const on = (date: string) => answerMoments({ on: date, zone, at: `${date}T01:00:00.000Z` });

it('records the rule, both versions, the source and the count (59-FZ art. 12(1))', () => {
  expect(answerDeadline('APPEAL_59FZ', terms, on('2026-04-09'), calendar)).toMatchObject({
    dueOn: '2026-05-12',
    workBy: '2026-05-08',
    countedFrom: '2026-04-09',
    zone: 'Asia/Yakutsk',
    by: 'RULE',
    rule: 'ANS',
    ruleVersion: 2,
    duty: 'ANSWER',
    calendarVersion: '2026-1',
    provisional: false,
    term: 30,
    unit: 'CALENDAR_DAYS',
    endOnDayOff: 'NEXT',
    source: '59-FZ art. 12(1)',
    steps: expect.arrayContaining([{ code: 'DUE', on: '2026-05-12' }]),
  });
});

it('follows the regime, in hours from the instant of the registration', () => {
  expect(answerDeadline('SOCIAL_MESSAGE', terms, on('2026-11-27'), calendar)).toMatchObject({
    dueOn: '2026-11-30',
    dueAt: '2026-11-30T02:00:00.000Z',
    countedAt: '2026-11-27T01:00:00.000Z',
    rule: 'MSG',
  });
});

it('is provisional in a year without a decree', () => {
  expect(answerDeadline('APPEAL_59FZ', terms, on('2026-12-02'), calendar)).toMatchObject({
    dueOn: '2027-01-11',
    workBy: '2026-12-30',
    provisional: true,
  });
});

it('is undefined for a regime without a rule, whatever it is called', () => {
  expect(answerDeadline('POS_MESSAGE', terms, on('2026-11-24'), calendar)).toBeUndefined();
  expect(answerDeadline('constructor', terms, on('2026-11-24'), calendar)).toBeUndefined();
});
