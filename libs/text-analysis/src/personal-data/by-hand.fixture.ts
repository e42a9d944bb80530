import { readFileSync } from 'node:fs';

/**
 * 300 texts that were written by hand, each as another resident would write, before the detector was changed for their classes: it is
 * not tuned on them. All persons, numbers and places are invented. `[…]` must be masked, `{…}` may be; `⏎` is the end of a line.
 */
export const BY_HAND = linesOf('by-hand.txt');

/** 300 more, written without knowledge of the detector, of its generator and of the texts above. */
export const BY_SECOND_HAND = linesOf('by-second-hand.txt');

function linesOf(file: string): readonly string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('⏎', '\n'));
}
