import { rememberedWords, type KeptWords } from '../../application/index/remembered-words.js';
import type { IndexWords, SearchIndex } from '../../application/index/search-index.js';

/** The texts from one index, the words of the other from memory, as the cluster's service reads; what is written goes to both. */
export function withRememberedWords(texts: SearchIndex, kept: SearchIndex & KeptWords): SearchIndex & IndexWords {
  const failed = (error: unknown) => {
    throw error;
  };
  return {
    ...texts,
    ...rememberedWords(kept, { failed }),
    async put(documents) {
      await kept.put(documents);
      await texts.put(documents);
    },
    async remove(documents) {
      await kept.remove(documents);
      await texts.remove(documents);
    },
  };
}
