import { fromLatinLayout } from '@otklik/kernel';
import {
  inOneAlphabet,
  isGivenName,
  isPatronymic,
  isStreetName,
  isSurnameForm,
  isSurnameLike,
  personalPlaces,
  plainDigits,
  type Lexicon,
} from '@otklik/text-analysis';

/** `АЛД-М-2026-17`, and a receipt, `7K3QF-12M45`: an appeal is found by them, and no person. */
const APPEAL =
  /(?<!\p{L})\p{L}{1,8}(?:-\p{L}{1,3})?-(?:19|20)\d{2}-\d+|(?<![\p{L}\d])(?=[\d-]*[A-Z])[\dA-Z]{5}-[\dA-Z]{5}(?![\p{L}\d])/gu;
const DATE_OR_YEAR = /(?<!\d)(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d{2}(?!\d)/gu;
/** So many digits in a query may be a part of a person's number. */
const MIN_NUMBER_DIGITS = 5;
const PREFIX_OF_NUMBER = /\d[^\s\p{L}]*\*/u;
const PREFIX = /[\p{L}\d]\*/u;
/** What parts words without being one: «-контракт», «"…"», «слово*». */
const OPERATORS = /["«»*|]|(?<=^|\s)[-−–](?=\S)/gu;

/**
 * Whether words are, or hold, a telephone, an e-mail or a number of a document, or a part of one by which it could be guessed. The
 * detector of texts decides; signs of the query's own hide nothing from it.
 */
export function asksForPersonalNumber(words: string, lexicon: Lexicon): boolean {
  return readings(words).some((reading) => holdsNumber(reading, lexicon));
}

function holdsNumber(words: string, lexicon: Lexicon): boolean {
  const plain = withoutPublic(words);
  if (plainDigits(plain).length >= MIN_NUMBER_DIGITS || PREFIX_OF_NUMBER.test(plain)) return true;
  const places = personalPlaces(plain.replace(OPERATORS, ' '), lexicon);
  return places.some(({ kind }) => kind !== 'NAME' && kind !== 'ADDRESS');
}

/** Whether words are, or hold, any personal data, or the beginning of a word: a name could be spelt out by beginnings. */
export function asksForPerson(words: string, lexicon: Lexicon): boolean {
  return readings(words).some((reading) => {
    if (PREFIX.test(reading) || holdsNumber(reading, lexicon)) return true;
    const plain = withoutPublic(reading).replace(OPERATORS, ' ');
    const names = plain.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    return names.some((word) => isNameOfPerson(word, lexicon)) || personalPlaces(plain, lexicon).length > 0;
  });
}

/** As it is typed, as the same keys write in the Russian layout, and with look-alike letters in one alphabet: all are searched. */
function readings(words: string): readonly string[] {
  const plain = words.normalize('NFKC');
  const russian = plain.replace(/\S+/gu, (run) => fromLatinLayout(run) ?? run);
  const oneAlphabet = plain.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const lower = word.toLowerCase();
    const mended = inOneAlphabet(lower);
    return mended === lower ? word : mended;
  });
  return [...new Set([plain, russian, oneAlphabet])];
}

function withoutPublic(words: string): string {
  return words.replace(APPEAL, ' ').replace(DATE_OR_YEAR, ' ');
}

/** Queries are typed without capitals: what is no word of the language, and no street of every town. */
function isNameOfPerson(word: string, lexicon: Lexicon): boolean {
  if (isSurnameForm(word)) return true;
  if (lexicon(word).length > 0) return false;
  return isPatronymic(word) || isGivenName(word) || (isSurnameLike(word, lexicon) && !isStreetName(word));
}
