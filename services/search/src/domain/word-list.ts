import { trigrams } from './trigrams.js';

/** A word of the index with the number of texts that hold it. */
export interface IndexWord {
  readonly word: string;
  readonly texts: number;
}

/** What a word costs in memory beside its 3-grams: its letters, its place and its number. */
const BYTES_OF_WORD = 64;
const BYTES_OF_GRAM = 4;
const AT_ONCE = 4_000;

/** Some district's words in memory, to be found by themselves and by their 3-grams. */
export class WordList {
  /** Roughly. */
  readonly bytes: number;
  private readonly places: ReadonlyMap<string, number>;

  private constructor(
    private readonly words: readonly IndexWord[],
    /** 3-gram → places of the words that have it. */
    private readonly byGram: ReadonlyMap<string, readonly number[]>,
  ) {
    this.places = new Map(words.map(({ word }, place) => [word, place]));
    let grams = 0;
    for (const places of byGram.values()) grams += places.length;
    this.bytes = words.length * BYTES_OF_WORD + grams * BYTES_OF_GRAM;
  }

  /** `breathe` is awaited between pieces of a few milliseconds. Words come once each. */
  static async of(words: readonly IndexWord[], breathe: () => Promise<unknown>): Promise<WordList> {
    const byGram = new Map<string, number[]>();
    for (const [place, { word }] of words.entries()) {
      if (place % AT_ONCE === AT_ONCE - 1) await breathe();
      for (const gram of trigrams(word)) {
        const places = byGram.get(gram);
        if (places) places.push(place);
        else byGram.set(gram, [place]);
      }
    }
    return new WordList(words, byGram);
  }

  /** How many texts hold the word; 0 when it is not here. */
  textsWith(word: string): number {
    const place = this.places.get(word);
    return place === undefined ? 0 : (this.words[place]?.texts ?? 0);
  }

  /** Of each word, by its place, how many of the 3-grams it has. */
  tally(grams: readonly string[]): Uint8Array {
    const shared = new Uint8Array(this.words.length);
    for (const gram of grams) for (const place of this.byGram.get(gram) ?? []) shared[place]! += 1;
    return shared;
  }

  at(place: number): string {
    return this.words[place]?.word ?? '';
  }
}

/**
 * The different words of the lists that share the most 3-grams with any of the forms. Of words that share equally many all
 * are taken or, when they would be more than `most`, none; a word counts once for each list that has it (`mostNear`).
 */
export function nearWords(lists: readonly WordList[], forms: readonly string[], most: number): readonly string[] {
  const grams = [...new Set(forms.flatMap(trigrams))];
  const tallies = lists.map((list) => list.tally(grams));
  const sharing = new Uint32Array(grams.length + 1);
  for (const tally of tallies) for (const shared of tally) sharing[shared]! += 1;
  let least = grams.length + 1;
  for (let taken = 0; least > 1; least -= 1) {
    taken += sharing[least - 1]!;
    if (taken > most) break;
  }
  const near = new Set<string>();
  for (const [of, tally] of tallies.entries()) {
    for (let place = 0; place < tally.length; place += 1) if (tally[place]! >= least) near.add(lists[of]!.at(place));
  }
  return [...near];
}
