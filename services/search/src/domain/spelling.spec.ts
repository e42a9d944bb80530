import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { impact, MOST_IMPACT, rarity, termsFor } from './ranking.js';
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

it('lets readings, families and like-looking words stand for a word, in that order', () => {
  const asked = { word: 'ремонта', lemmas: [{ form: 'ремонт', weight: 1 }], families: ['ремонт'] };
  const { terms } = termsFor(asked, ['вода', 'ремонтировать', 'ремонты']);
  expect(terms.map(({ form }) => form)).toEqual(['ремонт', 'ремонтировать', 'ремонты']);
});

it('ranks the rarer word and the shorter text higher, in whole steps', () => {
  expect(rarity(100, 2)).toBeGreaterThan(rarity(100, 60));
  expect(impact(1, 20)).toBeGreaterThan(impact(1, 90));
  expect(impact(2, 50)).toBeGreaterThan(impact(1, 50));
  expect([impact(0.1, 10_000), impact(10_000, 1)]).toEqual([1, MOST_IMPACT]);
});
