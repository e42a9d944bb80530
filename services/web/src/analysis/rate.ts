/** Appeals per 1,000 residents with the bounds of the 95 % interval. */
export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer appeals the interval says more than the rate: they are not compared. */
export const MIN_COMPARED = 30;
/** Quantile of the normal distribution that leaves 2.5 % on each side. */
const Z = 1.959964;

/** Byar's approximation of the exact Poisson interval (Breslow and Day 1987); undefined below `MIN_COMPARED`. */
export function ratePer1000(count: number, population: number): Rate | undefined {
  if (count < MIN_COMPARED || population <= 0) return undefined;
  const per1000 = 1_000 / population;
  const above = count + 1;
  return {
    rate: count * per1000,
    low: count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3 * per1000,
    high: above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3 * per1000,
  };
}

/** A share of 0 to 1 with the bounds of its 95 % interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval (Wilson 1927; Brown, Cai and DasGupta 2001), without a correction of continuity; undefined of nothing. */
export function shareOf(part: number, whole: number): Share | undefined {
  if (whole <= 0) return undefined;
  const share = part / whole;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole));
  const bound = (value: number): number => Math.min(1, Math.max(0, value / (1 + z2 / whole)));
  return { share, low: bound(middle - half), high: bound(middle + half) };
}
