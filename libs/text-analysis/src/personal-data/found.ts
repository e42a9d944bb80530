/** Kinds of personal data, as `PersonalDataKind` of the contracts names them; cards, accounts and passports are documents. */
export type PersonalKind = 'NAME' | 'PHONE' | 'EMAIL' | 'ADDRESS' | 'SNILS' | 'DOCUMENT';

/** A place of the folded text. */
export interface Found {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** Parts of speech under which the dictionary has a word; none: it does not know it, as most names. */
export type Lexicon = (word: string) => readonly string[];
