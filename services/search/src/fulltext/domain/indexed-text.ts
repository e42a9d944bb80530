import { tokenise, type Analyse } from '@otklik/text-analysis';
import { numberKey } from './number-key.js';

/** A text as both indexes keep it: analysed once, here. */
export interface IndexedText {
  /** Exact lower-case words in order, parted by one space, with one before the first and after the last. */
  readonly words: string;
  /** The likeliest lemma of each word, in the same form and order: what phrases and nearness are looked up in. */
  readonly sequence: string;
  /** Lemma → summed weights of its readings in the text; also the keys of the appeal's numbers. */
  readonly lemmas: ReadonlyMap<string, number>;
  /** In words; numbers are none, so that one that is given later changes nothing of the others' rank. */
  readonly length: number;
}

/** Between texts of one document: no word, so no phrase reaches from one text into the next. */
const BREAK = '¶';

/** `numbers`: the registration number and receipt, which are found in any spelling. */
export function indexedText(texts: readonly string[], analyse: Analyse, numbers: readonly string[] = []): IndexedText {
  const lemmas = new Map<string, number>();
  const words: string[] = [];
  const sequence: string[] = [];
  let length = 0;
  for (const text of texts) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    const analysed = tokens.map(({ word }) => analyse(word));
    for (const { form, weight } of analysed.flatMap((word) => word.lemmas))
      lemmas.set(form, (lemmas.get(form) ?? 0) + weight);
    words.push(analysed.map(({ word }) => word).join(' '));
    sequence.push(analysed.map(({ word, lemmas: [best] }) => best?.form ?? word).join(' '));
    if (!numbers.includes(text)) length += tokens.length;
  }
  for (const key of numbers.map(numberKey)) if (key !== undefined) lemmas.set(key, 1);
  const line = (parts: readonly string[]): string => ` ${parts.join(` ${BREAK} `)} `;
  return { words: line(words), sequence: line(sequence), lemmas, length };
}

/** The different words of an `IndexedText`. */
export function differentWords(words: string): readonly string[] {
  return [...new Set(wordsOf(words))];
}

/** All of them, in order; breaks between texts are left out. */
export function wordsOf(words: string): readonly string[] {
  return words.split(' ').filter((word) => word !== '' && word !== BREAK);
}
