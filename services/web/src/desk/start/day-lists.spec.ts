import { expect, it } from '@jest/globals';
import { dayLists, placedOnce } from './day-lists.js';

const count = (total: number) => ({ total });

it('begin with what waits for the own act of the official, then with what is late', () => {
  expect(dayLists({ IN_WORK: count(73), OVERDUE: count(2), TO_APPROVE: count(22), DUE_TODAY: count(1) })).toEqual([
    'TO_APPROVE',
    'OVERDUE',
    'DUE_TODAY',
  ]);
});

it('begin with the most urgent of an executor', () => {
  expect(dayLists({ MINE: count(4), SENT_BACK: count(1), TO_CALL: count(2), OVERDUE: count(1) })).toEqual([
    ...['OVERDUE', 'SENT_BACK', 'MINE', 'TO_CALL'],
  ]);
});

it('are five at most, and none of them is empty', () => {
  const all = dayLists({
    UNASSIGNED: count(1),
    RETURNED: count(1),
    OVERDUE: count(1),
    DUE_TODAY: count(1),
    TO_CALL: count(1),
    TO_POST: count(0),
    REOPENING_REQUESTED: count(1),
  });
  expect(all).toEqual(['UNASSIGNED', 'OVERDUE', 'DUE_TODAY', 'RETURNED', 'REOPENING_REQUESTED']);
  expect(dayLists({ MINE: count(0), IN_WORK: count(9) })).toEqual([]);
});

it('show a question once, in the most urgent of its lists, and say for what else it is there', () => {
  const [late, mine, both] = [{ id: 'late' }, { id: 'mine' }, { id: 'both' }];
  const placed = placedOnce(
    new Map([
      ['MINE', [both, mine]],
      ['DUE_TODAY', [both]],
      ['OVERDUE', [late, both]],
    ]),
  );
  expect([...placed]).toEqual([
    [
      'OVERDUE',
      [
        { ...late, also: [] },
        { ...both, also: ['DUE_TODAY', 'MINE'] },
      ],
    ],
    ['DUE_TODAY', []],
    ['MINE', [{ ...mine, also: [] }]],
  ]);
});
