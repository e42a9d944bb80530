import { expect, it } from '@jest/globals';
import { deadlineWords } from './deadline-words.js';

it.each([
  ['2026-11-25', 'parts.overdueDays', 2, 'late'],
  ['2026-11-27', 'parts.today', 0, 'soon'],
  ['2026-12-02', 'parts.inDays', 5, ''],
  ['2027-01-01', 'parts.inDays', 35, ''],
])('a term of %s reads on 27 November as %s, %d, %s', (dueOn, id, count, look) => {
  expect(deadlineWords(dueOn, '2026-11-27')).toEqual({ id, count, look });
});
