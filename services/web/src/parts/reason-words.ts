/**
 * «мусор», «вывозят»: each word of a proposal's rule by itself, without the signs in which the district's file writes them, and in
 * the form that the text has it in; and how many they are.
 */
export function reasonWords(
  patterns: readonly string[],
  text = '',
): { readonly words: string; readonly count: number } {
  const said = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const all = patterns.flatMap((pattern) => pattern.split(/\s*[~+]\s*/u));
  const found = [...new Set(all.map((word) => `«${inText(word, said)}»`))];
  return { words: found.join(', '), count: found.length };
}

/** Endings differ by so many letters. */
const ENDING = 3;

function inText(word: string, said: readonly string[]): string {
  if (word.endsWith('*')) {
    const beginning = word.slice(0, -1);
    return said.find((one) => one.startsWith(beginning)) ?? `${beginning}…`;
  }
  const stem = word.slice(0, Math.max(ENDING, word.length - ENDING));
  const isForm = (one: string) => one.startsWith(stem) && Math.abs(one.length - word.length) <= ENDING;
  return said.find((one) => one === word) ?? said.find(isForm) ?? word;
}
