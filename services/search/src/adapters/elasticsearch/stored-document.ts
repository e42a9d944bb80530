import { hash } from 'node:crypto';
import type { IndexDocument } from '../../application/index/search-index.js';
import { impact } from '../../domain/ranking.js';
import { STEPS } from './appeal-mapping.js';

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
  const steps: Record<string, string[]> = Object.fromEntries(STEPS.map((step) => [`impact${step}`, []]));
  for (const [lemma, frequency] of text.lemmas) {
    const worth = impact(frequency, text.length);
    for (const step of STEPS) if (worth & step) steps[`impact${step}`]?.push(lemma);
  }
  const stored = {
    ...facets,
    ...{ district, id, month: facets.receivedOn.slice(0, 7) },
    ...{ words: text.words, lemmas: [...text.lemmas.keys()], ...steps },
  };
  return { ...stored, digest: hash('sha1', JSON.stringify(stored), 'base64url') };
}
