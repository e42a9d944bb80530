import { tokenise, type Analyse } from '@otklik/text-analysis';

/** A text as both indexes keep it: analysed once, here. */
export interface IndexedText {
  /** Exact lower-case words in order, parted by one space, with one before the first and after the last. */
  readonly words: string;
  /** Lemma → summed weights of its readings in the text. */
  readonly lemmas: ReadonlyMap<string, number>;
  /** In words. */
  readonly length: number;
}

/** Between texts of one document: no word, so no phrase reaches from one text into the next. */
const BREAK = '¶';

export function indexedText(texts: readonly string[], analyse: Analyse): IndexedText {
  const lemmas = new Map<string, number>();
  const parts: string[] = [];
  let length = 0;
  for (const text of texts) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    for (const { word } of tokens) {
      for (const { form, weight } of analyse(word).lemmas) lemmas.set(form, (lemmas.get(form) ?? 0) + weight);
    }
    parts.push(tokens.map(({ word }) => word).join(' '));
    length += tokens.length;
  }
  return { words: ` ${parts.join(` ${BREAK} `)} `, lemmas, length };
}

/** Does the phrase stand in the words of an `IndexedText`? */
export function holdsPhrase(words: string, phrase: readonly string[]): boolean {
  return words.includes(` ${phrase.join(' ')} `);
}

export function holdsPrefix(words: string, prefix: string): boolean {
  return words.includes(` ${prefix}`);
}

/** The different words of an `IndexedText`. */
export function differentWords(words: string): readonly string[] {
  return [...new Set(words.split(' '))].filter((word) => word !== '' && word !== BREAK);
}
