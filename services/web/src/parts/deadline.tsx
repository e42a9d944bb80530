import { t } from '../words/words.js';
import { deadlineWords } from './deadline-words.js';

/** What is left of the term, with its word: «просрочено 2 дн.», «сегодня», «5 дней». */
export function Deadline({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const { id, count, look } = deadlineWords(dueOn, today);
  return <span className={look}>{t(id, { count })}</span>;
}
