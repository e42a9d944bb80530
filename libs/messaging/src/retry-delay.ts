/** Failed attempts after which a key is dead-lettered. */
export const MAX_ATTEMPTS = 5;

const INITIAL_DELAY_MS = 200;
const MAX_DEFECT_DELAY_MS = 10_000;
const MAX_PREREQUISITE_DELAY_MS = 30_000;

/** Exponential back-off with jitter over the upper half, in ms. */
export function retryDelayMs(tries: number, kind: 'DEFECT' | 'PREREQUISITE', random: number = Math.random()): number {
  const cap = kind === 'DEFECT' ? MAX_DEFECT_DELAY_MS : MAX_PREREQUISITE_DELAY_MS;
  const pause = Math.min(cap, INITIAL_DELAY_MS * 2 ** Math.min(Math.max(tries - 1, 0), 16));
  return pause / 2 + (pause / 2) * random;
}
