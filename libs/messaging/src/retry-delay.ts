import { backoffMs } from '@otklik/kernel';

/** Failed attempts after which a key is dead-lettered. */
export const MAX_ATTEMPTS = 5;

const FIRST_MS = 200;
const BACKOFFS = {
  DEFECT: { firstMs: FIRST_MS, maxMs: 10_000 },
  PREREQUISITE: { firstMs: FIRST_MS, maxMs: 30_000 },
} as const;

/** Before the next try after so many, ms. */
export function retryDelayMs(tries: number, kind: keyof typeof BACKOFFS, random?: number): number {
  return backoffMs(BACKOFFS[kind], tries, random);
}
