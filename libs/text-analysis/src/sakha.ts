/** Endings of Sakha nouns: each vowel follows those before it, so one ending has up to four spellings, written here as one pattern. */
const ENDINGS = [
  // Plural: хараҥалар, үлэһиттэр.
  '[лтдн][аэоө]р',
  // Dative: хараҥаҕа, көмөҕө, үлэһиккэ.
  '[ҕгкх][аэоө]',
  // Accusative: хараҥаны.
  'н[ыиуү]',
  // Ablative: хараҥаттан.
  'т?т[аэоө]н',
  // Instrumental: хараҥанан.
  'н[аэоө]н',
  // Comitative: хараҥалыын.
  '[лтдн](?:ыы|ии|уу|үү)н',
  // Comparative: хараҥатааҕар.
  '[тн]?(?:аа|ээ|оо|өө)[ҕг][аэоө]р',
  // Of him: хараҥата, to him: хараҥатыгар, with it: хараҥатынан.
  'т[аэоө]',
  'т?[ыиуү]г[аэоө]р',
  'т?[ыиуү]н(?:[аэоө]н)?',
  // Of us, of you: хараҥабыт, хараҥаҕыт.
  '[бм][ыиуү]т',
  '[ҕг][ыиуү]т',
];
const ENDING = new RegExp(`(?:${ENDINGS.join('|')})$`, 'u');
const MAX_ENDINGS = 3;
/** «Оҕо» is a word, «кыһ» is a piece of «кыһын». */
const STEM = /^.{4}|^.{2}[аыоиэеуүө]$/u;

/** A word with Sakha letters without the endings of its number, case and owner: «хараҥаларга» → «хараҥа». Itself where it has none. */
export function sakhaStem(word: string): string {
  let stem = word;
  for (let cut = 0; cut < MAX_ENDINGS; cut += 1) {
    const shorter = stem.replace(ENDING, '');
    if (shorter === stem || !STEM.test(shorter)) return stem;
    stem = shorter;
  }
  return stem;
}
