/** A settlement whose middle is known, in degrees, and how much there is of it. */
export interface PlannedPlace {
  readonly code: string;
  readonly count: number;
  readonly point: { readonly latitude: number; readonly longitude: number };
}

/** Where its circle is drawn, in pixels from the upper left corner. */
export interface Circle<Place extends PlannedPlace = PlannedPlace> {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlanSize {
  readonly width: number;
  readonly height: number;
}

/** Room for a circle and half its name at the edges. */
const MARGIN = 72;
const SMALLEST = 8;
const LARGEST = 32;
/** Where no settlement has so many, the fullest circle is smaller than the largest. */
const MANY = 9;
/** Between circles: a line of text. */
const GAP = 20;
const ROUNDS = 80;

/**
 * A plan of a district, as a plan of bus lines is one: what is north of another place is drawn above it, what is east to
 * the right, but distances give way to legibility: half of each coordinate is the place's order among the others. Areas
 * of circles are as their counts. The same places have the same plan.
 */
export function planOf<Place extends PlannedPlace>(
  places: readonly Place[],
  { width, height }: PlanSize,
): readonly Circle<Place>[] {
  const most = Math.max(MANY, ...places.map(({ count }) => count));
  const east = spread(places.map(({ point }) => point.longitude));
  const south = spread(places.map(({ point }) => -point.latitude));
  const drawn = places.map((place, at) => ({
    place,
    x: MARGIN + east[at]! * (width - 2 * MARGIN),
    y: MARGIN / 2 + south[at]! * (height - MARGIN),
    radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(place.count / most),
  }));
  for (let round = 0; round < ROUNDS && pushApart(drawn); round += 1) keepWithin(drawn, { width, height });
  return drawn;
}
/** Each value between 0 and 1: half by its size, half by its order. */
function spread(values: readonly number[]): readonly number[] {
  const sorted = [...new Set(values)].toSorted((one, other) => one - other);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (most === least) return values.map(() => 0.5);
  return values.map((value) => ((value - least) / (most - least) + sorted.indexOf(value) / (sorted.length - 1)) / 2);
}

interface Movable {
  x: number;
  y: number;
  readonly radius: number;
}

function keepWithin(circles: readonly Movable[], { width, height }: PlanSize): void {
  for (const one of circles) {
    one.x = Math.min(Math.max(one.x, one.radius), width - one.radius);
    one.y = Math.min(Math.max(one.y, one.radius), height - one.radius);
  }
}

/** Moves circles that are too near away from each other; false where none was. */
function pushApart(circles: readonly Movable[]): boolean {
  let isMoved = false;
  for (const [at, one] of circles.entries()) {
    for (const other of circles.slice(at + 1)) {
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const distance = Math.hypot(dx, dy);
      const missing = one.radius + other.radius + GAP - distance;
      if (missing <= 0.5) continue;
      const [ux, uy] = distance === 0 ? [0, 1] : [dx / distance, dy / distance];
      one.x -= (ux * missing) / 2;
      one.y -= (uy * missing) / 2;
      other.x += (ux * missing) / 2;
      other.y += (uy * missing) / 2;
      isMoved = true;
    }
  }
  return isMoved;
}
