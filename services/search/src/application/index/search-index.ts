import type { IndexedText } from '../../domain/indexed-text.js';
import type { WorthGroup } from '../../domain/ranking.js';
import type { CountedWord } from '@otklik/text-analysis';
import type { RegisterFilter } from '../register/register-filter.js';
import type { RegisterRow } from '../register/register-row.js';

/** What filters and facets need of a row; everything that is searched stands in `text`, analysed. */
export interface IndexedFacets extends Pick<RegisterRow, 'regime' | 'state' | 'receivedAt' | 'receivedOn' | 'dueOn'> {
  readonly departments: readonly string[];
  readonly topics: readonly string[];
  readonly executors: readonly string[];
  readonly questionStates: readonly string[];
  readonly responseStates: readonly string[];
}

export interface IndexDocument {
  readonly district: number;
  /** The appeal's id. */
  readonly id: string;
  /** The row's change number: what is older never overwrites what is newer. */
  readonly version: number;
  readonly facets: IndexedFacets;
  readonly text: IndexedText;
}

/** The only way in: there is no search without districts. */
export type Districts = readonly [number, ...number[]];

/** A word as asked for, with the forms that would stand for it. */
export interface AskedWordForms {
  readonly word: string;
  readonly lemmas: readonly string[];
  readonly prefix: boolean;
}

/** What the index of these districts knows around one asked-for word. */
export interface Vocabulary {
  /** It stands in a text, in this form or another; not said of a prefix. */
  readonly known: boolean;
  /** Words of the texts that share 3-grams with it, when it is not known, for spelling; for a prefix those that begin so. */
  readonly words: readonly CountedWord[];
  /** Lemmas of the texts that share 3-grams with its lemmas; none for a prefix. */
  readonly lemmas: readonly string[];
}

/** What the rarity of words is counted from. */
export interface Holding {
  /** How many texts these districts have. */
  readonly texts: number;
  /** How many of them hold each of the lemmas, in the order asked. */
  readonly counts: readonly number[];
}

/** The words that stand in the districts' texts. A district's words are told to nobody who did not ask for that district. */
export interface IndexWords {
  vocabulary(districts: Districts, asked: readonly AskedWordForms[]): Promise<readonly Vocabulary[]>;
  holding(districts: Districts, lemmas: readonly string[]): Promise<Holding>;
}

export interface IndexQuery {
  readonly districts: Districts;
  /** Of each asked-for word. Without any, every text is found. */
  readonly groups: readonly WorthGroup[];
  /** A text that meets so many groups is found, */
  readonly needed: number;
  /** and one that meets groups of so much worth together. */
  readonly telling: number;
  readonly phrases: readonly (readonly string[])[];
  /** Beginnings of words that must stand in the text. */
  readonly prefixes: readonly string[];
  /** Lemmas that must not stand in it. */
  readonly without: readonly string[];
  readonly withoutPhrases: readonly (readonly string[])[];
  readonly withoutPrefixes: readonly string[];
  readonly filter: RegisterFilter;
  readonly offset: number;
  readonly limit: number;
}

export interface IndexHit {
  readonly district: number;
  readonly id: string;
  readonly score: number;
}

export const facetNames = ['topics', 'departments', 'states', 'months'] as const;
export type FacetName = (typeof facetNames)[number];

export interface IndexAnswer {
  /** The best first; the newer first among equals. */
  readonly hits: readonly IndexHit[];
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly { readonly value: string; readonly count: number }[]>>;
  /** Answered by a stand-in, because the search server is away. */
  readonly degraded?: boolean;
}

/**
 * Full text of the register. PostgreSQL in `single`, a search server in `cluster`; one contract suite for both
 * (`search-index.contract.ts`).
 */
export interface SearchIndex {
  /** Found by the next search once it resolves. A document whose version is not newer changes nothing. */
  put(documents: readonly IndexDocument[]): Promise<void>;
  /** Gone with all its words; the version stays, so that an older document does not come back. */
  remove(documents: readonly Pick<IndexDocument, 'district' | 'id' | 'version'>[]): Promise<void>;
  search(query: IndexQuery): Promise<IndexAnswer>;
  /** Has the document come to this version, or a later one? */
  holds(document: Pick<IndexDocument, 'district' | 'id' | 'version'>): Promise<boolean>;
  /** Ids and versions of what is kept, in the order of ids after `after`; for `verify`. */
  versions(
    district: number,
    after: string | undefined,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly version: number }[]>;
}

/** What a searcher needs. */
export type SearchReading = Pick<SearchIndex, 'search' | 'holds'> & IndexWords;
