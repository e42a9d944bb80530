const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ages at which a message is counted, ms: often while it is new, then each day for a month, then each week for half a year. */
const AGES: readonly number[] = [
  ...[15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY],
  ...Array.from({ length: 29 }, (_, day) => (day + 2) * DAY),
  ...Array.from({ length: 21 }, (_, week) => 30 * DAY + (week + 1) * 7 * DAY),
];

/** At these a count is recorded also when it is the same: a value at a fixed age, by which messages are compared. */
const RECORDED_AGES: readonly number[] = [DAY, 7 * DAY, 30 * DAY, AGES.at(-1)!];

/** A tenth of the step either way, so that what was written together is not asked for together. */
const JITTER = 0.1;

/**
 * How long until the next count, ms; nothing when the last one was made. `chance` from 0 to 1. Ages that were missed are not
 * made up for.
 */
export function untilNextCount(since: string, now: string, chance: number): number | undefined {
  const age = Date.parse(now) - Date.parse(since);
  const next = AGES.findIndex((_, at) => earliest(at) > age);
  if (next === -1) return undefined;
  const at = earliest(next) + 2 * JITTER * stepBefore(next) * chance;
  return Math.max(at - age, MINUTE);
}

/** A count that is made from then on is the one of that age. */
function earliest(at: number): number {
  return AGES[at]! - JITTER * stepBefore(at);
}

function stepBefore(at: number): number {
  return AGES[at]! - (AGES[at - 1] ?? 0);
}

/** An age at which it is recorded was passed since it was recorded last. */
export function isToBeRecorded(since: string, recordedAt: string, now: string): boolean {
  const [from, to] = [recordedAt, now].map((at) => Date.parse(at) - Date.parse(since)) as [number, number];
  return RECORDED_AGES.map((age) => earliest(AGES.indexOf(age))).some((age) => age > from && age <= to);
}
