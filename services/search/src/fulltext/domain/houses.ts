import { isPlaceInitial, isStreetName, placeWords, type Analyse } from '@otklik/text-analysis';

/** A street with a house in a query, and how many of its words name them. */
export interface House {
  readonly street: string;
  readonly house: string;
  readonly length: number;
}

const NUMBER = /^\d{1,4}\p{L}?$/u;
const NAME = /^\p{L}{3,}$/u;
const SETTLEMENTS: ReadonlySet<string> = new Set(['город', 'посёлок', 'село', 'деревня', 'район']);
/** Of streets, not of settlements, which have no houses by number alone. */
const KINDS: ReadonlySet<string> = new Set(
  placeWords.filter(([kind]) => kind !== undefined && !SETTLEMENTS.has(kind)).flat(),
);
const HOUSE: ReadonlySet<string> = new Set(['д', 'дом']);

/**
 * The house whose address begins at this word: «ул. Ленина, д. 5», «Ленина 5», «переулок Речной 7а». A number behind a word that is no
 * street, and before which there is no kind of one, counts something else: «вода 5 дней».
 */
export function houseAt(words: readonly string[], at: number, analyse: Analyse): House | undefined {
  const kind = isOne(words[at], KINDS, analyse) ? 1 : 0;
  const street = words[at + kind] ?? '';
  const between = isOne(words[at + kind + 1], HOUSE, analyse) ? 1 : 0;
  const house = words[at + kind + 1 + between] ?? '';
  if (!NAME.test(street) || isPlaceInitial(street) || !NUMBER.test(house)) return undefined;
  return kind > 0 || isStreetName(street) ? { street, house, length: kind + between + 2 } : undefined;
}

function isOne(word: string | undefined, kinds: ReadonlySet<string>, analyse: Analyse): boolean {
  return word !== undefined && (kinds.has(word) || analyse(word).lemmas.some(({ form }) => kinds.has(form)));
}
