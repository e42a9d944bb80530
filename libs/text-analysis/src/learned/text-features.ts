import { isStopWord } from '../stop-words.js';
import { tokenise } from '../tokens.js';
import type { Analyse } from '../word-analysis.js';

/** So many places has the table of a model: features share a place where their hashes meet. A power of two. */
export const PLACES = 1 << 17;

/** Words and letters count as much as each other: each kind of features is brought to length 1 for itself. */
export type FeatureKind = 'WORDS' | 'LETTERS';

/** What a model sees of a text. */
export interface Feature {
  readonly kind: FeatureKind;
  /** Its place in the table, from 0 to `PLACES` - 1. */
  readonly place: number;
  /** How often the text has it. */
  readonly count: number;
  /** The words of the text that it was made of, each as often as it made it. */
  readonly words: readonly string[];
}

interface Found {
  readonly kind: FeatureKind;
  readonly words: string[];
  count: number;
}

/** Characters of a text that are looked at: a longer one would take the time of many. */
const MAX_CHARACTERS = 3_000;
const MIN_RUN = 3;
const MAX_RUN = 5;

/**
 * Dictionary forms of words, alone and two in a row, and the runs of 3 to 5 letters within words, which bear typing errors. A
 * model keeps hashes of these and no words: what a person wrote cannot be read out of it.
 */
export function featuresOf(text: string, analyse: Analyse): readonly Feature[] {
  const found = new Map<number, Found>();
  const add = (kind: FeatureKind, written: string, words: readonly string[]): void => {
    const place = hashed(written) & (PLACES - 1);
    const known = found.get(place);
    if (known) {
      known.count += 1;
      known.words.push(...words);
    } else found.set(place, { kind, words: [...words], count: 1 });
  };
  let before: { readonly word: string; readonly lemma: string } | undefined;
  for (const { word } of tokenise(text.slice(0, MAX_CHARACTERS))) {
    const lemma = analyse(word).lemmas[0]?.form ?? word;
    add('WORDS', `w${lemma}`, [word]);
    if (before) add('WORDS', `p${before.lemma} ${lemma}`, [before.word, word]);
    for (const run of runsOf(word)) add('LETTERS', `l${run}`, [word]);
    before = { word, lemma };
  }
  return [...found].map(([place, of]) => ({ place, ...of }));
}

/** Runs of letters of a word with its edges marked: «яма» → ` ям`, `яма`, `ма `, ` яма`, `яма `, ` яма `. */
function runsOf(word: string): readonly string[] {
  const edged = ` ${word} `;
  const runs: string[] = [];
  for (let length = MIN_RUN; length <= Math.min(MAX_RUN, edged.length); length += 1)
    for (let at = 0; at + length <= edged.length; at += 1) runs.push(edged.slice(at, at + length));
  return runs;
}

/** FNV-1a of its UTF-16 units. */
function hashed(written: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < written.length; at += 1) hash = Math.imul(hash ^ written.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A word that may be shown as a reason. */
export function isTelling(word: string): boolean {
  return word.length > 2 && !isStopWord(word) && !/\d/.test(word);
}
