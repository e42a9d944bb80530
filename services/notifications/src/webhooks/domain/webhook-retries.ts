import { doubledMs } from '@otklik/kernel';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Before each further attempt of a delivery: about three days in all. */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** A webhook that took nothing for so long is paused. */
export const DEAD_AFTER_MS = 3 * DAY;
/** So long facts are kept: what waits, and what can be sent again. */
export const KEPT_MS = 30 * DAY;
/** After so many attempts a delivery does not hold back later facts of its appeal. */
export const HOLDS_ATTEMPTS = 2;

const REST = { firstMs: SECOND, maxMs: 15 * MINUTE };

/** Before attempt `attempts + 1` of a delivery, ±20 %; undefined: there is none. */
export function waitBefore(attempts: number, random: number): number | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : jittered(wait, random);
}

/** Before a webhook that failed so many times in a row is tried at all: what it asked for, else doubled, ±20 %. */
export function restAfter(failures: number, random: number, askedMs?: number): number {
  if (askedMs !== undefined) return Math.min(askedMs, DAY);
  return jittered(doubledMs(REST, failures), random);
}

function jittered(wait: number, random: number): number {
  return Math.round(wait * (0.8 + 0.4 * random));
}
