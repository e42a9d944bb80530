/**
 * The text with its places filled in; one without a value stays as it is. A value that ends with a full stop ends the sentence,
 * too: «до 10 декабря 2026 г.» at the end has no second one.
 */
export function filledText(text: string, places: RegExp, valueOf: (name: string) => string | undefined): string {
  return text.replace(places, (whole: string, name: string, at: number) => {
    const value = valueOf(name);
    const isDoubled = value?.endsWith('.') === true && text[at + whole.length] === '.';
    return (isDoubled ? value?.slice(0, -1) : value) ?? whole;
  });
}
