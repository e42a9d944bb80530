import { expect, it } from '@jest/globals';
import { hoursLeftIn } from './dates.js';
import { deadlineWords } from './deadline-words.js';

const zone = 'Asia/Yakutsk';
const today = '2026-11-27';

it.each([
  ['2026-11-25', 'parts.overdueDays', 2, 'late'],
  ['2026-11-27', 'parts.today', 0, 'soon'],
  ['2026-12-02', 'parts.inDays', 5, ''],
  ['2027-01-01', 'parts.inDays', 35, ''],
])('a term of %s reads on 27 November as %s, %d, %s', (dueOn, id, count, look) => {
  expect(deadlineWords({ dueOn }, { today })).toEqual({ id, count, time: '', look });
});

it('tells the last day by the hours that are left of it', () => {
  const at = Date.parse('2026-11-27T11:00:00Z');
  expect(deadlineWords({ dueOn: today }, { today, zone, at })).toMatchObject({ id: 'parts.inHours', count: 4 });
  expect(deadlineWords({ dueOn: '2026-11-28' }, { today, zone, at }).id).toBe('parts.inDays');
});

it.each([
  ['2026-11-27T07:59:00Z', 'parts.until', 0, 'soon'],
  ['2026-11-27T08:00:00Z', 'parts.until', 0, 'soon'],
  ['2026-11-27T08:01:00Z', 'parts.overdueSince', 0, 'late'],
  ['2026-11-28T01:00:00Z', 'parts.overdueDays', 1, 'late'],
  ['2026-11-26T08:00:00Z', 'parts.untilTomorrow', 1, ''],
  ['2026-11-25T08:00:00Z', 'parts.inDays', 2, ''],
])('a term until 17:00 of 27 November reads at %s as %s, %d, %s', (now, id, count, look) => {
  const term = { dueOn: today, dueAt: '2026-11-27T08:00:00.000Z' };
  expect(deadlineWords(term, { today, zone, at: Date.parse(now) })).toEqual({ id, count, time: '17:00', look });
});

it.each([
  ['2026-11-27T10:59:00.000Z', 5],
  ['2026-11-27T11:00:00.000Z', 4],
  ['2026-11-27T14:59:00.000Z', 1],
  ['2026-11-26T15:00:00.000Z', 24],
])('at %s so many hours are left of the day in Yakutsk: %d', (now, hours) => {
  expect(hoursLeftIn('Asia/Yakutsk', Date.parse(now))).toBe(hours);
});
