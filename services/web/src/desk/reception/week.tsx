import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { useRenewed } from '../../frame/use-renewed.js';
import { useMayUse } from '../../frame/viewer.js';
import { dayAfter, dayMonth, weekday } from '../../parts/dates.js';
import { applicantName } from '../../parts/names.js';
import { Problem } from '../../parts/problem.js';
import { language, t } from '../../words/words.js';
import type { ReceptionWeekQuery } from '../../generated/graphql.js';
import { dayOf, type DayOfOfficial, type DayRow, type Opened } from './day-rows.js';
import { Load } from './load.js';
import { receptionWeekDocument } from './reception.queries.js';

interface WeekProps {
  readonly week: { readonly from: string; readonly to: string };
  readonly onOpen: (on: string, open?: Opened) => void;
}

const RENEWED_MS = 30_000;

/** The week of receptions, by days; each time leads to its day. Below it the load of each official, for the print, too. */
export function Week({ week, onOpen }: WeekProps) {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({
    query: operation(receptionWeekDocument),
    variables: { district, ...week },
  });
  const renew = useRenewed(reload, RENEWED_MS);
  const days = data && daysOf(week.from, data);
  return (
    <>
      <Problem problem={error && failureOf(error)} onAgain={renew} />
      <p className="muted">{days ? countWords(days) : t('frame.loading')}</p>
      {days?.length === 0 && <p className="muted">{t('reception.weekNone')}</p>}
      <div className="reception-week">
        {days?.map(({ on, officials }) => (
          <section key={on} aria-label={dayWords(on)}>
            <h2>
              <button type="button" className="link" onClick={() => onOpen(on)}>
                {dayWords(on)}
              </button>
            </h2>
            {officials.map((one) => (
              <Official key={one.hours} day={one} onOpen={(open) => onOpen(on, open)} />
            ))}
          </section>
        ))}
      </div>
      <Load week={week} rows={data?.receptionLoad} />
    </>
  );
}

interface DayOfWeek {
  readonly on: string;
  readonly officials: readonly DayOfOfficial[];
}

const DAYS = 7;

/** Days with a reception. Of days that are over, what was booked. */
function daysOf(from: string, { receptions, receptionVisits }: ReceptionWeekQuery): readonly DayOfWeek[] {
  return Array.from({ length: DAYS }, (_, at) => dayAfter(from, at)).flatMap((on) => {
    const officials = dayOf(
      on,
      receptions,
      receptionVisits.filter((visit) => visit.on === on),
    );
    return officials.length === 0 ? [] : [{ on, officials }];
  });
}

function dayWords(on: string): string {
  return `${weekday(on, language)}, ${dayMonth(on)}`;
}

function countWords(days: readonly DayOfWeek[]): string {
  const rows = days.flatMap(({ officials }) => officials.flatMap((one) => one.rows));
  const taken = rows.filter((row) => row.is === 'VISIT' && row.visit.state !== 'CANCELLED').length;
  const free = rows.filter(({ is }) => is === 'FREE').length;
  return t('reception.taken', { taken, all: taken + free });
}

interface OfficialProps {
  readonly day: DayOfOfficial;
  readonly onOpen: (open: Opened) => void;
}

function Official({ day: { official, post, place, announced, rows }, onOpen }: OfficialProps) {
  const when = announced ? `${announced.from}–${announced.to}` : t('reception.gone');
  return (
    <div className="reception-block">
      <h3>{applicantName(official)}</h3>
      <p className="muted small">
        {[post, place, when, ...(announced?.queue ? [t('reception.queue')] : [])].join(', ')}
      </p>
      <ul>
        {rows.map((row) => (
          <Time key={row.is === 'VISIT' ? row.visit.id : row.begins} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

function Time({ row, onOpen }: { readonly row: DayRow; readonly onOpen: OfficialProps['onOpen'] }) {
  const mayEnter = useMayUse()('enterReception');
  if (row.is === 'FREE') {
    const { hours, begins } = row;
    return (
      <li>
        <span className="num">{begins}</span>
        {mayEnter ? (
          <button type="button" className="link" onClick={() => onOpen({ is: 'NEW', hours, begins })}>
            {t('reception.free')}
          </button>
        ) : (
          <span className="muted">{t('reception.free')}</span>
        )}
      </li>
    );
  }
  const { id, begins, name, state } = row.visit;
  return (
    <li className={`is-taken is-${state.toLowerCase()}`}>
      <span className="num">{begins ?? '—'}</span>
      <button type="button" className="link" onClick={() => onOpen({ is: 'VISIT', id })}>
        {name === null ? t('reception.forgotten') : applicantName(name)}
      </button>
    </li>
  );
}
