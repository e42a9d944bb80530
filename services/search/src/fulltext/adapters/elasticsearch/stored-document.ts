import { stemOf, trigrams } from '@otklik/text-analysis';
import { hash } from 'node:crypto';
import type { IndexDocument } from '../../application/search-index.js';
import { countedValues } from '../../../register/application/list/register-facets.js';
import { wordsOf } from '../../domain/indexed-text.js';

export type Key = Pick<IndexDocument, 'district' | 'id'>;

export function documentId({ district, id }: Key): string {
  return `${district}:${id}`;
}

export function keyOf(documentId: string): Key {
  const [district, id] = documentId.split(':');
  return { district: Number(district), id: id ?? '' };
}

/** What stays of a removed document is its key, so that its version does. Without a district no search finds it. */
export const tombstone: Record<string, unknown> = {};

export function storedDocument({ district, id, facets, text }: IndexDocument): Record<string, unknown> {
  const stored = {
    ...facets,
    district,
    id,
    counted: countedValues(facets),
    words: text.words,
    sequence: text.sequence,
    lemmas: repeated(text.lemmas),
    stems: wordsOf(text.sequence).map(stemOf).filter(Boolean).join(' '),
    grams: wordsOf(text.words).flatMap(trigrams).join(' '),
  };
  return { ...stored, digest: hash('sha1', JSON.stringify(stored), 'base64url') };
}

/** Each lemma as often as it occurs in the text, at least once: its frequency is what the server ranks by. */
function repeated(lemmas: IndexDocument['text']['lemmas']): string {
  const times = (frequency: number): number => Math.max(1, Math.round(frequency));
  return [...lemmas].map(([lemma, frequency]) => Array(times(frequency)).fill(lemma).join(' ')).join(' ');
}
