import { describe, expect, it } from '@jest/globals';
import { printableText, unprintableIn } from './printable-text.js';

const SAKHA = 'Ҕҕ Ҥҥ Өө Һһ Үү';

describe('a text is made fit for a sheet', () => {
  it('as it is, where the font has every character', () => {
    const text = `${SAKHA} Ёё № 59-ФЗ «да» – нет — 5 ₽, § 2, +21 °C\nвторая строка`;
    expect(printableText(text)).toBe(text);
    expect(unprintableIn(text)).toEqual([]);
  });

  it.each([
    ['an emoji', 'Спасибо 👍!', 'Спасибо [U+1F44D]!', ['👍']],
    ['an emoji of several parts', '👨‍👩‍👧 дома', '[U+1F468 U+1F469 U+1F467] дома', ['👨', '👩', '👧']],
    ['a bell', 'до\u0007после', 'до[U+0007]после', ['\u0007']],
    ['an ideograph', 'вода 水', 'вода [U+6C34]', ['水']],
    ['half of a pair', 'до\uD83Dпосле', 'до[U+FFFD]после', ['\uFFFD']],
    ['a character that is none', 'до\uFFFEпосле', 'до[U+FFFE]после', ['\uFFFE']],
  ])('what it has no picture of is named: %s', (_, text, shown, strangers) => {
    expect(printableText(text)).toBe(shown);
    expect(unprintableIn(text)).toEqual(strangers);
  });

  it('without what is invisible, and composed', () => {
    expect(printableText('\uFEFFза\u00ADявле\u200Bние и\u0306од\r\nконец')).toBe('заявление йод\nконец');
    expect(printableText('1\u202F000\u2009₽')).toBe('1\u00A0000 ₽');
  });
});
