/** Characters that look alike in Latin, Cyrillic and digits, and their common representative. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Ү: 'Y',
  Х: 'X',
  І: '1',
  I: '1',
  L: '1',
  О: '0',
  O: '0',
  З: '3',
};

/**
 * A typed number or code without letter case, blanks, dashes and alphabet: a letter that looks like one of the other alphabet or
 * like a digit is the same character, since a resident copies shapes from paper with whichever keyboard is on.
 */
export function sameShape(typed: string): string {
  return typed
    .replace(/[\s\u002D‐-―−]/gu, '')
    .toUpperCase()
    .replace(/[\p{Lu}]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}
