/** «Уважаемая Анна!», «Здравствуйте, Анна!» at the beginning, up to its mark; a comma or a point only at the end of a line. */
const SALUTATION =
  /^\s*((?:уважаем|дорог(?:ой|ая|ие)(?!\p{L})|здравствуйте|добр(?:ый|ое|ого)\s+(?:день|дня|вечер|утро)|dear\s)[^!?.\n]{0,100}(?:!|[,.](?=\s*\n)|(?=\n)))\s*/iu;

/** An answer's own greeting, and what follows it; undefined where the text begins with the matter, or is nothing else. */
export function salutationOf(text: string): { readonly salutation: string | undefined; readonly body: string } {
  const found = SALUTATION.exec(text);
  const body = found ? text.slice(found[0].length) : '';
  return found && body !== '' ? { salutation: found[1]!.trim(), body } : { salutation: undefined, body: text };
}
