import type { Day } from './letter-paper.js';

/** A postal address as it is written; its index is found in it. */
export interface PostalParty {
  readonly name: string;
  readonly address: string;
}

/** Envelopes of one size, a page each. */
export interface EnvelopesPaper {
  readonly layout: 'ENVELOPES';
  readonly size: 'DL' | 'C5';
  readonly from: PostalParty;
  readonly envelopes: readonly { readonly to: PostalParty; readonly number?: string; readonly sentAs?: string }[];
  readonly madeAt: string;
}

/** The list of registered letters, form 103. */
export interface RegistryPaper {
  readonly layout: 'REGISTRY';
  readonly number?: string;
  readonly date: Day;
  readonly category: string;
  readonly from: PostalParty;
  readonly rows: readonly { readonly to: PostalParty; readonly track?: string; readonly number?: string }[];
  /** Who hands it over. */
  readonly sender: string;
  readonly madeAt: string;
}

/** A titled field of a form, over so many of twelve columns. */
export interface FormField {
  readonly title: string;
  readonly text: string;
  readonly width: number;
}

/** The registration card of a case, with room for what is written by hand. */
export interface CardPaper {
  readonly layout: 'CARD';
  readonly body: string;
  readonly number: string;
  readonly date: Day;
  readonly control?: string;
  readonly code: string;
  readonly fields: readonly FormField[];
  readonly questions: readonly (readonly [ordinal: string, executor: string, until: string])[];
  readonly course: readonly (readonly [day: string, what: string, who: string])[];
  readonly outcome: readonly FormField[];
  /** That name and address were opened for this sheet: why, when, by whom. */
  readonly opened: string;
  readonly madeAt: string;
}

export interface JournalPaper {
  readonly layout: 'JOURNAL';
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly opened?: string;
  readonly madeAt: string;
}

/** A report of numbers. Nothing of it is signed, numbered or kept. */
export interface TablesPaper {
  readonly layout: 'TABLES';
  readonly title: string;
  readonly text: readonly string[];
  /** `head`: of each column, the first of which names the lines; each row has as many cells. */
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
  /** By whom and when, on each page. */
  readonly made: string;
  readonly madeAt: string;
}

export type FormPaper = EnvelopesPaper | RegistryPaper | CardPaper | JournalPaper | TablesPaper;
