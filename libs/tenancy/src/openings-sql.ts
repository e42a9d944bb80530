import { addDays, type LocalDate } from '@otklik/kernel';

/** Holds a value of a statement; answers its place in it, `$3`. */
export type Hold = (value: unknown) => string;

/** Conditions that `column`, an instant, lies in days of a zone, both included. */
export function withinDays(
  column: string,
  { from, to, zone }: { readonly from?: LocalDate; readonly to?: LocalDate; readonly zone: string },
  hold: Hold,
): readonly string[] {
  const midnight = (day: LocalDate): string => `(${hold(day)}::date)::timestamp at time zone ${hold(zone)}`;
  return [
    ...(from === undefined ? [] : [`${column} >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [`${column} < ${midnight(addDays(to, 1))}`]),
  ];
}

/**
 * The condition that `column` lies within a quarter of an hour of the instant at this place: a reload, also after an
 * act, is no second opening.
 */
export function sameOpening(column: string, place: string): string {
  const quarter = `interval '15 minutes'`;
  return `${column} > ${place}::timestamptz - ${quarter} and ${column} < ${place}::timestamptz + ${quarter}`;
}
