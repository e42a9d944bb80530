import { isStopWord, tokenise, type Analyse } from '@otklik/text-analysis';

/** The lemmas by which a published answer is found, as those of the full text of cases. */
export function lemmasOf(text: string, analyse: Analyse): readonly string[] {
  const words = tokenise(text).map(({ word }) => word);
  return [...new Set(words.flatMap((word) => analyse(word).lemmas.map(({ form }) => form)))].sort();
}

/** Of each word that was asked for, the lemmas of which a text must hold one. */
export function askedLemmas(words: string, analyse: Analyse): readonly (readonly string[])[] {
  const asked = tokenise(words).map(({ word }) => word);
  const telling = asked.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : asked).map((word) => analyse(word).lemmas.map(({ form }) => form));
}
