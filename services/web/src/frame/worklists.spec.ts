import { expect, it } from '@jest/globals';
import { firstList } from './worklists.js';

const count = (total: number) => ({ total });

it('opens the desk at what waits for the official, else at the first list', () => {
  expect(firstList({ IN_WORK: count(73), OVERDUE: count(2), TO_APPROVE: count(22) })).toBe('TO_APPROVE');
  expect(firstList({ IN_WORK: count(73), OVERDUE: count(2), TO_APPROVE: count(0) })).toBe('IN_WORK');
  expect(firstList({ IN_WORK: count(73), UNASSIGNED: count(4) })).toBe('UNASSIGNED');
  expect(firstList({ CO_EXECUTED: count(0), IN_WORK: count(1), UNASSIGNED: count(0) })).toBe('IN_WORK');
  expect(firstList({ MINE: count(0), TO_CALL: count(3) })).toBe('MINE');
  expect(firstList({})).toBeUndefined();
});
