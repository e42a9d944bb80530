/// <reference path="./az-module.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Az from 'az';
import type { Morphology } from './word-analysis.js';

/**
 * The Russian dictionary (npm `az`: OpenCorpora's words under CC BY-SA, see NOTICE), read once per process: about 135 ms
 * and 60 MB. A word that it does not know gets likely readings by its ending, or none.
 */
let ready: Promise<void> | undefined;

export async function russianMorphology(): Promise<Morphology> {
  ready ??= new Promise((resolve, reject) => {
    const dictionaries = join(dirname(createRequire(import.meta.url).resolve('az/package.json')), 'dicts');
    Az.Morph.init(dictionaries, (error) => (error ? reject(error) : resolve()));
  });
  await ready;
  return (word) =>
    Az.Morph(word).map((reading) => ({ lemma: String(reading.normalize().word), score: Number(reading.score) || 0 }));
}
