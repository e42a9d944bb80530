import { language, t } from '../../words/words.js';

const MONTHS = 13;
const YEARS = 3;

/** This month and those before it, the latest first. `today`: `2026-11-27`. */
export function monthsOf(today: string): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Quarters from this one back, and after each first quarter its year before. */
export function quartersOf(today: string): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const now = year * 4 + Math.ceil(month / 3) - 1;
  const quarters = Array.from({ length: YEARS * 4 }, (_, back) => now - back);
  return quarters.flatMap((at) => {
    const [of, quarter] = [Math.floor(at / 4), (at % 4) + 1];
    return [`${of}-Q${quarter}`, ...(quarter === 1 ? [String(of - 1)] : [])];
  });
}

/** Of the periods, the latest first from the running one: the last month or quarter that has ended. */
export function lastEnded([, ...before]: readonly string[]): string {
  return before.find((one) => one.includes('-'))!;
}

export function monthWords(month: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

export function quarterWords(period: string): string {
  const [year = '', quarter] = period.split('-Q');
  return quarter === undefined
    ? t('report.year', { year })
    : t('report.quarter', { quarter: 'I'.repeat(Number(quarter)).replace('IIII', 'IV'), year });
}
