import { daysBetween } from './dates.js';

/** The term as words: the id of the text with its number, and how it looks. Only a passed term is red. */
export interface DeadlineWords {
  readonly id: 'parts.overdueDays' | 'parts.today' | 'parts.inHours' | 'parts.inDays';
  readonly count: number;
  readonly look: 'late' | 'soon' | '';
}

/** `dueOn` and `today` are the district's dates. */
export function deadlineWords(dueOn: string, today: string): DeadlineWords {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { id: 'parts.overdueDays', count: -days, look: 'late' };
  if (days === 0) return { id: 'parts.today', count: 0, look: 'soon' };
  return { id: 'parts.inDays', count: days, look: '' };
}
