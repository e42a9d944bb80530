import { expect, it } from '@jest/globals';
import { hoursLeftIn } from './dates.js';
import { deadlineWords } from './deadline-words.js';

it.each([
  ['2026-11-25', 'parts.overdueDays', 2, 'late'],
  ['2026-11-27', 'parts.today', 0, 'soon'],
  ['2026-12-02', 'parts.inDays', 5, ''],
  ['2027-01-01', 'parts.inDays', 35, ''],
])('a term of %s reads on 27 November as %s, %d, %s', (dueOn, id, count, look) => {
  expect(deadlineWords(dueOn, '2026-11-27')).toEqual({ id, count, look });
});

it('tells the last day by the hours that are left of it', () => {
  expect(deadlineWords('2026-11-27', '2026-11-27', 4)).toEqual({ id: 'parts.inHours', count: 4, look: 'soon' });
  expect(deadlineWords('2026-11-28', '2026-11-27', 4).id).toBe('parts.inDays');
});

it.each([
  ['2026-11-27T10:59:00.000Z', 5],
  ['2026-11-27T11:00:00.000Z', 4],
  ['2026-11-27T14:59:00.000Z', 1],
  ['2026-11-26T15:00:00.000Z', 24],
])('at %s so many hours are left of the day in Yakutsk: %d', (now, hours) => {
  expect(hoursLeftIn('Asia/Yakutsk', Date.parse(now))).toBe(hours);
});
