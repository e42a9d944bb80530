import { describe, expect, it } from '@jest/globals';
import { addDays, mulberry32 } from '@otklik/kernel';
import { DAYS_BEFORE, wavesIn, type TopicCount } from './waves.js';

const from = '2026-01-01';
const days = (count: number) => ({ from, to: addDays(from, count - 1) });
const first = addDays(from, -DAYS_BEFORE);

/** Questions of a topic by day, from the first day that is counted. */
const counts = (topic: string, settlement: string | null, byDay: readonly number[]): readonly TopicCount[] =>
  byDay.map((questions, at) => ({ topic, settlement, day: addDays(first, at), questions }));
const quiet = (more: Readonly<Record<number, number>>, all = DAYS_BEFORE + 60) =>
  Array.from({ length: all }, (_, at) => (at % 14 === 0 ? 1 : 0) + (more[at - DAYS_BEFORE] ?? 0));

/** Poisson, by Knuth. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

describe('waves', () => {
  it('are warned of while they grow, with what is usual, and end with their alarms', () => {
    const wave = { 20: 1, 21: 2, 22: 2, 23: 2, 24: 3, 25: 4, 26: 5 };
    const [found, ...others] = wavesIn(counts('heating', null, quiet(wave)), days(60), 3);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ topic: 'heating', settlement: null, usual: { from: 0, to: 2 } });
    // Two days after the first question, and four before the fullest day.
    expect([found!.began, found!.last > addDays(from, 26)]).toEqual([addDays(from, 22), true]);
    expect(found!.weeks).toHaveLength(12);
    expect(found!.weeks.at(-1)).toBe(found!.week);
  });

  it('are none where fewer than three questions came, or where as many always come', () => {
    expect(wavesIn(counts('rare', null, quiet({ 20: 1, 21: 1 })), days(60), 3)).toEqual([]);
    expect(wavesIn(counts('common', null, new Array<number>(DAYS_BEFORE + 60).fill(2)), days(60), 3)).toEqual([]);
  });

  it('name the settlement where they are, with a stricter measure for each of many', () => {
    const wave = { 20: 2, 21: 2, 22: 3 };
    const town = [...counts('water', 'tommot', quiet(wave)), ...counts('water', 'aldan', quiet({}))];
    expect(wavesIn(town, days(60), 2)).toMatchObject([{ topic: 'water', settlement: 'tommot' }]);
    const few = counts('water', 'tommot', quiet({ 20: 2, 21: 3 }));
    const named = (settlements: number) => wavesIn(few, days(60), settlements).map(({ settlement }) => settlement);
    expect(named(1)).toEqual(['tommot']);
    expect(named(100_000)).toEqual([null]);
  });

  it('are two where a week without an alarm lies between, the newer one first', () => {
    const wave = (at: number) => ({ [at]: 3, [at + 1]: 3, [at + 2]: 3 });
    const found = wavesIn(counts('snow', null, quiet({ ...wave(5), ...wave(50) })), days(60), 3);
    expect(found.map(({ began }) => began)).toEqual([addDays(from, 52), addDays(from, 6)]);
  });

  it('give one false alarm a month in a district at the most, of Poisson days with the rhythm of a week', () => {
    const seed = 20_261_202;
    const random = mulberry32(seed);
    const year = 365;
    const settlements = [0.55, 0.2, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01];
    const shares = Array.from({ length: 22 }, (_, at) => (at + 1) ** -0.8);
    const whole = shares.reduce((sum, one) => sum + one, 0);
    const false_ = Array.from({ length: 3 }, () => {
      const district = shares.flatMap((share, topic) =>
        settlements.flatMap((part, place) =>
          counts(
            `t${topic}`,
            `s${place}`,
            Array.from({ length: DAYS_BEFORE + year }, (_, at) =>
              poisson(((8 * share) / whole) * part * (at % 7 < 5 ? 1.2 : 0.5), random),
            ),
          ).filter(({ questions }) => questions > 0),
        ),
      );
      return wavesIn(district, days(year), settlements.length).length / 12;
    });
    expect({ seed, mean: false_.reduce((sum, one) => sum + one, 0) / 3 <= 1 }).toEqual({ seed, mean: true });
  });

  it('of twenty questions in a week are found before they end, in a topic of one in ten days', () => {
    const random = mulberry32(7);
    const found = Array.from({ length: 40 }, (_, at) => {
      const byDay = Array.from({ length: DAYS_BEFORE + 60 }, () => poisson(0.1, random));
      for (let more = 0; more < 20; more += 1) byDay[DAYS_BEFORE + 30 + Math.floor((more * 7) / 20)]! += 1;
      return wavesIn(counts(`t${at}`, null, byDay), days(60), 11).some(
        ({ began }) => began >= addDays(from, 30) && began <= addDays(from, 32),
      );
    });
    expect(found.filter(Boolean).length).toBe(40);
  });
});
