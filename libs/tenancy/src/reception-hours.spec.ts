import { expect, it } from '@jest/globals';
import type { ReceptionHours } from './public-information.js';
import { overlapsOf, timesAhead } from './reception-hours.js';

const hours = (code: string, more: Partial<ReceptionHours> = {}): ReceptionHours => ({
  code,
  official: 'Громова Елена Викторовна',
  post: 'заместитель главы',
  place: 'каб. 4',
  weekdays: ['TUE'],
  from: '14:00',
  to: '17:00',
  minutes: 20,
  ...more,
});
const first = hours('first');

it.each([
  ['the same weekday', hours('other', { from: '16:00', to: '18:00' }), true],
  ['one after the other', hours('other', { from: '17:00', to: '18:00' }), false],
  ['another official', hours('other', { official: 'Ли Вера' }), false],
  ['the same weekday, in a live queue', hours('other', { queue: true }), false],
  ['another weekday', hours('other', { weekdays: ['WED'] }), false],
  ['a date that is such a weekday', { ...hours('other'), weekdays: undefined, dates: ['2026-12-08'] }, true],
  ['a date that is another weekday', { ...hours('other'), weekdays: undefined, dates: ['2026-12-12'] }, false],
] as const)('hours of one official on %s', (_, other, isOverlap) =>
  expect(overlapsOf([first, other as ReceptionHours])).toEqual(
    isOverlap ? [{ at: 1, code: 'other', other: 'first' }] : [],
  ),
);

it('of other weeks of the month do not meet', () =>
  expect(overlapsOf([hours('first', { weeks: [1, 3] }), hours('other', { weeks: [2] })])).toEqual([]));

it('have times of three weeks, and none in a queue', () => {
  expect(timesAhead([first])).toBe(36);
  expect(timesAhead([hours('queue', { queue: true })])).toBe(0);
});
