import { useDirectory } from '../../frame/directory.js';
import { dayMonth } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { spanOf, type ListView } from '../../frame/worklist-filter.js';

/** Filters that no field shows: those with which a link led here. Each can be taken away. */
export function FilterChips(props: { readonly view: ListView; readonly onView: (view: ListView) => void }) {
  const { view, onView } = props;
  const { topics, officials } = useDirectory();
  const topic = topics.find(({ code }) => code === view.topic);
  const executor = officials.find(({ id }) => id === view.executor);
  const chips = [
    { field: 'topic', words: t('worklist.chipTopic', { name: topic?.name ?? view.topic }) },
    { field: 'executor', words: t('worklist.chipExecutor', { name: executor?.name ?? t('worklist.unknownOfficial') }) },
    { field: 'answered', words: t('worklist.chipAnswered', { days: daysWords(view.answered) }) },
    { field: 'ended', words: t('worklist.chipEnded', { days: daysWords(view.ended) }) },
    { field: 'kept', words: view.kept && t(`worklist.chipKept_${view.kept}`) },
  ] as const;
  const shown = chips.filter(({ field }) => view[field] !== '');
  if (shown.length === 0) return null;
  return (
    <p className="d-bar wl-chips">
      {shown.map(({ field, words }) => (
        <button
          key={field}
          type="button"
          className="d-button is-plain"
          aria-label={t('worklist.dropFilter', { name: words })}
          onClick={() => onView({ ...view, [field]: '' })}
        >
          {words} ×
        </button>
      ))}
    </p>
  );
}

/** «29.10 — 27.11». */
export function daysWords(text: string): string {
  const span = spanOf(text);
  if (!span) return '';
  return span.from === span.to ? dayMonth(span.from) : `${dayMonth(span.from)} — ${dayMonth(span.to)}`;
}
