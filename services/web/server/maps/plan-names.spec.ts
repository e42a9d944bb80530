import { expect, it } from '@jest/globals';
import { placeNames, type NamedCircle } from './plan-names.js';

const size = { width: 400, height: 300 };
const letter = { width: 10, height: 20 };
const circle = (x: number, y: number, more: Partial<NamedCircle> = {}): NamedCircle => ({
  name: 'Алдан',
  x,
  y,
  radius: 10,
  isMarked: false,
  ...more,
});
const anchors = (circles: readonly NamedCircle[]) => placeNames(circles, size, letter).map(({ anchor }) => anchor);

it('writes a name on the right of its circle, and on the left where it would leave the plan', () => {
  expect(anchors([circle(100, 100), circle(390, 200)])).toEqual(['start', 'end']);
});

it('writes a name below where both sides are taken, and above where that is, too', () => {
  const beside = [circle(160, 100), circle(240, 100)].map((one) => ({ ...one, name: '' }));
  const below = placeNames([...beside, circle(200, 100)], size, letter)[2]!;
  expect([below.anchor, below.y > 100]).toEqual(['middle', true]);
  const above = placeNames([...beside, circle(200, 130, { name: '' }), circle(200, 100)], size, letter)[3]!;
  expect([above.anchor, above.y < 100]).toEqual(['middle', true]);
});

it('writes no name on another one', () => {
  const [first, second] = placeNames([circle(100, 100), circle(120, 112)], size, letter);
  expect(first!.anchor).toBe('end');
  expect(second!.anchor).toBe('start');
});
