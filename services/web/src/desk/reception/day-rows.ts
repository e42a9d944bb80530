import type { ReceptionDayQuery } from '../../generated/graphql.js';

export type Visit = ReceptionDayQuery['receptionVisits'][number];
export type Announced = ReceptionDayQuery['receptions'][number];

/** A time of the day: a visitor's, or one that can be booked. */
export type DayRow =
  | { readonly is: 'VISIT'; readonly visit: Visit }
  | { readonly is: 'FREE'; readonly hours: string; readonly begins: string };

/** What is open beside the list. */
export type Opened =
  | { readonly is: 'VISIT'; readonly id: string }
  | { readonly is: 'NEW'; readonly hours: string; readonly begins: string | undefined };

/** One official's day. */
export interface DayOfOfficial {
  readonly hours: string;
  readonly official: string;
  readonly post: string;
  readonly place: string;
  /** Absent where what was booked is announced no more. */
  readonly announced?: Announced;
  readonly rows: readonly DayRow[];
}

/** The day by officials: as announced, with what was booked, which may be announced no more. */
export function dayOf(
  on: string,
  receptions: readonly Announced[],
  visits: readonly Visit[],
): readonly DayOfOfficial[] {
  const announced = receptions.filter((one) => one.on === on);
  const others = visits.filter(({ hours }) => !announced.some((one) => one.hours === hours));
  const gone = [...new Map(others.map((one) => [one.hours, one])).values()];
  return [
    ...announced.map(({ hours, official, post, place, slots }, at) => ({
      hours,
      official,
      post,
      place,
      announced: announced[at]!,
      rows: rowsOf(
        visits.filter((one) => one.hours === hours),
        slots.filter(({ free }) => free),
        hours,
      ),
    })),
    ...gone.map(({ hours, official, post, place }) => ({
      hours,
      official,
      post,
      place,
      rows: rowsOf(
        visits.filter((one) => one.hours === hours),
        [],
        hours,
      ),
    })),
  ];
}

function rowsOf(
  visits: readonly Visit[],
  free: readonly { readonly begins: string }[],
  hours: string,
): readonly DayRow[] {
  const rows: DayRow[] = [
    ...visits.map((visit) => ({ is: 'VISIT', visit }) as const),
    ...free.map(({ begins }) => ({ is: 'FREE', hours, begins }) as const),
  ];
  return rows.toSorted((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
}

const LAST = '99:99';

/** What has no time comes after what has one. */
function timeOf(row: DayRow): string {
  return (row.is === 'VISIT' ? row.visit.begins : row.begins) ?? LAST;
}

/** `Карпова Зоя Михайловна` by the parts of the form; what is more than three words belongs to the patronymic. */
export function nameParts(name: string): { surname: string; givenName?: string; patronymic?: string } {
  const [surname = '', givenName, ...others] = name.trim().split(/\s+/);
  const patronymic = others.join(' ');
  return { surname, ...(givenName !== undefined && { givenName }), ...(patronymic !== '' && { patronymic }) };
}
