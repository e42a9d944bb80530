import type { DayKind } from '@otklik/kernel';
import Type from 'typebox';
import { checkedYaml, DirectoryFileError } from './checked-file.js';
import { isDate } from './district-file.js';

/** `deploy/calendars/<year>.yaml`: the days of a year that differ from the week's pattern, with the decree that moves them. */
const strict = { additionalProperties: false };
const Days = Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));
const CalendarFile = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    /** The act with its date and number. */
    decree: Type.String({ minLength: 10 }),
    /** False: by the Labour Code alone, and the decree that moves days off is not there yet. */
    transfers: Type.Optional(Type.Boolean()),
    off: Days,
    working: Days,
    shortened: Days,
  },
  strict,
);

export interface CalendarYear {
  readonly year: number;
  readonly decree: string;
  /** False while no decree has moved days off; absent once one has. */
  readonly transfers?: false;
  readonly days: Readonly<Record<string, DayKind>>;
}

/** Throws `DirectoryFileError` with file and path. */
export function readCalendarFile(file: string, text: string): CalendarYear {
  const { year, decree, transfers, off, working, shortened } = checkedYaml(CalendarFile, file, text);
  const days: Record<string, DayKind> = {};
  const lists = { off, working, shortened };
  const kinds = { off: 'OFF', working: 'WORKING', shortened: 'SHORTENED' } as const;
  for (const list of ['off', 'working', 'shortened'] as const) {
    lists[list].forEach((date, at) => {
      const place = `/${list}/${at}`;
      if (!isDate(date)) throw new DirectoryFileError(file, place, `${date} is not a date`);
      if (!date.startsWith(`${year}-`)) throw new DirectoryFileError(file, place, `${date} is not of ${year}`);
      if (days[date]) throw new DirectoryFileError(file, place, `${date} is listed twice`);
      days[date] = kinds[list];
    });
  }
  return { year, decree, ...(transfers === false && { transfers }), days };
}
