const LATIN = 'abcehkmoptxy';
const CYRILLIC = 'авсенкмортху';
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at]!]));
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const LETTERS_OF_LATIN = /\p{Script=Latin}/gu;
/** «5а» with a Latin letter. */
const HOUSE = /^\d{1,4}[abcehkmoptxy]$/u;

/**
 * A lower-case word with Cyrillic letters in the place of Latin ones that look the same; as it is where it holds other Latin letters, or no
 * Cyrillic one: «вoда» → «вода», «вайfай» stays.
 */
export function inOneAlphabet(word: string): string {
  const latin = word.match(LETTERS_OF_LATIN);
  if (!latin || !(HAS_CYRILLIC.test(word) || HOUSE.test(word))) return word;
  if (!latin.every((letter) => LOOK_ALIKES.has(letter))) return word;
  return word.replace(LETTERS_OF_LATIN, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}
