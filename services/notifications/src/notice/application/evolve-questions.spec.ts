import { expect, it } from '@jest/globals';
import { evolveQuestions } from './evolve-questions.js';

const fact = (question: string, version: number) => ({ district: 1, question, appeal: 'appeal', version });
const evolved = (known: ReadonlyMap<string, { readonly version: number; readonly sum: number }>) =>
  evolveQuestions(known, [fact('a', 1), fact('b', 4), fact('a', 2), fact('a', 2), fact('b', 3)], (of, before) => ({
    version: of.version,
    sum: (before?.sum ?? 0) + of.version,
  }));

it('folds the facts of each question in order, and drops what is not newer', () => {
  expect(evolved(new Map()).map(({ question, kept }) => [question, kept])).toEqual([
    ['a', { version: 2, sum: 3 }],
    ['b', { version: 4, sum: 4 }],
  ]);
});

it('goes on from what is kept, and answers those alone that changed', () => {
  const known = new Map([
    ['a', { version: 1, sum: 10 }],
    ['b', { version: 4, sum: 20 }],
  ]);
  expect(evolved(known).map(({ question, kept }) => [question, kept])).toEqual([['a', { version: 2, sum: 12 }]]);
});
