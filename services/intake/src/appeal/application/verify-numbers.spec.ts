import { expect, it } from '@jest/globals';
import { verifyNumbers } from './verify-numbers.js';

const series = { district: 1, journal: 'APPEALS', year: 2026 } as const;

async function* numbers(...serials: readonly number[]) {
  for (const serial of new Set(serials))
    yield { ...series, serial, times: serials.filter((other) => other === serial).length };
}

async function faults(counters: readonly number[], ...serials: readonly number[]): Promise<readonly string[]> {
  return faultsBeside([], counters, ...serials);
}

async function faultsBeside(
  ranges: readonly (readonly [number, number])[],
  counters: readonly number[],
  ...serials: readonly number[]
): Promise<readonly string[]> {
  const reserved = ranges.map(([first, last]) => ({ ...series, first, last }));
  const books = { reserved, counters: counters.map((last) => ({ ...series, last })), given: numbers(...serials) };
  return (await verifyNumbers(books)).map(({ fault }) => fault);
}

it('reports numbers that are missing, repeated, or beyond the counter', async () => {
  expect(await faults([5], 1, 2, 2, 4, 7)).toEqual([
    '2 was given 2 times',
    '3 is missing',
    '5 is missing',
    '7 is beyond the counter, 5',
  ]);
  expect(await faults([9], 1, 2, 6)).toEqual(['3 to 5 are missing', '7 to 9 are missing']);
  expect(await faults([2])).toEqual(['1 to 2 are missing']);
  expect(await faults([], 1, 2)).toEqual(['numbers without a counter']);
  expect(await faults([3], 1, 2, 3)).toEqual([]);
});

it('finds nothing amiss in numbers of an old journal, and all else beside them', async () => {
  expect(await faultsBeside([[1, 700]], [702], 701, 702)).toEqual([]);
  expect(await faultsBeside([[3, 700]], [702], 1, 702)).toEqual(['2 is missing', '701 is missing']);
  expect(await faultsBeside([[3, 5]], [9], 1, 2)).toEqual(['6 to 9 are missing']);
});
