import type { PersonalDataKind } from '@otklik/contracts/enumerations';
import { isGivenName, isPatronymic, nameStem } from './person-name.js';

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
    ...foreignNames(text, sayable.names).map(placed('NAME')),
    ...matches(text, PHONE)
      .filter(([found]) => !isKnownPhone(found, sayable.phones))
      .map(placed('PHONE')),
    ...matches(text, EMAIL).map(placed('EMAIL')),
    ...matches(text, SNILS).map(placed('SNILS')),
    ...DOCUMENTS.flatMap((pattern) => matches(text, pattern)).map(placed('DOCUMENT')),
    ...matches(text, FLAT).map(placed('ADDRESS')),
    ...matches(text, HOUSE)
      .filter((found) => !isSaidAlready(found, sayable.addresses))
      .map(placed('ADDRESS')),
  ];
}

const WORD = '\\p{Lu}[\\p{Ll}-]+';
/** «Громова Е. В.», «Е. В. Громова», or two or three words of which one is a given name or a patronymic. */
const NAME = new RegExp(
  [
    `${WORD}\\s+\\p{Lu}\\.\\s?\\p{Lu}\\.`,
    `\\p{Lu}\\.\\s?\\p{Lu}\\.\\s?${WORD}`,
    `${WORD}(?:[ \\u00a0]+${WORD}){1,2}`,
  ].join('|'),
  'gu',
);
/** With its country's code, or a local one that is called a telephone. */
const PHONE =
  /(?:\+7|(?<![\d-])8)(?:[\s()-]*\d){10}(?!\d)|(?<=(?:тел\.|телефон\p{L}*|звони\p{L}*)[^\d.]{0,20})\d{1,3}-\d{2}-\d{2}(?![\d-])/giu;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const SNILS = /(?<![\d-])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)/gu;
const DOCUMENTS = [
  /(?<!\d)\d{2}\s?\d{2}\s?(?:№\s?)?\d{6}(?!\d)(?=\D|$)/gu,
  /(?<!\d)(?:\d{4}[\s-]){3}\d{4}(?!\d)/gu,
  /(?<=(?:инн|полис\p{L}*|карт\p{L}*|сч[её]т\p{L}*)[^\d.]{0,20})\d{10,20}(?!\d)/giu,
];
const FLAT = /(?<!\p{L})(?:кв\.|квартир\p{L}*)\s*№?\s*\d+/giu;
const STREET = '(?:ул\\.|улиц\\p{L}*|пер\\.|переул\\p{L}*|пр-т|просп\\.|проспект\\p{L}*|мкр\\.?|микрорайон\\p{L}*)';
const HOUSE = new RegExp(
  `(?<!\\p{L})${STREET}\\s*«?(?<street>[\\p{Lu}\\d][\\p{L}-]*(?:\\s\\p{Lu}[\\p{L}-]*)?)»?\\s*,?\\s*(?:д\\.|дом\\p{L}*)?\\s*(?<house>\\d+)(?!\\d|\\s*(?:км|м|метр|числ|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр))`,
  'giu',
);

/** Names that none of `known` is. */
export function foreignNames(text: string, known: readonly string[]): readonly RegExpExecArray[] {
  const stems = new Set(known.flatMap(wordsOf).map(nameStem));
  return matches(text, NAME).filter(
    ([found]) => isName(found) && !wordsOf(found).some((word) => stems.has(nameStem(word))),
  );
}

function isName(found: string): boolean {
  return found.includes('.') || found.split(/\s+/u).some((word) => isPatronymic(word) || isGivenName(word));
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

/** That street and that house together stand in one of the texts. */
function isSaidAlready({ groups }: RegExpExecArray, texts: readonly string[]): boolean {
  const [street, house] = [groups?.['street'] ?? '', groups?.['house'] ?? ''];
  const stem = plain(street).slice(0, STREET_STEM);
  const said = [new RegExp(`(?<!\\p{L})${stem}`, 'u'), new RegExp(`(?<!\\d)${house}(?!\\d)`, 'u')];
  return texts.some((text) => said.every((pattern) => pattern.test(plain(text))));
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

const placed =
  (kind: PersonalDataKind) =>
  ({ 0: excerpt, index: start }: RegExpExecArray): PersonalPlace => ({ kind, excerpt, start });
