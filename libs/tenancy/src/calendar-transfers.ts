import { isDayOff, type DayKind } from '@otklik/kernel';
import type { CalendarYear } from './calendar-file.js';
import type { EntryData } from './directory-entries.js';
import { writeDirectory, type DirectoryWriter } from './directory-writer.js';
import { isDate } from './district-file.js';

/** Days off of one year that a decree moved: what changes against the year's calendar. */
export interface Transfers {
  readonly year: number;
  /** The act with its date and number. */
  readonly decree: string;
  readonly off: readonly string[];
  readonly working: readonly string[];
  readonly shortened: readonly string[];
}

/** What is wrong with a list of transfers, and in which of its fields. */
export interface TransfersFault {
  readonly code: 'DATE_INVALID' | 'DATE_OF_ANOTHER_YEAR' | 'DATE_TWICE' | 'DATE_CHANGES_NOTHING' | 'DATES_MISSING';
  readonly field: 'off' | 'working' | 'shortened';
  readonly date?: string;
  /** Its place in the field. */
  readonly at?: number;
}

const kinds = { off: 'OFF', working: 'WORKING', shortened: 'SHORTENED' } as const;
const fields = ['off', 'working', 'shortened'] as const;

/** The days by date, or the first fault. `known`: the calendar that they change. */
export function transferredDays(
  transfers: Transfers,
  known: Pick<CalendarYear, 'year' | 'days'>,
): Readonly<Record<string, DayKind>> | TransfersFault {
  const days: Record<string, DayKind> = {};
  for (const field of fields) {
    for (const [at, date] of transfers[field].entries()) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDate(date)) return { code: 'DATE_INVALID', field, date, at };
      if (!date.startsWith(`${transfers.year}-`)) return { code: 'DATE_OF_ANOTHER_YEAR', field, date, at };
      if (days[date]) return { code: 'DATE_TWICE', field, date, at };
      if (kindOf(date, known) === kinds[field]) return { code: 'DATE_CHANGES_NOTHING', field, date, at };
      days[date] = kinds[field];
    }
  }
  return Object.keys(days).length === 0 ? { code: 'DATES_MISSING', field: 'off' } : days;
}

/** What the day is without the transfers. */
function kindOf(date: string, { year, days }: Pick<CalendarYear, 'year' | 'days'>): DayKind {
  if (days[date]) return days[date];
  return isDayOff(date, { version: '', days: {}, years: [year] }) ? 'OFF' : 'WORKING';
}

export function isTransfersFault(of: Readonly<Record<string, DayKind>> | TransfersFault): of is TransfersFault {
  return 'field' in of;
}

/** The year with the transfers of its decree; terms that are set stay as they are. */
function withTransfers(year: CalendarYear, decree: string, moved: Readonly<Record<string, DayKind>>): CalendarYear {
  return { year: year.year, decree, days: { ...year.days, ...moved } };
}

/** The calendar years of the installation, the first one first. */
export function calendarYears(ownerUrl: string): Promise<readonly CalendarYear[]> {
  return writeDirectory(ownerUrl, async (writer) => (await writer.years()).toSorted((a, b) => a.year - b.year));
}

/** In every district. Undefined where the installation has no calendar of the year, else whether anything changed. */
export function addYearTransfers(
  ownerUrl: string,
  { year, decree }: Pick<Transfers, 'year' | 'decree'>,
  moved: Readonly<Record<string, DayKind>>,
): Promise<boolean | undefined> {
  return writeDirectory(ownerUrl, async (writer) => {
    const known = (await writer.years()).find((one) => one.year === year);
    return known && (await writer.putYear(withTransfers(known, decree, moved))) > 0;
  });
}

/** In one district. */
export function putDistrictTransfers(
  writer: DirectoryWriter,
  district: number,
  year: number,
  data: EntryData['transfers'],
): Promise<number> {
  return writer.put(district, { kind: 'transfers', code: String(year), data });
}
