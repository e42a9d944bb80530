import type { LocalDate } from '@otklik/kernel';
import type { Cell } from './sheet.js';

export type DateFault =
  | 'DATE_UNREADABLE'
  /** As 31.02.2025. */
  | 'DATE_NO_SUCH_DAY'
  /** And its neighbours do not say which one. */
  | 'DATE_WITHOUT_YEAR'
  | 'DATE_IN_FUTURE'
  /** Before 2000: a slip of the pen in a journal that is kept in a computer. */
  | 'DATE_TOO_EARLY';

export type ReadDate = { readonly date: LocalDate } | { readonly fault: DateFault };

const FIRST_YEAR = 2000;
/** Serial numbers of Excel from 2000 to 2099, where a date lost its format. */
const SERIALS = { from: 36_526, to: 73_050 } as const;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** The day first, as it is written in Russia: `09.01.2025`, `9/1/25`, `01.02.25г.`, `9 января 2025`; `2025-01-09`; Excel's serial days. */
export function readDate(cell: Cell, year: number | undefined, today: LocalDate): ReadDate {
  const parts = partsOf(cell);
  if (!parts) return { fault: 'DATE_UNREADABLE' };
  const inYear = parts.year ?? year;
  if (inYear === undefined) return { fault: 'DATE_WITHOUT_YEAR' };
  const date = dateOf({ ...parts, year: inYear });
  if (date === undefined) return { fault: 'DATE_NO_SUCH_DAY' };
  if (date > today) return { fault: 'DATE_IN_FUTURE' };
  return inYear < FIRST_YEAR ? { fault: 'DATE_TOO_EARLY' } : { date };
}

export function looksLikeDate(cell: Cell): boolean {
  return cell.date !== undefined || (!/^\d+$/.test(cell.text) && partsOf(cell)?.year !== undefined);
}

/** Of a date that has one. */
export function yearIn(cell: Cell): number | undefined {
  return partsOf(cell)?.year;
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

function partsOf({ text, date }: Cell): Parts | undefined {
  if (date !== undefined) return fromIso(date);
  // Of a cell with two dates, or with the time, the first day counts.
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return fromIso(words) ?? fromNumbers(words) ?? fromWords(words) ?? fromSerial(words);
}

function fromIso(text: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

function fromNumbers(text: string): Parts | undefined {
  const [, day, month, year] =
    /^(?:от )?(\d{1,2}) ?[./, -] ?(\d{1,2})(?: ?[./, -] ?(\d{4}|\d{2})(?!\d))? ?г?(?![\d])/.exec(text) ?? [];
  if (day === undefined) return undefined;
  return { day: Number(day), month: Number(month), ...(year !== undefined && { year: fullYear(Number(year)) }) };
}

function fromWords(text: string): Parts | undefined {
  const [, day, name = '', year] = /^[«"]?(\d{1,2})[»"]? ([а-я]+)\.?(?: (\d{4}))?/.exec(text) ?? [];
  const month = MONTHS.findIndex((begin) => name.startsWith(begin)) + 1;
  if (day === undefined || month === 0) return undefined;
  return { day: Number(day), month, ...(year !== undefined && { year: Number(year) }) };
}

function fromSerial(text: string): Parts | undefined {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < SERIALS.from || serial > SERIALS.to) return undefined;
  return fromIso(new Date(SERIAL_ZERO + serial * DAY_MS).toISOString());
}

function fullYear(year: number): number {
  return year < 100 ? FIRST_YEAR + year : year;
}

function dateOf({ day, month, year }: Required<Parts>): LocalDate | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  const isReal = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isReal ? time.toISOString().slice(0, 10) : undefined;
}
