/** Tries of one event before its key is parked. */
export const TRIES = 5;

const FIRST_MS = 200;
const DEFECT_CAP_MS = 10_000;
const FACT_CAP_MS = 30_000;

/** How long to wait before the next try, in ms: doubled each time, with full jitter in its upper half. */
export function retryPause(tries: number, kind: 'DEFECT' | 'FACT', chance: number = Math.random()): number {
  const cap = kind === 'DEFECT' ? DEFECT_CAP_MS : FACT_CAP_MS;
  const pause = Math.min(cap, FIRST_MS * 2 ** Math.min(Math.max(tries - 1, 0), 16));
  return pause / 2 + (pause / 2) * chance;
}
