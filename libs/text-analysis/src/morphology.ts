/// <reference path="./az-module.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Az from 'az';
import { LRUCache } from 'lru-cache';
import type { Lexicon } from './personal-data/found.js';
import type { Morphology } from './word-analysis.js';

type AzReading = ReturnType<typeof Az.Morph>[number];

let ready: Promise<void> | undefined;

/**
 * The Russian dictionary (npm `az`: OpenCorpora's words under CC BY-SA, see NOTICE), read once per process: about 135 ms
 * and 60 MB. A word that it does not know gets likely readings by its ending, or none.
 */
export async function russianMorphology(): Promise<Morphology> {
  await dictionary();
  return (word) =>
    plausible(Az.Morph(word)).map((reading) => ({
      lemma: String(reading.normalize().word),
      score: Number(reading.score) || 0,
    }));
}

/** What the dictionary itself holds of a word, without readings by its ending; the same dictionary, read once. */
export async function russianLexicon(): Promise<Lexicon> {
  await dictionary();
  const known = new LRUCache<string, readonly string[]>({ max: MAX_KNOWN_WORDS });
  return (word) => {
    const cached = known.get(word);
    if (cached) return cached;
    const parts = [...new Set(Az.Morph(word, AS_WRITTEN).map(({ tag }) => tag.POST))];
    known.set(word, parts);
    return parts;
  };
}

const MAX_KNOWN_WORDS = 50_000;
/** Without what is spelt almost so. */
const AS_WRITTEN = { parsers: ['Dictionary'], typos: 0, stutter: 0, normalizeScore: false };

async function dictionary(): Promise<void> {
  ready ??= new Promise((resolve, reject) => {
    const dictionaries = join(dirname(createRequire(import.meta.url).resolve('az/package.json')), 'dicts');
    Az.Morph.init(dictionaries, (error) => (error ? reject(error) : resolve()));
  });
  try {
    await ready;
  } catch (error) {
    // It may be read the next time.
    ready = undefined;
    throw error;
  }
}

/**
 * Without readings that equate unrelated words: of a stutter («ввод» as «в-вод»), of an unknown beginning («ковидом» as
 * «дом»), and of a participle that is an adjective of its own («текущий ремонт» has nothing of «течь»).
 */
function plausible(readings: readonly AzReading[]): readonly AzReading[] {
  const isAdjective = readings.some(({ parser, tag }) => parser === 'Dictionary' && tag.POST === 'ADJF');
  return readings.filter(
    ({ parser, stutterCnt, tag }) =>
      stutterCnt === 0 && parser !== 'PrefixUnknown' && !(isAdjective && tag.POST === 'PRTF'),
  );
}
