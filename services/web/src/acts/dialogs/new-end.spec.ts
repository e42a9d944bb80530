import { expect, it } from '@jest/globals';
import { newEnd } from './new-end.js';

const steps = [
  { code: 'CALENDAR_DAYS', on: '2026-12-31' },
  { code: 'MOVED', on: '2027-01-11' },
];

it('counts an extension from the day that was not moved: sixty days from the registration are the most', () => {
  expect(newEnd({ dueOn: '2027-01-11', steps }, 30)).toBe('2027-01-30');
  expect(newEnd({ dueOn: '2027-01-11', steps: [] }, 30)).toBe('2027-02-10');
});

it('shows no end that is no later, and none of what is no number of days', () => {
  for (const days of [11, 0, -1, 1.5, Number.NaN]) expect(newEnd({ dueOn: '2027-01-11', steps }, days)).toBeUndefined();
});
