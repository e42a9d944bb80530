import { expect, it } from '@jest/globals';
import { nearestAnswers, type NearAnswer } from './nearest-answers.js';

const answer = (id: string, words: readonly number[], more: Partial<NearAnswer> = {}): NearAnswer => ({
  id,
  topic: null,
  settlement: null,
  words,
  ...more,
});

it('is nothing where a few words are in common by chance', () => {
  expect(nearestAnswers([], { words: 5 })).toEqual([]);
  expect(nearestAnswers([answer('a', [0, 1])], { words: 5 })).toEqual([]);
  expect(nearestAnswers([answer('a', [0, 1, 2])], { words: 40 })).toEqual([]);
});

it('is what has words in common, fewer of the same topic or place, and more of another', () => {
  const two = answer('two', [0, 1], { topic: 'water', settlement: 'aldan' });
  expect(nearestAnswers([two], { words: 5, topic: 'water' })).toEqual(['two']);
  expect(nearestAnswers([two], { words: 5, settlement: 'aldan' })).toEqual(['two']);
  const three = answer('three', [0, 1, 2], { topic: 'water', settlement: 'aldan' });
  expect(nearestAnswers([three], { words: 5 })).toEqual(['three']);
  expect(nearestAnswers([three], { words: 5, topic: 'roads' })).toEqual([]);
  expect(nearestAnswers([three], { words: 5, topic: 'water', settlement: 'tommot' })).toEqual(['three']);
});

it('is three at most, first those with rare words', () => {
  const all = [
    answer('common', [0, 1, 2]),
    answer('also', [0, 1, 2]),
    answer('rare', [0, 1, 7]),
    answer('third', [0, 1, 2]),
  ];
  expect(nearestAnswers(all, { words: 8 })).toEqual(['rare', 'also', 'common']);
});
