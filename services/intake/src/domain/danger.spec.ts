import { describe, expect, it } from '@jest/globals';
import { dangerFinder } from './danger.js';

const find = dangerFinder([
  { danger: 'GAS', words: ['пахн* ~ газом', 'утечк* ~ газа'] },
  { danger: 'FIRE', words: ['пожар', 'горит ~ дом'] },
]);

describe('the district words of danger', () => {
  it.each([
    ['В подъезде Ленина, 14 сильно пахнет газом, свет не включаем', 'GAS', ['пахн* ~ газом']],
    ['ПОЖАР! Горит соседний дом', 'FIRE', ['пожар', 'горит ~ дом']],
    ['Утечка газа, а напротив пожар', 'GAS', ['утечк* ~ газа']],
  ])('finds %s', (text, kind, words) => {
    expect(find(text)).toEqual({ kind, words });
  });

  it.each(['Когда проведут газ в посёлок?', 'Пожарная часть рядом, спасибо', ''])('finds nothing in «%s»', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it('finds nothing where the district has no words', () => {
    expect(dangerFinder([])('пахнет газом')).toBeUndefined();
  });
});
