import { createContext, use } from 'react';
import { t } from '../words/words.js';
import { deadlineWords, type DeadlineWords, type Term } from './deadline-words.js';

/** Zone of the district whose deadlines are shown. */
export const DeadlineZone = createContext<string | undefined>(undefined);

/** The term in words by the clock of the district that is shown. */
export function useDeadlineWords(term: Term | undefined, today: string): DeadlineWords | undefined {
  const zone = use(DeadlineZone);
  return term && deadlineWords(term, { today, zone });
}

interface DeadlineProps extends Term {
  readonly today: string;
  /** No head says what the number is: «осталось 5 дней». */
  readonly isAlone?: boolean;
}

/** What is left of the term, with its word: «просрочено 2 дн.», «сегодня до 17:00», «через 4 часа» on its last day, «5 дней». */
export function Deadline({ today, isAlone, ...term }: DeadlineProps) {
  const words = useDeadlineWords(term, today);
  if (!words) return null;
  const { id, count, time, look } = words;
  return (
    <span className={look} title={id === 'parts.inHours' ? t('parts.today') : undefined}>
      {t(isAlone && id === 'parts.inDays' ? 'parts.daysLeft' : id, { count, time })}
    </span>
  );
}
