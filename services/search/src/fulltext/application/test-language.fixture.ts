import { analyser, synonymsOf } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import type { Language } from './search-texts.js';

const SYNONYMS = [
  ['ветхое жильё', 'аварийное жильё', 'барак'],
  ['мусор', 'ТКО', 'бытовые отходы'],
  ['парковка', 'стоянка'],
];

/** The Russian dictionary with a few synonyms. */
export async function testLanguage(): Promise<Language> {
  const analyse = analyser(await russianMorphology());
  return { analyse, synonyms: synonymsOf(SYNONYMS, analyse) };
}
