/** A text as patterns read it: both strings have one length, and `at` maps a unit to its place in the text. */
export interface FoldedText {
  readonly words: string;
  /** With letters that stand for digits («9О5», «1З») as digits. */
  readonly digits: string;
  readonly at: readonly number[];
}

/** Invisible characters, and stress marks: between two digits they would hide a number. */
const INVISIBLE = /[\p{Cf}\u0300\u0301\u034F\uFE0E\uFE0F\u20E3]/u;
const DASH = /[\u2010-\u2015\u2212\u2043\uFE58\uFF0D]/u;
const SPACE = /[\p{Zs}\t]/u;
const DIGIT = /\p{Nd}/u;
const MIXED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;
const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АаВЕеКМНОоРрСсТХхУуІі'].map((cyrillic, place) => [[...'AaBEeKMHOoPpCcTXxYyIi'][place]!, cyrillic]),
);
/** «9О5», «2-ОО-6З», «ЗОО 12 З4»: groups of digits and of letters in their place. */
const NUMBER_WITH_LETTERS =
  /(?<![\p{L}\d])(?:[\dOoОоЗзIlб]+(?!\p{L})|[OОЗ]+(?=-\d))(?:[ .()-]{1,3}[\dOОЗIl]+(?!\p{L}))*/gu;
const LETTERS_AS_DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  З: '3',
  з: '3',
  I: '1',
  l: '1',
};

/** Most of any text: stays as it is. */
const USUAL = /^[ -~\nа-яёА-ЯЁ№«»]$/u;

export function foldedText(text: string): FoldedText {
  const at: number[] = [];
  let units = '';
  let place = 0;
  for (const character of text) {
    const folded = USUAL.test(character) ? character : INVISIBLE.test(character) ? '' : plain(character);
    for (let unit = 0; unit < folded.length; unit += 1) at.push(place);
    units += folded;
    place += character.length;
  }
  at.push(text.length);
  const words = units.replace(MIXED_WORD, oneAlphabet);
  const digits = words.replace(NUMBER_WITH_LETTERS, (run) => (/\d/u.test(run) ? asDigits(run) : run));
  return { words, digits, at };
}

/** The digits of a text, whatever letters, signs and invisible characters stand for them or between them. */
export function plainDigits(text: string): string {
  return foldedText(text).digits.replace(/\D/gu, '');
}

function plain(character: string): string {
  if (DASH.test(character)) return '-';
  if (SPACE.test(character)) return ' ';
  const compatible = character.normalize('NFKC');
  if (compatible.length !== 1) return character;
  return DIGIT.test(compatible) ? plainDigit(compatible) : compatible;
}

/** Digits of every script stand in their order, from zero on. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Latin letters among Cyrillic ones are those that look alike. */
function oneAlphabet(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word;
  return word.replace(/\p{Script=Latin}/gu, (letter) => LOOK_ALIKE[letter] ?? letter);
}

function asDigits(run: string): string {
  return run.replace(/\p{L}/gu, (letter) => LETTERS_AS_DIGITS[letter] ?? letter).replace(/(?<=\d)б(?=\d)/gu, '6');
}
