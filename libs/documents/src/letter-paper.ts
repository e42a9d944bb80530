/** A day as `2026-11-27`. */
export type Day = string;

/** The language of a paragraph, as in `lang`: hyphenation and screen readers go by it. */
export type PaperLanguage = 'ru' | 'sah';

export interface Picture {
  readonly format: 'svg' | 'png' | 'jpg';
  readonly base64: string;
}

export interface Letterhead {
  /** Lines of the name; the last ones are bold. */
  readonly name: readonly string[];
  readonly nameSah?: readonly string[];
  readonly emblem?: Picture;
  /** Address, telephone, e-mail; registry codes. */
  readonly lines: readonly string[];
}

/** Whom a letter is for. What may be said of an applicant depends on it, so that each kind of letter demands one of these. */
export type Addressee =
  | { readonly kind: 'APPLICANT'; readonly lines: readonly string[] }
  | { readonly kind: 'BODY'; readonly lines: readonly string[] }
  | { readonly kind: 'OFFICIAL'; readonly lines: readonly string[] };

export interface Paragraph {
  readonly text: string;
  readonly language?: PaperLanguage;
}

export interface Table {
  readonly title?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Enclosure {
  readonly name: string;
  readonly sheets?: number;
  readonly copies?: number;
}

export interface Certificate {
  readonly number: string;
  /** Surname, name, patronymic. */
  readonly owner: string;
  readonly from: Day;
  readonly to: Day;
}

/** Post as on a letterhead (without the body's name), name as `Е. В. Громова`. Only a qualified signature has a mark. */
export type LetterSignature = { readonly post: string; readonly name: string } & (
  | { readonly kind: 'UNSIGNED' | 'SYSTEM' | 'BY_HAND' }
  | { readonly kind: 'QUALIFIED'; readonly certificate: Certificate }
);

/** Where it is checked whether this sheet is ours: by the QR code, or by typing the short one on the page. */
export interface VerificationCode {
  readonly address: string;
  readonly page?: string;
  readonly short?: string;
}

/** A letter as it is approved, signed, sent and kept: each of its faces is made of this. */
export interface LetterPaper {
  readonly layout: 'LETTER';
  /** What it is where it is no letter, and has no addressee: on the further sheets and in the title of the file. */
  readonly named?: string;
  readonly letterhead: Letterhead;
  readonly number?: string;
  /** Of the signature; a letter without it is a draft, and says so. */
  readonly date?: Day;
  readonly inReplyTo?: { readonly number: string; readonly date: Day };
  readonly addressee: Addressee;
  readonly heading?: string;
  readonly salutation?: string;
  readonly paragraphs: readonly (Paragraph | Table)[];
  readonly enclosures: readonly Enclosure[];
  readonly signature: LetterSignature;
  readonly executor?: { readonly name: string; readonly phone?: string };
  readonly code?: VerificationCode;
  /** An instant: `2026-11-27T04:58:00.000Z`. The same paper gives the same bytes. */
  readonly madeAt: string;
}
