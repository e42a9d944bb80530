const WORD = /\p{L}{4,}/gu;
const OPEN_FIELD = /\{\{[^{}]*\}\}/gu;

/**
 * How many percent of the words of `taken` are in `text`: of four letters and more, each counted once, whatever their case. Open fields
 * are to be filled in and do not count; 100 where nothing is left to count.
 */
export function wordsLeft(taken: string, text: string): number {
  return shareLeft(hashesOf(taken), text);
}

/** As `wordsLeft`, of words that were kept as numbers alone (`hashesOf`). */
export function shareLeft(taken: readonly number[], text: string): number {
  if (taken.length === 0) return 100;
  const now = new Set(hashesOf(text));
  return Math.round((taken.filter((word) => now.has(word)).length / taken.length) * 100);
}

/** One number for each word of a text, out of which it is not read again. */
export function hashesOf(text: string): readonly number[] {
  const words = text.replaceAll(OPEN_FIELD, ' ').toLowerCase().replaceAll('ё', 'е').match(WORD) ?? [];
  return [...new Set(words.map(hashOf))];
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
