import type { SynonymGroup } from './synonyms.js';

/**
 * The kinds of streets and settlements with their abbreviations. Beside a name such a word says nothing more: «ул.
 * Пучковка», «улица Пучковка» and «Пучковка» are one place.
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
  ['город', 'г', 'гор'],
  ['посёлок', 'п', 'пос', 'пгт'],
  ['село', 'с'],
  ['деревня', 'д', 'дер'],
  ['район', 'р-н'],
];

const alone = new Set(
  placeWords
    .flat()
    .filter((word) => !word.includes('-'))
    .map((word) => word.replaceAll('ё', 'е')),
);

/** `word` as `tokenise` gives it: a kind of place or its abbreviation, which a text may leave out beside the name. */
export function isPlaceWord(word: string): boolean {
  return alone.has(word);
}
