import type { CalendarYearsQuery } from '../../../generated/graphql.js';

export type Year = CalendarYearsQuery['calendarYears'][number];

export const dayKinds = ['off', 'working', 'shortened'] as const;
export type DayKind = (typeof dayKinds)[number];

/** A row of the form. */
export interface MovedDay {
  readonly kind: DayKind;
  /** `YYYY-MM-DD`; empty: not filled yet. */
  readonly date: string;
}

/** The days of the year's transfers by date. */
export function movedDays({ transfers }: Pick<Year, 'transfers'>): readonly MovedDay[] {
  if (!transfers) return [];
  return dayKinds
    .flatMap((kind) => transfers[kind].map((date): MovedDay => ({ kind, date })))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

/** As the API takes them. */
export function listsOf(days: readonly MovedDay[]): Readonly<Record<DayKind, string[]>> {
  const of = (kind: DayKind): string[] => days.filter((day) => day.kind === kind).map(({ date }) => date);
  return { off: of('off'), working: of('working'), shortened: of('shortened') };
}

/** The row that a field of the input names, `input.off.1`; undefined: none. */
export function rowOf(field: string | undefined, days: readonly MovedDay[]): number | undefined {
  const [, kind, at] = /^input\.(off|working|shortened)\.(\d+)$/.exec(field ?? '') ?? [];
  const rows = days.flatMap((day, row) => (day.kind === kind ? [row] : []));
  return at === undefined ? undefined : rows[Number(at)];
}
