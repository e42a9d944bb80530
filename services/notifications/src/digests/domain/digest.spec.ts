import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '@otklik/kernel';
import { digestDays, digestOf, isEmpty, type DueQuestion } from './digest.js';

const calendar: WorkingCalendar = { version: '1', years: [2026], days: { '2026-11-30': 'OFF' } };
const zone = 'Asia/Yakutsk';

describe('the morning of a district', () => {
  it.each([
    ['before the working day begins', '2026-11-26T23:59:00.000Z', undefined],
    ['at its beginning', '2026-11-27T00:00:00.000Z', { today: '2026-11-27', next: '2026-12-01' }],
    ['in its break', '2026-11-27T04:30:00.000Z', { today: '2026-11-27', next: '2026-12-01' }],
    ['after its end', '2026-11-27T09:00:00.000Z', undefined],
    ['on a Saturday', '2026-11-28T01:00:00.000Z', undefined],
    ['on a day off by decree', '2026-11-30T01:00:00.000Z', undefined],
  ])('%s', (_, at, days) => {
    expect(digestDays(at, zone, calendar)).toEqual(days);
  });
});

describe('a morning letter', () => {
  const days = { today: '2026-11-27', next: '2026-12-01' };
  const due = (number: string, dueOn: string, more: Partial<DueQuestion> = {}): DueQuestion => ({
    appeal: number,
    number,
    dueOn,
    workBy: dueOn,
    isMine: true,
    isUnread: false,
    hasPart: false,
    isEscalated: false,
    ...more,
  });

  it('tells each question once, in the part of its day', () => {
    const questions = [
      due('late', '2026-11-26', { isEscalated: true }),
      due('today', '2026-11-27'),
      due('by Friday, though due on Monday', '2026-11-30', { workBy: '2026-11-27' }),
      due('tomorrow', '2026-12-01'),
      due('later', '2026-12-02'),
      due('given', '2026-12-10', { isUnread: true }),
      due('given, due today', '2026-11-27', { isUnread: true }),
      due('a part', '2026-12-10', { isMine: false, hasPart: true, isEscalated: true }),
      due('given to another', '2026-12-10', { isUnread: true, isMine: false }),
      due('escalated', '2026-12-20', { isMine: false, isEscalated: true }),
    ];
    const digest = digestOf(questions, days);
    const numbers = Object.entries(digest).map(([part, of]) => [
      part,
      (of as readonly DueQuestion[]).map(({ number }) => number),
    ]);
    expect(Object.fromEntries(numbers)).toEqual({
      overdue: ['late'],
      today: ['today', 'by Friday, though due on Monday', 'given, due today'],
      next: ['tomorrow'],
      given: ['given'],
      parts: ['a part'],
      escalated: ['escalated'],
    });
    expect(isEmpty(digest)).toBe(false);
  });

  it('is empty where nothing is due', () => {
    expect(isEmpty(digestOf([due('later', '2026-12-20')], days))).toBe(true);
  });
});
