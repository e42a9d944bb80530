import { useDistrict } from '../../../frame/district.js';
import { titlesOfOldJournalLoadState } from '../../../generated/titles.js';
import { momentIn } from '../../../parts/dates.js';
import { language, t } from '../../../words/words.js';
import type { Load } from './old-journal.js';

/** Earlier imports, the newest first. */
export function Loads(props: {
  readonly loads: readonly Load[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const { zone } = useDistrict();
  if (props.loads.length === 0) return null;
  return (
    <section aria-label={t('oldJournal.earlier')}>
      <h2>{t('oldJournal.earlier')}</h2>
      <ul className="oj-loads">
        {props.loads.map(({ id, takenAt, state, rows, refused, removedReason }) => (
          <li key={id}>
            <a
              href={`?load=${id}`}
              {...(id === props.chosen && { 'aria-current': 'true' as const })}
              onClick={(event) => {
                event.preventDefault();
                props.onChoose(id);
              }}
            >
              <span className="num">{momentIn(zone, takenAt)}</span> {t('oldJournal.loadRows', { rows, refused })}
            </a>{' '}
            <span className="muted">
              {titlesOfOldJournalLoadState[state][language]}
              {removedReason && `: ${removedReason}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
