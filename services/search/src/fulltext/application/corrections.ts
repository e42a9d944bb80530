import { corrected, type Analyse } from '@otklik/text-analysis';
import type { AskedWord } from '../domain/query.js';
import type { IndexWords, Vocabulary, WordForms } from './search-index.js';
import type { Districts } from '../../register/application/list/register-reader.js';

/** A word that no text of the districts holds, and the one that was looked for instead. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/**
 * What unknown words were meant to be: the same keys in the Russian layout, else the nearest word of the districts'
 * texts. A word that is known, or near to none, has no correction.
 */
export async function correctionsOf(
  index: IndexWords,
  analyse: Analyse,
  districts: Districts,
  words: readonly AskedWord[],
): Promise<readonly Correction[]> {
  const readings = words.map(({ word, otherLayout }) => [word, ...(otherLayout === undefined ? [] : [otherLayout])]);
  const all = [...new Set(readings.flat())];
  if (all.length === 0) return [];
  const vocabularies = await index.vocabulary(districts, all.map(formsOfWord(analyse)));
  const known = new Map(all.map((word, at) => [word, vocabularies[at]]));
  return words.flatMap(({ word }, at) => {
    const to = meant(readings[at] ?? [], known);
    return to === undefined || to === word ? [] : [{ from: word, to }];
  });
}

function formsOfWord(analyse: Analyse): (word: string) => WordForms {
  return (word) => ({ word, lemmas: analyse(word).lemmas.map(({ form }) => form) });
}

function meant(readings: readonly string[], known: ReadonlyMap<string, Vocabulary | undefined>): string | undefined {
  const standing = readings.find((word) => known.get(word)?.isKnown);
  if (standing !== undefined) return standing;
  return readings.map((word) => corrected(word, known.get(word)?.similar ?? [])).find((word) => word !== undefined);
}
