import { trigrams } from '@otklik/text-analysis';
import { rarity, saturation } from './bm25.js';
import { wordsOf } from './indexed-text.js';

/**
 * BM25 of texts over the 3-grams of the asked words, in the order of the texts (`words` of `IndexedText`). A gram's rarity
 * is counted among these texts: they are the best of a search, so what all of them share tells none from another.
 */
export function trigramScores(texts: readonly string[], asked: readonly string[]): readonly number[] {
  const wanted = asked.flatMap((word) => trigrams(word));
  const counted = texts.map((text) => frequencies(text, new Set(wanted)));
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  const rarities = new Map(
    [...new Set(wanted)].map((gram) => [gram, rarity(texts.length, counted.filter(({ of }) => of.has(gram)).length)]),
  );
  return counted.map(({ of, length }) =>
    wanted.reduce((sum, gram) => sum + (rarities.get(gram) ?? 0) * saturation(of.get(gram) ?? 0, length, mean), 0),
  );
}

function frequencies(text: string, wanted: ReadonlySet<string>) {
  const of = new Map<string, number>();
  let length = 0;
  for (const gram of wordsOf(text).flatMap((word) => trigrams(word))) {
    length += 1;
    if (wanted.has(gram)) of.set(gram, (of.get(gram) ?? 0) + 1);
  }
  return { of, length };
}
