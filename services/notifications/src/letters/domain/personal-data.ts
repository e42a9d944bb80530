import type { PersonalDataKind } from '@otklik/contracts/enumerations';
import { nameStem, personalPlaces } from '@otklik/text-analysis';

/** A place of a text that may be personal data. */
export interface PersonalPlace {
  readonly kind: PersonalDataKind;
  readonly excerpt: string;
  /** In UTF-16 code units. */
  readonly start: number;
}

/** What may be said. */
export interface Sayable {
  /** Names of officials. */
  readonly names: readonly string[];
  /** Telephones of the administration. */
  readonly phones: readonly string[];
  /** Texts whose addresses are said already: the person's own public words, the administration's address. */
  readonly addresses: readonly string[];
}

/** What should not be said publicly; nothing of it is certain, so that a person decides. */
export function personalData(text: string, sayable: Sayable): readonly PersonalPlace[] {
  return [
    ...foreignNames(text, sayable.names),
    ...placesOf(text).filter(({ kind, excerpt }) => {
      if (kind === 'PHONE') return !isKnownPhone(excerpt, sayable.phones);
      return kind === 'ADDRESS' ? !isSaidAlready(excerpt, sayable.addresses) : kind !== 'NAME';
    }),
  ];
}

/** Names that none of `known` is. */
export function foreignNames(text: string, known: readonly string[]): readonly PersonalPlace[] {
  const stems = new Set(known.flatMap(wordsOf).map(nameStem));
  return placesOf(text).filter(
    ({ kind, excerpt }) => kind === 'NAME' && !wordsOf(excerpt).some((word) => stems.has(nameStem(word))),
  );
}

function placesOf(text: string): readonly PersonalPlace[] {
  return personalPlaces(text).map(({ kind, start, end }) => ({ kind, start, excerpt: text.slice(start, end) }));
}

/** Words of a name, without initials and what is too short to tell people apart. */
function wordsOf(name: string): readonly string[] {
  return name.match(/\p{L}{3,}/gu) ?? [];
}

export function isKnownPhone(found: string, known: readonly string[]): boolean {
  const digits = digitsOf(found);
  return known.some((one) => digitsOf(one).endsWith(digits));
}

/** The last ten digits: `+7` and `8` begin the same number. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/gu, '').slice(-10);
}

const STREET_STEM = 4;
const FLAT = /(?<!\p{L})(?:кв\.?|квартир\p{L}*)\s*№?\s*\d/iu;
const PLACE_WORD = /^(?:улиц|переул|просп|набереж|площад|мкр|микрорайон|бульвар|шоссе|проезд|дом|корп)/iu;

/** Street and house together occur in one of the texts; a flat is never mentioned. */
function isSaidAlready(address: string, texts: readonly string[]): boolean {
  if (FLAT.test(address)) return false;
  const street = wordsOf(address).filter((word) => !PLACE_WORD.test(word));
  const stems = street.map((word) => new RegExp(`(?<!\\p{L})${plain(word).slice(0, STREET_STEM)}`, 'u'));
  const numbers = (address.match(/\d+/gu) ?? []).map((house) => new RegExp(`(?<!\\d)${house}(?!\\d)`, 'u'));
  return texts.some((text) => [...stems, ...numbers].every((pattern) => pattern.test(plain(text))));
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
