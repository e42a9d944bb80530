import { BadInput } from '@otklik/host';
import { addDays, localDate, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';

const MIN_DATE = '2000-01-01';

/** 5 to 15 digits with what people write between them. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-‐-―]+$/u.test(text) && digits >= 5 && digits <= 15;
}

/** A local date of the calendar, also in the future. */
export function checkedDate(day: LocalDate, path: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || addDays(day, 0) !== day || day < MIN_DATE) {
    throw new BadInput('BAD_INPUT', path, {}, `A date from ${MIN_DATE} on is needed.`);
  }
  return day;
}

/** A local date of the district, not in the future. `at`: server clock. */
export function checkedDay(day: LocalDate, district: District, at: string, path: string): LocalDate {
  if (checkedDate(day, path) > localDate(at, district.zone)) throw new BadInput('DATE_IN_FUTURE', path);
  return day;
}
