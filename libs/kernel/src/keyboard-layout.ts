const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const LETTERS: ReadonlyMap<string, string> = new Map([...LATIN].map((key, at) => [key, RUSSIAN[at]!]));

/** What the same keys write in the Russian layout: `jnjgktybt` → «отопление»; undefined where a key writes no letter. */
export function fromLatinLayout(typed: string): string | undefined {
  const letters = [...typed.toLowerCase()].map((key) => LETTERS.get(key));
  return letters.every((letter) => letter !== undefined) ? letters.join('') : undefined;
}

const KEYS: ReadonlyMap<string, string> = new Map([...RUSSIAN].map((letter, at) => [letter, LATIN[at]!]));

/** What the same keys write in the Latin layout: `ЩЕЛ1` → `otk1`; other characters stay. */
export function fromRussianLayout(typed: string): string {
  return [...typed.toLowerCase()].map((letter) => KEYS.get(letter) ?? letter).join('');
}
