const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const LETTERS: ReadonlyMap<string, string> = new Map([...LATIN].map((key, at) => [key, RUSSIAN[at]!]));

/** What the same keys write in the Russian layout: `jnjgktybt` → «отопление»; undefined where a key writes no letter. */
export function fromLatinLayout(typed: string): string | undefined {
  const letters = [...typed.toLowerCase()].map((key) => LETTERS.get(key));
  return letters.every((letter) => letter !== undefined) ? letters.join('') : undefined;
}
