import { expect, it } from '@jest/globals';
import { trigramScores } from './trigram-scores.js';

it('scores a text with a word that looks like an asked one above a text with none', () => {
  const [like, unlike] = trigramScores([' ремонтируют дорогу ', ' покрасили забор '], ['ремонт']);
  expect(like).toBeGreaterThan(0);
  expect(unlike).toBe(0);
});

it('weighs a 3-gram that few of the texts hold above one that all of them hold', () => {
  const texts = [' дорога мост ', ' дорога снег ', ' дорога лёд '];
  const [bridge, ...others] = trigramScores(texts, ['дорога', 'мост']);
  expect(bridge).toBeGreaterThan(2 * others[0]!);
});

it('answers 0 for each text where no 3-gram was asked for', () => {
  expect(trigramScores([' дорога '], ['2026'])).toEqual([0]);
});
