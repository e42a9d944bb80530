import { expect, it } from '@jest/globals';
import { receiptOf, scannedCode } from './scanned-code.js';

it('holds district, receipt and kind', () => {
  expect(scannedCode('aldan', '7KQ4M-2VD3H', 'CARD')).toBe('OTK1:aldan:7KQ4M2VD3H:CARD');
});

it.each([
  ['as it is printed', 'OTK1:aldan:7KQ4M2VD3H:CARD'],
  ['by a scanner that writes capitals', 'OTK1:ALDAN:7KQ4M2VD3H:CARD'],
  ['typed in the Russian layout', 'ЩЕЛ1Жфдвфт:7ЛЙ4Ь2МВ3Р:СФКВ'.replaceAll(':', 'Ж')],
  ['by a scanner with an end of line', 'OTK1:aldan:7KQ4M2VD3H:LETTER\n'],
])('finds its case: %s', (_, typed) => {
  expect(receiptOf(typed)).toBe('7KQ4M2VD3H');
});

it.each(['АЛД-О-2026-14', '7KQ4M-2VD3H', 'OTK2:aldan:7KQ4M2VD3H:CARD', 'отопление', ''])(
  'is no other text: %s',
  (typed) => {
    expect(receiptOf(typed)).toBeUndefined();
  },
);
