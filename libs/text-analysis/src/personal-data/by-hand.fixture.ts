import { readFileSync } from 'node:fs';

/**
 * 300 texts that were written by hand, each as another resident would write, before the detector was changed for their classes. All persons, numbers and places are invented. `[…]` must be masked, `{…}` may be.
 */
export const BY_HAND = linesOf('by-hand.txt');

/** 300 more, written without knowledge of the detector and its generator; what they showed was mended by classes since. */
export const BY_SECOND_HAND = linesOf('by-second-hand.txt');

/** Of a file beside this one; `⏎` is the end of a line within a text. */
export function linesOf(file: string): readonly string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('⏎', '\n'));
}
