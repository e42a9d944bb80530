import { edits, likenessTo, trigrams } from './trigrams.js';

/** A word with the number of texts that hold it. */
export interface CountedWord {
  readonly word: string;
  readonly texts: number;
}

const MIN_LENGTH = 4;
/** From this length on two letters may be wrong, below it one. */
const LONG_WORD = 8;
/** Words less alike than this are not looked at. */
const MIN_LIKENESS = 0.3;

/** Short words and numbers are taken as written: too much is one letter away from them. */
function mayBeMisspelt(word: string): boolean {
  return word.length >= MIN_LENGTH && !/\d/.test(word);
}

/** The word of the index that was most likely meant by one that is not in it; undefined when none is near. */
export function corrected(word: string, near: readonly CountedWord[]): string | undefined {
  if (!mayBeMisspelt(word)) return undefined;
  const worth = worthOf(word);
  let best: { readonly word: string; readonly value: number } | undefined;
  for (const candidate of near) {
    const value = worth(candidate);
    if (value === undefined) continue;
    const better = !best || value > best.value || (value === best.value && candidate.word < best.word);
    if (better) best = { word: candidate.word, value };
  }
  return best?.word;
}

/** How good a correction of `word` a candidate is: near first, then common; undefined = too far. */
function worthOf(word: string): (candidate: CountedWord) => number | undefined {
  const distance = distanceTo(word);
  return (candidate) => {
    const far = distance(candidate.word);
    return far && Math.log1p(candidate.texts) / 2 + 3 * far.alike - 3 * far.edits;
  };
}

/** Undefined = too far. */
function distanceTo(
  word: string,
): (candidate: string) => { readonly alike: number; readonly edits: number } | undefined {
  const max = word.length >= LONG_WORD ? 2 : 1;
  const likeness = likenessTo(trigrams(word));
  return (candidate) => {
    if (Math.abs(candidate.length - word.length) > max) return undefined;
    const alike = likeness(trigrams(candidate));
    const distance = alike < MIN_LIKENESS ? max + 1 : edits(word, candidate, max);
    return distance > max ? undefined : { alike, edits: distance };
  };
}
