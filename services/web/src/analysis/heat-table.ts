/** A cell of the table: how many appeals, and how many are usual. */
export interface HeatCell {
  readonly count: number;
  readonly usual: number;
}

/** Fewer are not compared. */
const MIN_COMPARED = 5;
/** From which a cell is more than usual. */
const MIN_TIMES = 1.4;
const HOT = 2;
const HOTTEST = 3;
const NEVER_BEFORE = 1;

/** How many times more than usual, by halves from two on; undefined: not more, or too few to say. */
export function timesUsual({ count, usual }: HeatCell): number | undefined {
  if (count < MIN_COMPARED) return undefined;
  // What hardly ever came is compared with one.
  const times = count / Math.max(usual, NEVER_BEFORE);
  if (times < MIN_TIMES) return undefined;
  return times < HOT ? Math.round(times * 10) / 10 : Math.floor(times * 2) / 2;
}

export function toneOf(times: number | undefined): '' | 'is-warm' | 'is-hot' | 'is-hottest' {
  if (times === undefined) return '';
  if (times >= HOTTEST) return 'is-hottest';
  return times >= HOT ? 'is-hot' : 'is-warm';
}

/** The most columns of places that a screen holds; the others are one together. */
export const MAX_PLACES = 8;

/** Several places as one. */
export function together(cells: readonly (HeatCell | undefined)[]): HeatCell {
  return cells.reduce<HeatCell>(
    (sum, cell) => ({ count: sum.count + (cell?.count ?? 0), usual: sum.usual + (cell?.usual ?? 0) }),
    { count: 0, usual: 0 },
  );
}
