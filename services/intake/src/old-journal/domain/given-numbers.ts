/** Numbers of a year's series that are an old journal's. */
export interface NumberRange {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** Numbers that Otklik gave: all of a series up to its last, but those that are reserved for old journals. */
export class GivenNumbers {
  constructor(
    private readonly series: ReadonlyMap<number, number>,
    private readonly reserved: readonly NumberRange[],
  ) {}

  /** 0 where the year has none. */
  lastOf(year: number): number {
    return this.series.get(year) ?? 0;
  }

  has(year: number, serial: number): boolean {
    if (serial > this.lastOf(year)) return false;
    return !this.reserved.some((range) => range.year === year && range.first <= serial && serial <= range.last);
  }
}

export const NONE_GIVEN = new GivenNumbers(new Map(), []);
