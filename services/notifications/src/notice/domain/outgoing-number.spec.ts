import { expect, it } from '@jest/globals';
import { nextOutgoingNumber } from './outgoing-number.js';

it.each([
  ['77/1', ['77/1'], '77/2'],
  ['02-11/118', ['02-11/117', '02-11/118'], '02-11/119'],
  ['118-а', ['118-а'], '119-а'],
  ['0099', ['0099'], '0100'],
  ['118/2026', ['118/2026'], '119/2026'],
])('proposes the number after %s', (last, ofYear, next) => {
  expect(nextOutgoingNumber({ last, lastYear: 2026, ofYear }, 2026)).toBe(next);
});

it('proposes none that was given: the greatest of the pattern counts, and another pattern does not', () => {
  const ofYear = ['77/1', '77/9', '01-15/300', '77/9-а'];
  expect(nextOutgoingNumber({ last: '77/1', lastYear: 2026, ofYear }, 2026)).toBe('77/10');
});

it('restarts in a new year, by the pattern of the last one', () => {
  expect(nextOutgoingNumber({ last: '77/412', lastYear: 2026, ofYear: [] }, 2027)).toBe('77/1');
  expect(nextOutgoingNumber({ last: '412/2026', lastYear: 2026, ofYear: [] }, 2027)).toBe('1/2027');
});

it('proposes nothing where nothing of the last number runs', () => {
  expect(nextOutgoingNumber({ last: 'б/н', lastYear: 2026, ofYear: ['б/н'] }, 2026)).toBeUndefined();
});
