import { describe, expect, it } from '@jest/globals';
import { reasonWords } from './reason-words.js';

describe('words of a proposal', () => {
  it('stand in quotes each by itself, without the signs of the district’s file', () => {
    expect(reasonWords(['мусор ~ вывозить', 'свалка', 'мусор + тариф'])).toEqual({
      words: '«мусор», «вывозить», «свалка», «тариф»',
      count: 4,
    });
    expect(reasonWords([])).toEqual({ words: '', count: 0 });
  });

  it('are those of the text where the file has their beginnings', () => {
    expect(reasonWords(['пахн* ~ газом'], 'В подъезде сильно Пахнет газом').words).toBe('«пахнет», «газом»');
    expect(reasonWords(['воня* ~ газом']).words).toBe('«воня…», «газом»');
  });

  it('have the form of the text, and are not exchanged for another word', () => {
    const text = 'Наш дом признан аварийным, домофон не работает';
    expect(reasonWords(['дом ~ признать ~ аварийный'], text).words).toBe('«дом», «признан», «аварийным»');
    expect(reasonWords(['дом'], 'Сломан домофон').words).toBe('«дом»');
  });
});
