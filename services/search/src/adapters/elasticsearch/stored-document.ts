import { hash } from 'node:crypto';
import type { IndexDocument } from '../../application/index/search-index.js';
import { differentWords } from '../../domain/indexed-text.js';
import { impact } from '../../domain/ranking.js';
import { trigrams } from '../../domain/trigrams.js';
import { STEPS } from './appeal-mapping.js';

export type Key = Pick<IndexDocument, 'district' | 'id'>;

export function documentId({ district, id }: Key): string {
  return `${district}:${id}`;
}

export function keyOf(documentId: string): Key {
  const [district, id] = documentId.split(':');
  return { district: Number(district), id: id ?? '' };
}

/** What stays of a removed document: its key, so that its version does. */
export function tombstone({ district, id }: Key): Record<string, unknown> {
  return { district, id, gone: true };
}

export function storedDocument({ district, id, facets, text }: IndexDocument): Record<string, unknown> {
  const steps: Record<string, string[]> = Object.fromEntries(STEPS.map((step) => [`impact${step}`, []]));
  for (const [lemma, frequency] of text.lemmas) {
    const worth = impact(frequency, text.length);
    for (const step of STEPS) if (worth & step) steps[`impact${step}`]?.push(lemma);
  }
  const stored = {
    ...facets,
    ...{ district, id, gone: false, month: facets.receivedOn.slice(0, 7) },
    ...{ words: text.words, lemmas: [...text.lemmas.keys()], ...steps },
  };
  return { ...stored, digest: hash('sha1', JSON.stringify(stored), 'base64url') };
}

/** A word of a district's texts, as it is kept for spelling and likeness. */
export interface StoredWord {
  readonly district: number;
  readonly lemma: boolean;
  readonly word: string;
}

export function wordId({ district, lemma, word }: StoredWord): string {
  return `${district}:${lemma ? 'l' : 'w'}:${word}`;
}

export function storedWord(word: StoredWord): Record<string, unknown> {
  return { ...word, grams: trigrams(word.word) };
}

export function wordsOf({ district, text }: IndexDocument): readonly StoredWord[] {
  return [
    ...differentWords(text.words).map((word) => ({ district, lemma: false, word })),
    ...[...text.lemmas.keys()].map((word) => ({ district, lemma: true, word })),
  ];
}
