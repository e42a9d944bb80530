import {
  isGivenName,
  isPatronymic,
  isStreetName,
  isSurnameLike,
  personalPlaces,
  type Lexicon,
} from '@otklik/text-analysis';

/** `АЛД-М-2026-17`, and a receipt, `7K3QF-12M45`: an appeal is found by them, and no person. */
const APPEAL =
  /(?<!\p{L})\p{L}{1,8}(?:-\p{L}{1,3})?-(?:19|20)\d{2}-\d+|(?<![\p{L}\d])(?=[\d-]*[A-Z])[\dA-Z]{5}-[\dA-Z]{5}(?![\p{L}\d])/gu;
const DATE_OR_YEAR = /(?<!\d)(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d{2}(?!\d)/gu;
/** So many digits in a query may be a part of a person's number. */
const MIN_NUMBER_DIGITS = 5;

/** Whether words are, or hold, a telephone, an e-mail or a number of a document. */
export function asksForPersonalNumber(words: string, lexicon: Lexicon): boolean {
  const places = personalPlaces(words.replace(APPEAL, ''), lexicon);
  return places.some(({ kind }) => kind !== 'NAME' && kind !== 'ADDRESS');
}

/** Whether words are, or hold, any personal data, or a part of a number by which it could be guessed. */
export function asksForPerson(words: string, lexicon: Lexicon): boolean {
  const plain = words.replace(APPEAL, '').replace(DATE_OR_YEAR, '');
  const digits = plain.normalize('NFKC').match(/\p{Nd}/gu)?.length ?? 0;
  if (digits >= MIN_NUMBER_DIGITS || /\d\*/u.test(plain)) return true;
  const names = plain.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return names.some((word) => isNameOfPerson(word, lexicon)) || personalPlaces(plain, lexicon).length > 0;
}

/** Queries are typed without capitals: what is no word of the language, and no street of every town. */
function isNameOfPerson(word: string, lexicon: Lexicon): boolean {
  if (lexicon(word).length > 0) return false;
  return isPatronymic(word) || isGivenName(word) || (isSurnameLike(word, lexicon) && !isStreetName(word));
}
