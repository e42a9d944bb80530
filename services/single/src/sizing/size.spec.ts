import { describe, expect, it } from '@jest/globals';
import { sizeOf, type Demand } from './size.js';

const demand = (changes: Partial<Demand> = {}): Demand => ({
  districts: 36,
  appealsADay: 411,
  years: 1,
  rush: 50,
  ...changes,
});

describe('the size of an installation', () => {
  it('is that of the table in docs/operations.md for a district, a city and a republic', () => {
    const district = sizeOf(demand({ districts: 1, appealsADay: 3_000 / 365 }));
    expect([district.profile, Math.round(district.rushEventsASecond * 10) / 10]).toEqual(['start', 0.4]);
    const city = sizeOf(demand({ districts: 1, appealsADay: 30_000 / 365 }));
    expect([city.profile, Math.round(city.rushEventsASecond)]).toEqual(['start with DATABASE_URL', 4]);
    const republic = sizeOf(demand({ appealsADay: 150_000 / 365 }));
    expect(republic).toMatchObject({ installations: 1, profile: 'cluster', replicas: 2, partitions: 6, shards: 1 });
    expect(Object.values(republic.disks).map((gb) => Math.round(gb * 10) / 10)).toEqual([12.8, 25, 7.7, 8.4]);
    expect(Math.round(republic.rushEventsASecond)).toBe(18);
  });

  it('is several installations for 85 regions with 50 million appeals a year, each for its districts', () => {
    const all = sizeOf(demand({ districts: 2_300, appealsADay: 50_000_000 / 365, years: 5 }));
    expect(all).toMatchObject({ installations: 6, profile: 'cluster', districts: 384 });
    expect(all.appealsAYear * all.installations).toBeCloseTo(50_000_000);
    expect(all.disks.postgres).toBeLessThan(4_000);
    expect(all.rushEventsASecond).toBeLessThan(2_000);
    expect(all.partitions).toBeGreaterThanOrEqual(all.replicas);
    const perRegion = sizeOf(demand({ districts: 27, appealsADay: 50_000_000 / 365 / 85, years: 5 }));
    expect([perRegion.installations, perRegion.replicas]).toEqual([1, 2]);
  });

  it('grows with each of what is asked, and never falls', () => {
    let before = sizeOf(demand());
    for (const appealsADay of [1_000, 10_000, 40_000]) {
      const after = sizeOf(demand({ appealsADay }));
      for (const name of ['nodeCores', 'postgresCores', 'partitions', 'shards', 'installations'] as const)
        expect([name, after[name]]).toEqual([name, Math.max(after[name], before[name])]);
      before = after;
    }
    expect(sizeOf(demand({ years: 5 })).disks.postgres).toBeCloseTo(5 * sizeOf(demand()).disks.postgres);
    expect(sizeOf(demand({ rush: 2_000 })).nodeCores).toBeGreaterThan(sizeOf(demand()).nodeCores);
  });

  it('shares among no more installations than there are districts', () => {
    expect(sizeOf(demand({ districts: 1, appealsADay: 200_000, years: 5 })).installations).toBe(1);
  });

  it.each([0, -1, NaN, Infinity])('refuses %d appeals a day', (appealsADay) => {
    expect(() => sizeOf(demand({ appealsADay }))).toThrow('appealsADay must be more than 0.');
  });
});
