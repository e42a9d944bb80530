import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn, dayMonth, timeOfDay } from '../../parts/dates.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';
import type { Card } from './question-card.js';

const SHOWN = 5;

/** What happened, the latest first; all of it on request. */
export function CardHistory({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const [all, setAll] = useState(false);
  const latest = card.history.toReversed();
  const shown = all ? latest : latest.slice(0, SHOWN);
  return (
    <section>
      <h2>
        {t('card.history')}
        {latest.length > SHOWN && (
          <small>
            <button type="button" className="d-link is-act" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('card.historyShort') : t('card.historyAll', { count: latest.length })}
            </button>
          </small>
        )}
      </h2>
      <ol className="facts">
        {shown.map(({ at, title, by, text, type }, index) => (
          <li key={`${at}${type}${index}`}>
            <time dateTime={at}>{`${dayMonth(dayIn(zone, at))}, ${timeOfDay(at, zone)}`}</time>
            <span>
              {title}
              {by && `, ${shortName(by.name)}`}
              {all && text && <span className="muted is-kept">{`\n${text}`}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
