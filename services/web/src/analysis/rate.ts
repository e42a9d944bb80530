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
