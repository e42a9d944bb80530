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

const initials = new Set(placeWords.flat().filter((word) => word.length === 1));

/** `word` as `tokenise` gives it: a single letter like «г.», which says nothing without the name beside it. */
export function isPlaceInitial(word: string): boolean {
  return initials.has(word);
}
