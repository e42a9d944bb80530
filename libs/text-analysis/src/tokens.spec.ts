import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokenise } from './tokens.js';

describe('tokens', () => {
  it('are folded: case, ё, stress, decomposed letters; Sakha letters stay', () => {
    expect(tokenise('Ёлка замо\u0301к Зи\u0306 ҮЛЭҺИТ, д.5').map(({ word }) => word)).toEqual([
      ...['елка', 'замок', 'зй', 'үлэһит', 'д', '5'],
    ]);
  });

  it('are in one alphabet: Latin letters that look Cyrillic, beside Cyrillic ones or the number of a house', () => {
    expect(tokenise('вoдa Koтeльная 5a СOР').map(({ word }) => word)).toEqual(['вода', 'котельная', '5а', 'сор']);
    expect(tokenise('Wi-Fi cop 4G вайfай').map(({ word }) => word)).toEqual(['wi', 'fi', 'cop', '4g', 'вайfай']);
  });

  it('stand where they say they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end, word } of tokenise(text)) {
          expect(end).toBeGreaterThan(start);
          expect(tokenise(text.slice(start, end)).map((token) => token.word)).toEqual([word]);
        }
      }),
    );
  });
});
