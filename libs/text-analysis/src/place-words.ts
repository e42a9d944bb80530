import type { SynonymGroup } from './synonyms.js';

/**
 * The kinds of streets and settlements, each with its abbreviations. As synonyms they find «улица Пучковка» by «ул. Пучковка»
 * and the reverse.
 */
export const placeWords: readonly SynonymGroup[] = [
  ['улица', 'ул'],
  ['переулок', 'пер'],
  ['проспект', 'просп', 'пр-т', 'пр-кт'],
  ['бульвар', 'б-р'],
  ['площадь', 'пл'],
  ['шоссе', 'ш'],
  ['набережная', 'наб'],
  ['микрорайон', 'мкр', 'мкрн', 'мкр-н'],
  ['квартал', 'кв-л'],
  ['город', 'г'],
  ['посёлок', 'п', 'пос', 'пгт'],
  ['село', 'с'],
  ['деревня', 'д', 'дер'],
  ['район', 'р-н'],
];

const abbreviations = new Set(placeWords.flatMap(([, ...short]) => short.filter((word) => !word.includes('-'))));

/** `word` as `tokenise` gives it: beside a name it may be left out. */
export function isPlaceAbbreviation(word: string): boolean {
  return abbreviations.has(word);
}
