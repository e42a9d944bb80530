import { describe, expect, it } from '@jest/globals';
import { reasonWords } from './reason-words.js';

describe('words of a proposal', () => {
  it('stand in quotes, without the signs of the district’s file', () => {
    expect(reasonWords(['мусор ~ вывозить', 'свалка', 'квитанция + тариф'])).toBe(
      '«мусор … вывозить», «свалка», «квитанция … тариф»',
    );
    expect(reasonWords([])).toBe('');
  });

  it('are those of the text where the file has their beginnings', () => {
    expect(reasonWords(['пахн* ~ газом'], 'В подъезде сильно Пахнет газом')).toBe('«пахнет … газом»');
    expect(reasonWords(['воня* ~ газом'])).toBe('«воня… … газом»');
  });
});
