import { trigrams, type CountedWord } from '@otklik/text-analysis';

/** What a word costs in memory beside its 3-grams: its letters, its place and its number. */
const BYTES_OF_WORD = 128;
const BYTES_OF_GRAM = 4;
/** A list of places, its key and its entry. */
const BYTES_OF_LIST = 192;
const AT_ONCE = 4_000;
/** Who pages or filters asks the same words again. */
const MAX_ANSWERS = 100;

/** Some district's words in memory, to be found by themselves and by their 3-grams. */
export class WordList {
  /** Roughly. */
  readonly bytes: number;
  private readonly places: ReadonlyMap<string, number>;
  /** Of each word, by its place, how many of the asked 3-grams it has; all 0 between two questions. */
  private readonly shared: Uint8Array;
  private readonly answers = new Map<string, readonly string[]>();

  private constructor(
    private readonly words: readonly string[],
    private readonly texts: Uint32Array,
    /** 3-gram → places of the words that have it. */
    private readonly byGram: ReadonlyMap<string, Uint32Array>,
  ) {
    this.places = new Map(words.map((word, place) => [word, place]));
    this.shared = new Uint8Array(words.length);
    let grams = 0;
    for (const places of byGram.values()) grams += places.length;
    this.bytes = words.length * BYTES_OF_WORD + grams * BYTES_OF_GRAM + byGram.size * BYTES_OF_LIST;
  }

  /** `breathe` is awaited between pieces of a few milliseconds. Words come once each. */
  static async of(words: readonly CountedWord[], breathe: () => Promise<unknown>): Promise<WordList> {
    const growing = new Map<string, number[]>();
    for (const [place, { word }] of words.entries()) {
      if (place % AT_ONCE === AT_ONCE - 1) await breathe();
      for (const gram of trigrams(word)) {
        const places = growing.get(gram);
        if (places) places.push(place);
        else growing.set(gram, [place]);
      }
    }
    const byGram = new Map<string, Uint32Array>();
    for (const [gram, places] of growing) {
      if (byGram.size % AT_ONCE === 0) await breathe();
      byGram.set(gram, Uint32Array.from(places));
      growing.delete(gram);
    }
    return new WordList(
      words.map(({ word }) => word),
      Uint32Array.from(words, ({ texts }) => texts),
      byGram,
    );
  }

  /** How many texts hold the word; 0 when it is not here. */
  textsWith(word: string): number {
    const place = this.places.get(word);
    return place === undefined ? 0 : this.texts[place]!;
  }

  /** What `find` found in this list alone when it was asked the same before; the list does not change. */
  remembering(asked: string, find: () => readonly string[]): readonly string[] {
    const known = this.answers.get(asked);
    if (known) return known;
    const found = find();
    if (this.answers.size >= MAX_ANSWERS) this.answers.delete(this.answers.keys().next().value ?? asked);
    this.answers.set(asked, found);
    return found;
  }

  /**
   * Adds to `having`, at each number up to the grams', how many words have so many of the 3-grams or more. Answers what
   * tells the words that have at least so many; to be asked once, before the list is asked anything else.
   */
  sharing(grams: readonly string[], having: Uint32Array): (least: number) => readonly string[] {
    const { shared, words } = this;
    const met: number[] = [];
    for (const gram of grams) {
      for (const place of this.byGram.get(gram) ?? []) {
        const so = ++shared[place]!;
        if (so === 1) met.push(place);
        having[so]! += 1;
      }
    }
    return (least) => {
      const near: string[] = [];
      for (const place of met) {
        if (shared[place]! >= least) near.push(words[place]!);
        shared[place] = 0;
      }
      return near;
    };
  }
}

/**
 * The different words of the lists that share the most 3-grams with any of the forms. Of words that share equally many all
 * are taken or, when they would be more than `most`, none; a word counts once for each list that has it (`mostNear`).
 */
export function nearWords(lists: readonly WordList[], forms: readonly string[], most: number): readonly string[] {
  const [list, another] = lists;
  const find = (): readonly string[] => found(lists, forms, most);
  return list && !another ? list.remembering(`${most} ${forms.join(' ')}`, find) : find();
}

function found(lists: readonly WordList[], forms: readonly string[], most: number): readonly string[] {
  const grams = [...new Set(forms.flatMap(trigrams))];
  const having = new Uint32Array(grams.length + 1);
  const sharing = lists.map((list) => list.sharing(grams, having));
  let least = 1;
  while (least <= grams.length && having[least]! > most) least += 1;
  return [...new Set(sharing.flatMap((tell) => tell(least)))];
}
