import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planOf, type PlannedPlace } from './plan.js';

const size = { width: 900, height: 640 };
const town = (code: string, latitude: number, longitude: number, count = 1): PlannedPlace => ({
  code,
  count,
  point: { latitude, longitude },
});

it('draws the north above and the east on the right', () => {
  const [south, north] = planOf([town('south', 58, 125), town('north', 60, 127)], size);
  expect(north!.y).toBeLessThan(south!.y);
  expect(north!.x).toBeGreaterThan(south!.x);
});

it('draws areas as the counts', () => {
  const [one, four] = planOf([town('one', 58, 125, 1), town('four', 60, 127, 4)], size);
  expect(four!.radius - 8).toBeCloseTo(2 * (one!.radius - 8));
});

it('draws no circle on another, whichever settlements a district has, and the same plan every time', () => {
  const place = fc.record({
    latitude: fc.double({ min: 55, max: 72, noNaN: true }),
    longitude: fc.double({ min: 105, max: 160, noNaN: true }),
    count: fc.nat(500),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 15 }), (places) => {
      const given = places.map((one, at) => town(String(at), one.latitude, one.longitude, one.count));
      const drawn = planOf(given, size);
      for (const [at, one] of drawn.entries())
        for (const other of drawn.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      expect(planOf(given, size)).toEqual(drawn);
    }),
  );
});

it('draws a district of one settlement in the middle, and one of none empty', () => {
  expect(planOf([town('only', 58, 125)], size)).toMatchObject([{ x: 450, y: 320 }]);
  expect(planOf([], size)).toEqual([]);
});
