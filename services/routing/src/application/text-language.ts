import { analyser, type Analyse, type Lexicon } from '@otklik/text-analysis';
import { russianLexicon, russianMorphology } from '@otklik/text-analysis/morphology';

/** The Russian dictionary, read once in a process. */
export abstract class TextLanguage {
  abstract readonly analyse: Analyse;
  abstract readonly lexicon: Lexicon;
}

export async function russianText(): Promise<TextLanguage> {
  const [morphology, lexicon] = await Promise.all([russianMorphology(), russianLexicon()]);
  return { analyse: analyser(morphology), lexicon };
}
