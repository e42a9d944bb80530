import { expect, it } from '@jest/globals';
import { rounds } from './rounds.js';

it('has each key once a round, and those of a key in their order', () => {
  expect(rounds(['a1', 'b1', 'a2', 'c1', 'a3', 'b2'], (item) => item[0]!)).toEqual([
    ['a1', 'b1', 'c1'],
    ['a2', 'b2'],
    ['a3'],
  ]);
  expect(rounds([], String)).toEqual([]);
});
