import { useState } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, dayMonth, timeOfDay } from '../../../parts/dates.js';
import { shortName } from '../../../parts/names.js';
import { t } from '../../../words/words.js';
import { historyLines, type HistoryLine } from './history-lines.js';
import { lineWords, moreWords } from './line-words.js';
import type { Card } from '../../../acts/card.js';

const SHOWN = 5;

/** What happened, the latest first; all of it on request. */
export function CardHistory({ card }: { readonly card: Card }) {
  const { code, zone } = useDistrict();
  const [all, setAll] = useState(false);
  const latest = historyLines(card.history).toReversed();
  const ordinals = new Map(card.row.questions.map(({ id, ordinal }) => [id, ordinal]));
  const textOf = (question: string) => card.questions.find(({ id }) => id === question)?.text;
  const shown = all ? latest : latest.slice(0, SHOWN);
  const moreOf = (line: HistoryLine) => moreWords(line, ordinals, { zone, textOf });
  const isFolded = latest.length > SHOWN || latest.some((line) => moreOf(line) !== undefined);
  return (
    <section>
      <h2>
        {t('card.history')}
        {isFolded && (
          <small>
            <button type="button" className="d-link is-act" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('card.historyShort') : t('card.historyAll', { count: latest.length })}
            </button>
          </small>
        )}
      </h2>
      <ol className="facts">
        {shown.map((line, index) => {
          const { at, by, onBehalfOf, type } = line.fact;
          const more = all ? moreOf(line) : undefined;
          return (
            <li key={`${at}${type}${index}`}>
              <Link href={`/desk/${code}/card/${card.row.id}?at=${at}`} title={t('card.asKnownThen')}>
                <time dateTime={at}>{`${dayMonth(dayIn(zone, at))}, ${timeOfDay(at, zone)}`}</time>
              </Link>
              <span>
                {lineWords(line, ordinals, zone)}
                {by && `, ${shortName(by.name)}`}
                {onBehalfOf && ` ${t('card.inStead', { name: shortName(onBehalfOf.name) })}`}
                {more && <span className="muted is-kept">{`\n${more}`}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
