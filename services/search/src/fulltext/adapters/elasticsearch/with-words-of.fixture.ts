import type { IndexWords, SearchIndex } from '../../application/search-index.js';

/** Texts from one index and spelling from the other, as the cluster's service reads; what is written goes to both. */
export function withWordsOf(texts: SearchIndex, words: SearchIndex & IndexWords): SearchIndex & IndexWords {
  return {
    ...texts,
    vocabulary: (districts, asked) => words.vocabulary(districts, asked),
    async put(documents) {
      await words.put(documents);
      await texts.put(documents);
    },
    async remove(documents) {
      await words.remove(documents);
      await texts.remove(documents);
    },
  };
}
