import { addDays, type LocalDate } from '@otklik/kernel';

/** Days of a report, both included. */
export interface ReportPeriod {
  /** `2026-11`, `2026-Q3`, `2026` */
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;
/** `2026-Q3`, and as the operator types it: `2026-3`. */
const QUARTER = /^(20\d\d)-Q?([1-4])$/;
const YEAR = /^20\d\d$/;

/** `2026-11`; undefined: it is no month. */
export function monthOf(text: string): ReportPeriod | undefined {
  const [, year, month] = MONTH.exec(text) ?? [];
  return year && month ? spanOf(text, Number(year), Number(month), 1) : undefined;
}

/** `2026-Q3`, `2026-3`; undefined: it is no quarter. */
export function quarterOf(text: string): ReportPeriod | undefined {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  return year && quarter ? spanOf(`${year}-Q${quarter}`, Number(year), Number(quarter) * 3 - 2, 3) : undefined;
}

/** `2026`; undefined: it is no year. */
export function yearOf(text: string): ReportPeriod | undefined {
  return YEAR.test(text) ? spanOf(text, Number(text), 1, 12) : undefined;
}

/** The same days a year before. */
export function yearBefore({ name }: ReportPeriod): ReportPeriod {
  const before = `${Number(name.slice(0, 4)) - 1}${name.slice(4)}`;
  return (monthOf(before) ?? quarterOf(before) ?? yearOf(before))!;
}

function spanOf(name: string, year: number, month: number, months: number): ReportPeriod {
  const first = (y: number, m: number): LocalDate => `${y}-${String(m).padStart(2, '0')}-01`;
  const next = month + months > 12 ? first(year + 1, month + months - 12) : first(year, month + months);
  return { name, from: first(year, month), to: addDays(next, -1) };
}
