import { createContext, use } from 'react';
import { t } from '../words/words.js';
import { hoursLeftIn } from './dates.js';
import { deadlineWords } from './deadline-words.js';

/** Zone of the district whose deadlines are shown. */
export const DeadlineZone = createContext<string | undefined>(undefined);

/** What is left of the last day of a term; undefined on another day. */
export function useHoursLeft(dueOn: string, today: string): number | undefined {
  const zone = use(DeadlineZone);
  return zone !== undefined && dueOn === today ? hoursLeftIn(zone, Date.now()) : undefined;
}

/** What is left of the term, with its word: «просрочено 2 дн.», «через 4 часа» on its last day, «5 дней». */
export function Deadline({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const hours = useHoursLeft(dueOn, today);
  const { id, count, look } = deadlineWords(dueOn, today, hours);
  return (
    <span className={look} title={hours === undefined ? undefined : t('parts.today')}>
      {t(id, { count })}
    </span>
  );
}
