/**
 * «мусор … вывозить», «свалка»: the words of a proposal's rule, without the signs in which the district's file writes them. Of
 * a beginning, «пахн*», the word that the text has.
 */
export function reasonWords(words: readonly string[], text = ''): string {
  const said = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const whole = (beginning: string): string => said.find((word) => word.startsWith(beginning)) ?? `${beginning}…`;
  const plain = (pattern: string): string =>
    pattern.replace(/\s*[~+]\s*/gu, ' … ').replace(/([\p{L}\d]+)\*/gu, (_, beginning: string) => whole(beginning));
  return words.map((word) => `«${plain(word)}»`).join(', ');
}
