import { expect, it } from '@jest/globals';
import { alikeFaults } from './alike-faults.js';

const fault = (row: number, code: string, text: string | null, likeRow: number | null = null) => ({
  row,
  column: 'E',
  code,
  text,
  likeRow,
});

it('names the rows of one fault in one line, and those of a number that is there twice one by one', () => {
  const faults = [
    fault(4, 'TOPIC_UNKNOWN', 'дороги'),
    fault(5, 'TOPIC_UNKNOWN', 'вода'),
    fault(6, 'TOPIC_UNKNOWN', 'дороги'),
    fault(7, 'NUMBER_TWICE', '10', 3),
    fault(8, 'NUMBER_TWICE', '10', 3),
  ];
  expect(alikeFaults(faults).map((alike) => alike.map(({ row }) => row))).toEqual([[4, 6], [5], [7], [8]]);
});
