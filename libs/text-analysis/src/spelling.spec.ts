import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { corrected } from './spelling.js';
import { edits, likeness, trigrams } from './trigrams.js';

it('corrects to the nearest word of the index, the commoner one first', () => {
  const near = [
    { word: 'дороги', texts: 10 },
    { word: 'дорога', texts: 40 },
    { word: 'дорого', texts: 1 },
  ];
  expect(corrected('дорогп', near)).toBe('дорога');
  expect(corrected('дрога', near)).toBe('дорога');
  expect(corrected('дом', near)).toBeUndefined();
  expect(corrected('электричество', near)).toBeUndefined();
});

it('counts edits, a swap of neighbours as one', () => {
  expect(edits('якутск', 'якуцк', 2)).toBe(2);
  expect(edits('дрога', 'дорога', 2)).toBe(1);
  expect(edits('додрога', 'дорога', 2)).toBe(1);
  expect(edits('длолг', 'догло', 1)).toBe(2);
  expect(edits('маршрут', 'мраштур', 2)).toBe(3);
  expect(likeness(trigrams('яма'), trigrams('яма'))).toBe(1);
  expect(trigrams('7k3m9')).toEqual([]);
});

it('counts the same edits both ways', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 8 });
  fc.assert(fc.property(word, word, (one, other) => edits(one, other, 9) === edits(other, one, 9)));
});

it('parts words by letters, whatever plane they are of', () => {
  expect(trigrams('яма')).toEqual(['^ям', 'яма', 'ма$']);
  expect(trigrams('𐐷а')).toEqual(['^𐐷а', '𐐷а$']);
});
