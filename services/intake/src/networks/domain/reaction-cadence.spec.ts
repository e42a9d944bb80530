import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isToBeRecorded, untilNextCount } from './reaction-cadence.js';

const since = '2026-11-24T00:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (age: number) => new Date(Date.parse(since) + age).toISOString();

/** Ages at which it is counted when each count comes when it is due. */
function ages(chance: number): readonly number[] {
  const found: number[] = [];
  for (let age = 0; ; age = found.at(-1)!) {
    const wait = untilNextCount(since, at(age), chance);
    if (wait === undefined) return found;
    found.push(age + wait);
  }
}

describe('counts of a message', () => {
  it('come after 15 minutes, 1, 3, 6, 12 and 24 hours, each day for a month, each week for half a year, and end', () => {
    const found = ages(0.5);
    expect(found.slice(0, 8).map((age) => age / MINUTE)).toEqual([15, 60, 180, 360, 720, 1440, 2880, 4320]);
    expect(found.map((age) => age / DAY)).toEqual(expect.arrayContaining([29, 30, 37, 44, 170, 177]));
    expect(found).toHaveLength(56);
    expect(untilNextCount(since, at(178 * DAY), 0.5)).toBeUndefined();
  });

  it('come a tenth of the step earlier or later, so that not all of a morning come together', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const found = ages(chance);
        expect(found).toHaveLength(56);
        found.forEach((age, step) => expect(Math.abs(age - ages(0.5)[step]!)).toBeLessThanOrEqual(0.71 * DAY));
      }),
      { numRuns: 20 },
    );
  });

  it('that were missed are not made up for', () => {
    expect(untilNextCount(since, at(5 * HOUR), 0.5)).toBe(HOUR);
    expect(untilNextCount(since, at(10 * DAY), 0.5)).toBe(DAY);
  });

  it('that are the same are recorded at fixed ages alone', () => {
    expect(isToBeRecorded(since, at(HOUR), at(12 * HOUR))).toBe(false);
    expect(isToBeRecorded(since, at(12 * HOUR), at(DAY))).toBe(true);
    expect(isToBeRecorded(since, at(DAY), at(6 * DAY))).toBe(false);
    expect(isToBeRecorded(since, at(DAY), at(7 * DAY))).toBe(true);
    const recorded = ages(0.5).reduce<readonly number[]>(
      (known, age) => (isToBeRecorded(since, at(known.at(-1)!), at(age)) ? [...known, age] : known),
      [15 * MINUTE],
    );
    expect(recorded.map((age) => age / DAY)).toEqual([15 / 1440, 1, 7, 30, 177]);
  });
});
