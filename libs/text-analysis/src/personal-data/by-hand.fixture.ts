import { readFileSync } from 'node:fs';

/**
 * 300 texts that were written by hand, each as another resident would write, before the detector was changed for their classes: it is
 * not tuned on them. All persons, numbers and places are invented. `[…]` must be masked, `{…}` may be; `⏎` is the end of a line.
 */
export const BY_HAND: readonly string[] = readFileSync(new URL('by-hand.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('⏎', '\n'));
