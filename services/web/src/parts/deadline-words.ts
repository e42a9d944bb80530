import { daysBetween } from './dates.js';

/** The term as words: the id of the text with its number, and how it looks. Only a passed term is red. */
export interface DeadlineWords {
  readonly id: 'parts.overdueDays' | 'parts.today' | 'parts.inHours' | 'parts.inDays';
  readonly count: number;
  readonly look: 'late' | 'soon' | '';
}

/** `dueOn` and `today` are the district's dates, `hours` what is left of its day: on the last day the term is told by them. */
export function deadlineWords(dueOn: string, today: string, hours?: number): DeadlineWords {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { id: 'parts.overdueDays', count: -days, look: 'late' };
  if (days === 0 && hours !== undefined) return { id: 'parts.inHours', count: hours, look: 'soon' };
  if (days === 0) return { id: 'parts.today', count: 0, look: 'soon' };
  return { id: 'parts.inDays', count: days, look: '' };
}
