import { expect, it } from '@jest/globals';
import { BadInput, cleanText, optionalText } from './input.js';

const limits = { max: 20, path: 'input.text' };
const NUL = String.fromCharCode(0);

function fault(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'none';
}

it.each([
  ['only spaces', '   ', 'TEXT_EMPTY input.text'],
  ['a million spaces', ' '.repeat(1_000_000), 'TEXT_EMPTY input.text'],
  ['nothing visible', '\u200b\u2060\u00a0\ufeff', 'TEXT_EMPTY input.text'],
  ['letters that fonts leave blank', '\u3164\u115f\u2800', 'TEXT_EMPTY input.text'],
  ['code points that mean nothing', '\ue000\u{e0001}', 'TEXT_EMPTY input.text'],
  ['controls of direction alone', '\u202e\u2066', 'TEXT_EMPTY input.text'],
  ['NUL', `Яма${NUL}`, 'TEXT_MALFORMED input.text'],
  ['a lone surrogate', 'Яма \ud83d', 'TEXT_MALFORMED input.text'],
  ['one character too many', 'я'.repeat(21), 'TEXT_TOO_LONG input.text'],
  ['ten million characters', 'я'.repeat(10_000_000), 'TEXT_TOO_LONG input.text'],
])('refuses %s', (_, raw, expected) => {
  expect(fault(() => cleanText(raw, limits))).toBe(expected);
});

it('keeps emoji, Sakha letters and line ends, and counts characters, not code units', () => {
  expect(cleanText('  Аҕа дойду 🙂\r\nҤ  ', limits)).toBe('Аҕа дойду 🙂\nҤ');
  expect(cleanText('🙂'.repeat(20), limits)).toBe('🙂'.repeat(20));
  expect(fault(() => cleanText('🙂'.repeat(21), limits))).toBe('TEXT_TOO_LONG input.text');
});

it('removes what turns the order of the letters', () => {
  expect(cleanText('Счёт \u202e4321\u202c оплачен', limits)).toBe('Счёт 4321 оплачен');
});

it('treats a blank optional text as absent', () => {
  expect(optionalText(' ', limits)).toBeUndefined();
  expect(optionalText('\u200b\u00a0', limits)).toBeUndefined();
  expect(fault(() => optionalText(NUL, limits))).toBe('TEXT_MALFORMED input.text');
  expect(optionalText(null, limits)).toBeUndefined();
  expect(optionalText(' Нам ', limits)).toBe('Нам');
});
