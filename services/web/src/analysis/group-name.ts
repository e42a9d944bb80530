import { shortDepartment } from '../parts/names.js';
import { language } from '../words/words.js';
import { shortDistrict } from './short-district.js';
import type { ComparedBy } from './sought.js';

/** What a line of compared answers is called. `month`: «нояб. 2026», or «ноябрь 2026». */
export function groupName(by: ComparedBy, name: string, month: 'short' | 'long'): string {
  if (by === 'DISTRICT') return shortDistrict(name);
  if (by === 'DEPARTMENT') return shortDepartment(name);
  return by === 'MONTH' ? monthOf(name, month) : name;
}

/** «ноябрь 2026» of `2026-11`. */
export function longMonth(month: string): string {
  return monthOf(month, 'long');
}

function monthOf(month: string, style: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(language, { month: style, year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01`)).replace(/\sг\.$/u, '');
}
