import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TextUnit } from '../network.js';
import { measure, textParts } from './text-parts.js';

const FAMILY = 'каша👨‍👩‍👧ёё🇷🇺';
const bare = (text: string) => text.replaceAll(/\s/g, '');
const withoutHeading = (part: string) => part.replace(/^\d+\/\d+\n/, '');

describe('textParts', () => {
  it('counts as the network counts', () => {
    expect((['utf16', 'codepoint', 'byte'] as const).map((unit) => measure(FAMILY, unit))).toEqual([18, 13, 38]);
  });

  it('leaves a text alone that fits', () => {
    expect(textParts('  как есть \n', { max: 12, unit: 'utf16' })).toEqual(['  как есть \n']);
  });

  it('ends a part at a sentence, not in a word', () => {
    const parts = textParts('Снег убрали вчера. Яму заделаем завтра до вечера.', { max: 36, unit: 'codepoint' });
    expect(parts).toEqual(['1/2\nСнег убрали вчера.', '2/2\nЯму заделаем завтра до вечера.']);
  });

  it('ends a part at a paragraph rather than at a sentence', () => {
    const parts = textParts('Первый абзац ответа.\n\nВторой. Третье предложение', { max: 36, unit: 'utf16' });
    expect(parts[0]).toBe('1/2\nПервый абзац ответа.');
  });

  it('never breaks an address that fits into a part', () => {
    const link = 'https://aldan.example/otvet/2026/11/27?nomer=17';
    const parts = textParts(`${'слово '.repeat(9)}${link} ${'слово '.repeat(9)}`, { max: 60, unit: 'utf16' });
    expect(parts.some((part) => part.includes(link))).toBe(true);
  });

  it('makes no second part of white space', () => {
    expect(textParts(`${'слово'.repeat(8)} \n `, { max: 40, unit: 'utf16' })).toEqual(['слово'.repeat(8)]);
  });

  const texts = fc
    .array(fc.constantFrom('слово', 'Ҥөүҕһ', '👨‍👩‍👧', 'a', '. ', ' ', '\n\n', '  ', 'https://a.example/b', 'é', '🇷🇺'), {
      minLength: 1,
      maxLength: 300,
    })
    .map((words) => words.join(''));
  const units = fc.constantFrom<TextUnit>('utf16', 'codepoint', 'byte');

  it('loses no letter, keeps within the limit, breaks no letter', () => {
    fc.assert(
      fc.property(texts, units, fc.integer({ min: 40, max: 400 }), (text, unit, max) => {
        const parts = textParts(text, { max, unit });
        expect(bare(parts.length === 1 ? parts[0]! : parts.map(withoutHeading).join(''))).toBe(bare(text));
        for (const part of parts) {
          expect(measure(part, unit)).toBeLessThanOrEqual(max);
          expect(part.isWellFormed()).toBe(true);
          expect(part).not.toMatch(/^(\d+\/\d+\n)?\u200d|\u200d$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('parts one letter that alone is longer than a part, at its code points', () => {
    const letter = `e${'\u0301'.repeat(50)}`;
    const parts = textParts(letter, { max: 20, unit: 'utf16' });
    expect(parts.map(withoutHeading).join('')).toBe(letter);
  });
});
