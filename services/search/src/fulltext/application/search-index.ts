import type { CountedWord } from '@otklik/text-analysis';
import type { Concept } from '../domain/concept.js';
import type { IndexedText } from '../domain/indexed-text.js';
import type { SearchOrder } from '@otklik/contracts/enumerations';
import type { AppealValues, QuestionValues } from '../../register/application/list/column-values.js';
import type { CountedName } from '../../register/application/list/counted-names.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { Districts } from '../../register/application/list/register-reader.js';

/** What filters and facets need of a row; all searched words are in `text`, analysed. */
export interface IndexedFacets {
  /** Orders texts of equal score. */
  readonly receivedAt: string;
  readonly appeal: Partial<AppealValues>;
  readonly questions: readonly Partial<QuestionValues>[];
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

/** A word with the lemmas that would stand for it. */
export interface WordForms {
  readonly word: string;
  readonly lemmas: readonly string[];
}

/** What the index of these districts knows of one word. */
export interface Vocabulary {
  /** It occurs in a text, in this form or another. */
  readonly isKnown: boolean;
  /** When it is not known: words of the texts, and their dictionary forms, that share most 3-grams with it. */
  readonly similar: readonly CountedWord[];
}

/** What a found text holds: one of the sides, with all of its concepts, which are named by their places. */
export interface Need {
  readonly sides: readonly (readonly number[])[];
}

export interface IndexQuery {
  readonly districts: Districts;
  /** What is asked for; of those that no need names, texts that hold them rank higher. */
  readonly concepts: readonly Concept[];
  /** A text meets each. Without any, every text is found that the rest allows. */
  readonly needed: readonly Need[];
  /** Any of the words is enough: texts with words that look like those rank higher, too. */
  readonly isLoose: boolean;
  /** A text holds each: the words of the phrases, by which texts with them are looked up. */
  readonly required: readonly Concept[];
  /** Words that choose nothing; texts that hold them rank higher. */
  readonly optional: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  /** Beginnings of words that must stand in the text. */
  readonly prefixes: readonly string[];
  /** Lemmas that must not stand in it. */
  readonly without: readonly string[];
  readonly withoutPhrases: readonly (readonly string[])[];
  readonly withoutPrefixes: readonly string[];
  readonly filter: RegisterFilter;
  /** Absent: the best first. */
  readonly order?: SearchOrder;
  readonly offset: number;
  readonly limit: number;
}

export interface IndexHit {
  readonly district: number;
  readonly id: string;
  /** By the engine's own ranking; comparable within one answer. */
  readonly score: number;
}

/** So many texts of an answer are counted; of more, PostgreSQL ranks and counts the newest. */
export const MAX_FOUND = 10_000;

export interface IndexAnswer {
  /** In the order asked for; of the best first the newer first among equals. */
  readonly hits: readonly IndexHit[];
  /** At most `MAX_FOUND`. */
  readonly total: number;
  /** False: there are more, and facets may count the newest of them alone. */
  readonly totalIsExact: boolean;
  readonly facets: Readonly<Record<CountedName, readonly { readonly value: string; readonly count: number }[]>>;
  /** Answered by PostgreSQL, because the search server is away. */
  readonly degraded?: boolean;
}

/**
 * Full text of the register. PostgreSQL in `single`, a search server in `cluster`; one contract suite for both
 * (`search-index.contract.ts`). Both find the same texts, and each ranks them by itself.
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

/** The words that stand in the districts' texts. A district's words are never shown to a search in another one. */
export interface IndexWords {
  vocabulary(districts: Districts, words: readonly WordForms[]): Promise<readonly Vocabulary[]>;
}

/** What a search needs. */
export abstract class SearchReading {
  /** `skipServer`: PostgreSQL answers, because an earlier request of the same search had no answer from the server. */
  abstract search(query: IndexQuery, options?: { readonly skipServer: boolean }): Promise<IndexAnswer>;
  /** Has the document come to this version, or a later one? */
  abstract holds(document: Pick<IndexDocument, 'district' | 'id' | 'version'>): Promise<boolean>;
  abstract vocabulary(districts: Districts, words: readonly WordForms[]): Promise<readonly Vocabulary[]>;
}
