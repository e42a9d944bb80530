/** «мусор … вывозить», «свалка»: the words of a proposal's rule, without the signs in which the district's file writes them. */
export function reasonWords(words: readonly string[]): string {
  return words.map((word) => `«${word.replace(/\s*[~+]\s*/gu, ' … ')}»`).join(', ');
}
