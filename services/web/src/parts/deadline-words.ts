import { dayIn, daysBetween, hoursLeftIn, timeOfDay } from './dates.js';

/** The end of a term, as the API tells it. */
export interface Term {
  /** The last day, a date of the district. */
  readonly dueOn: string;
  /** The last instant of a term in hours. */
  readonly dueAt?: string | null | undefined;
}

/** The term as words: the id of the text with its number or clock, and how it looks. Only a passed term is red. */
export interface DeadlineWords {
  readonly id:
    | 'parts.overdueDays'
    | 'parts.overdueSince'
    | 'parts.today'
    | 'parts.until'
    | 'parts.untilTomorrow'
    | 'parts.inHours'
    | 'parts.inDays';
  readonly count: number;
  /** The clock of the district at the end of a term in hours. */
  readonly time: string;
  readonly look: 'late' | 'soon' | '';
}

/** Input of the clock: `today` is the district's date, `zone` its zone, absent where no time is shown. */
export interface Now {
  readonly today: string;
  readonly zone?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at?: number | undefined;
}

/** On its last day a term in days is shown by its remaining hours, one in hours by its own end. */
export function deadlineWords({ dueOn, dueAt }: Term, now: Now): DeadlineWords {
  const { zone, at = Date.now() } = now;
  if (dueAt && zone) return hourWords(dueAt, zone, at);
  const days = daysBetween(now.today, dueOn);
  if (days < 0) return { id: 'parts.overdueDays', count: -days, time: '', look: 'late' };
  if (days > 0) return { id: 'parts.inDays', count: days, time: '', look: '' };
  if (!zone) return { id: 'parts.today', count: 0, time: '', look: 'soon' };
  return { id: 'parts.inHours', count: hoursLeftIn(zone, at), time: '', look: 'soon' };
}

function hourWords(dueAt: string, zone: string, at: number): DeadlineWords {
  const days = daysBetween(dayIn(zone, at), dayIn(zone, dueAt));
  const time = timeOfDay(dueAt, zone);
  if (at > Date.parse(dueAt)) {
    return days < 0
      ? { id: 'parts.overdueDays', count: -days, time, look: 'late' }
      : { id: 'parts.overdueSince', count: 0, time, look: 'late' };
  }
  if (days === 0) return { id: 'parts.until', count: 0, time, look: 'soon' };
  return { id: days === 1 ? 'parts.untilTomorrow' : 'parts.inDays', count: days, time, look: '' };
}
