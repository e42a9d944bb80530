import type { PlanSize } from './plan.js';

/** A circle of the plan that gets a name, in pixels. */
export interface NamedCircle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** At its upper right a mark is drawn. */
  readonly isMarked: boolean;
}

export interface LetterSize {
  /** Of a letter at most, and of a line, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where a name is written; `y` is the middle of its line. */
export interface PlacedName {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half of a mark's side. */
export const MARK = 11;
const GAP = 6;
/** What lies outside the plan is not seen at all: worse than a name on a circle. */
const OUTSIDE = 10;

/** Beside, below or above each circle: where the least of it is hidden by what is drawn already, and hides the least. */
export function placeNames(circles: readonly NamedCircle[], size: PlanSize, letter: LetterSize): readonly PlacedName[] {
  const taken = circles.flatMap((circle) => [square(circle, circle.radius), ...markOf(circle)]);
  return circles.map((circle) => {
    const [best] = placesOf(circle, letter)
      .map((at) => ({ at, box: boxOf(at, circle.name.length, letter) }))
      .map((one) => ({ ...one, cost: costOf(one.box, taken, size) }))
      .toSorted((one, other) => one.cost - other.cost);
    taken.push(best!.box);
    return best!.at;
  });
}

/** Middle of the mark of a circle. */
export function markAt({ x, y, radius }: Omit<NamedCircle, 'name' | 'isMarked'>): {
  readonly x: number;
  readonly y: number;
} {
  const aside = (radius + MARK * 0.6) * Math.SQRT1_2;
  return { x: x + aside, y: y - aside };
}

function markOf(circle: NamedCircle): readonly Box[] {
  return circle.isMarked ? [square(markAt(circle), MARK)] : [];
}

function square({ x, y }: { readonly x: number; readonly y: number }, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function placesOf({ x, y, radius, isMarked }: NamedCircle, { height }: LetterSize): readonly PlacedName[] {
  const beside = radius + GAP;
  const under = radius + height / 2;
  return [
    { x: x + beside, y, anchor: 'start' },
    { x: x - beside, y, anchor: 'end' },
    { x, y: y + under, anchor: 'middle' },
    { x, y: y - under - (isMarked ? MARK : 0), anchor: 'middle' },
  ];
}

function boxOf({ x, y, anchor }: PlacedName, letters: number, { width, height }: LetterSize): Box {
  const long = letters * width;
  const left = { start: x, middle: x - long / 2, end: x - long }[anchor];
  return { left, top: y - height / 2, right: left + long, bottom: y + height / 2 };
}

/** Square pixels of it that are covered, or beyond the edge. */
function costOf(box: Box, taken: readonly Box[], { width, height }: PlanSize): number {
  const whole = (box.right - box.left) * (box.bottom - box.top);
  const outside = whole - common(box, { left: 0, top: 0, right: width, bottom: height });
  return taken.reduce((sum, other) => sum + common(box, other), outside * OUTSIDE);
}

function common(one: Box, other: Box): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
