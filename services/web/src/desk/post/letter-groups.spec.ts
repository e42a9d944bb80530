import { expect, it } from '@jest/globals';
import { groupOf, inBatches, inGroups, nextAlike, printKey } from './letter-groups.js';

const posting = { means: 'REGISTERED_LETTER', number: '1', sentOn: '2026-11-24', track: null, after: null } as const;
const cameBack = { ...posting, after: { outcome: 'MOVED', on: '2026-11-28', proof: 'ENVELOPE' } } as const;
const delivered = { ...posting, after: { outcome: 'DELIVERED', on: '2026-11-28', proof: 'RECEIPT' } } as const;
const printed = new Set(['printed']);

it('says what is to be done with a letter next', () => {
  expect(groupOf({ id: 'a', state: 'PENDING', posting: null }, printed)).toBe('PRINT');
  expect(groupOf({ id: 'printed', state: 'PENDING', posting: null }, printed)).toBe('HAND_IN');
  expect(groupOf({ id: 'a', state: 'PENDING', posting: cameBack }, printed)).toBe('RETURNED');
  expect(groupOf({ id: 'printed', state: 'PENDING', posting: cameBack }, printed)).toBe('RETURNED');
  const again = new Set([printKey({ id: 'printed', posting: cameBack })]);
  expect(groupOf({ id: 'printed', state: 'PENDING', posting: cameBack }, again)).toBe('HAND_IN');
  expect(groupOf({ id: 'printed', state: 'DISPATCHED', posting }, printed)).toBe('ON_ITS_WAY');
  expect(groupOf({ id: 'a', state: 'DISPATCHED', posting: delivered }, printed)).toBe('DELIVERED');
  expect(groupOf({ id: 'a', state: 'DISPATCHED', posting: { ...posting, means: 'HANDED_OVER' } }, printed)).toBe(
    'DELIVERED',
  );
});

it('has the most urgent first, by group', () => {
  const waiting = { state: 'PENDING', posting: null, dueAt: null } as const;
  const rows = [
    { ...waiting, id: 'no term', dueOn: null },
    { ...waiting, id: 'printed', dueOn: '2026-11-20' },
    { ...waiting, id: 'later', dueOn: '2026-12-24' },
    { ...waiting, id: 'soon', dueOn: '2026-11-25' },
  ];
  expect(inGroups(rows, printed).map(({ id }) => id)).toEqual(['soon', 'later', 'no term', 'printed']);
});

it('goes on with the next letter of the same group, at its end with the one before', () => {
  const left = { state: 'DISPATCHED', posting } as const;
  const rows = [
    { id: 'waits', state: 'PENDING', posting: null } as const,
    { ...left, id: 'a' },
    { ...left, id: 'b' },
    { id: 'd', state: 'DISPATCHED', posting: delivered } as const,
  ];
  expect(nextAlike(rows, rows[1]!, printed)?.id).toBe('b');
  expect(nextAlike(rows, rows[2]!, printed)?.id).toBe('a');
  expect(nextAlike(rows, rows[3]!, printed)).toBeUndefined();
});

it('takes many by batches, none lost', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBatches([], 2)).toEqual([]);
});
