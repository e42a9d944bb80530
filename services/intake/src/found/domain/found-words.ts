import { compilePattern, parsePattern, readText } from '@otklik/text-analysis';
import { asWritten } from '../../appeal/domain/danger.js';

/** Whether a text has one of the words; without words every text is found. */
export function wordFinder(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => true;
  const patterns = words.map((source) => compilePattern(parsePattern(source), asWritten));
  return (text) => {
    const read = readText(text, asWritten.analyse);
    return patterns.some((matches) => matches(read));
  };
}

/** Shorter texts are alike by chance: «и у нас тоже». */
const MIN_LENGTH = 20;

/** What is the same in a text that was copied: its letters and digits; undefined where it is too short to say so. */
export function plainText(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.length < MIN_LENGTH ? undefined : plain;
}
