export interface MonthCount {
  /** `2026-11` */
  readonly value: string;
  readonly count: number;
}

const SHOWN_MONTHS = 12;

/** The twelve months that end with the last counted one, those without anything as 0; empty when nothing was counted. */
export function lastMonths(months: readonly MonthCount[]): readonly MonthCount[] {
  const last = months
    .map(({ value }) => value)
    .toSorted()
    .at(-1);
  if (last === undefined) return [];
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: SHOWN_MONTHS }, (_, at) => {
    const value = new Date(Date.UTC(year, month - SHOWN_MONTHS + at, 1)).toISOString().slice(0, 7);
    return { value, count: months.find((one) => one.value === value)?.count ?? 0 };
  });
}
