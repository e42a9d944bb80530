import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { calendarDocument } from './calendar.queries.js';
import { dayKinds, movedDays, type Year } from './moved-days.js';
import { TransfersForm } from './transfers-form.js';
import '../administration.css';
import './calendar.css';

/** The years by which terms are counted, and the days off that a decree moved. */
export function Calendar() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(calendarDocument), variables: { district } });
  const [edited, edit] = useState<number>();
  const [done, setDone] = useState<number>();
  const again = (): void => reload({ requestPolicy: 'network-only' });
  const years = data?.calendarYears ?? [];
  const year = years.find((one) => one.year === edited);
  const saved = (of: number): void => {
    edit(undefined);
    setDone(of);
    again();
  };
  return (
    <main className="board is-split" id="main">
      <section aria-label={t('calendar.title')}>
        <h1>{t('calendar.title')}</h1>
        <Problem problem={error && failureOf(error)} onAgain={again} />
        {done !== undefined && (
          <p className="d-note d-gap" role="status">
            {t('calendar.saved', { year: String(done) })}
          </p>
        )}
        <ul className="cal-years">
          {years.map((one) => (
            <YearItem key={one.year} year={one} isEdited={one.year === edited} onEdit={() => edit(one.year)} />
          ))}
        </ul>
      </section>
      <aside aria-label={t('calendar.transfers')}>
        {year ? (
          <TransfersForm key={year.year} year={year} onSaved={saved} onClose={() => edit(undefined)} onAgain={again} />
        ) : (
          <>
            <h2>{t('calendar.about')}</h2>
            <p className="muted d-gap">{t('calendar.aboutYears')}</p>
            <p className="muted d-gap">{t('calendar.aboutTerms')}</p>
          </>
        )}
      </aside>
    </main>
  );
}

function YearItem(props: { readonly year: Year; readonly isEdited: boolean; readonly onEdit: () => void }) {
  const { year, isEdited, onEdit } = props;
  const { transfers, hasTransfers, maySetTransfers } = year;
  return (
    <li className={isEdited ? 'is-chosen' : ''}>
      <div className="d-bar">
        <h2 className="num">{year.year}</h2>
        <span className={hasTransfers ? 'muted' : 'attn'}>
          {t(hasTransfers ? 'calendar.withTransfers' : 'calendar.withoutTransfers')}
        </span>
        {maySetTransfers && (
          <button type="button" className="d-button is-end" aria-expanded={isEdited} onClick={onEdit}>
            {t(transfers ? 'calendar.change' : 'calendar.add')}
            <span className="unseen"> {year.year}</span>
          </button>
        )}
      </div>
      <p className="muted small">{year.decree}</p>
      {transfers && <Moved year={year} />}
    </li>
  );
}

function Moved({ year }: { readonly year: Year }) {
  const { zone } = useDistrict();
  const { transfers } = year;
  const days = movedDays(year);
  if (!transfers) return null;
  const by = transfers.by?.name ?? t('administration.byOperator');
  return (
    <>
      <p className="d-gap">{transfers.decree}</p>
      <dl className="cal-moved">
        {dayKinds
          .filter((kind) => days.some((day) => day.kind === kind))
          .map((kind) => (
            <div key={kind}>
              <dt className="muted">{t(`calendar.${kind}`)}</dt>
              <dd>
                {days
                  .filter((day) => day.kind === kind)
                  .map(({ date }) => fullDate(date))
                  .join(', ')}
              </dd>
            </div>
          ))}
      </dl>
      <p className="muted small">{t('calendar.setBy', { name: by, day: fullDate(dayIn(zone, transfers.setAt)) })}</p>
    </>
  );
}
