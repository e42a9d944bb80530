import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import type { ReceptionDayQuery } from '../../generated/graphql.js';
import { useRenewed } from '../../frame/use-renewed.js';
import { useMayUse } from '../../frame/viewer.js';
import { Button } from '../../parts/button.js';
import { dayAfter, dayIn, fullDate, weekday } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { language, t } from '../../words/words.js';
import { EnterVisit } from './enter-visit.js';
import { dayOf, type DayOfOfficial, type DayRow, type Opened as Open, type Visit } from './day-rows.js';
import { Load } from './load.js';
import { receptionDayDocument } from './reception.queries.js';
import { VisitCard } from './visit-card.js';
import { Week } from './week.js';
import '../../parts/boards.css';
import './reception.css';

/** Visitors book and come elsewhere, too. */
const RENEWED_MS = 30_000;

/** Receptions, of a day or of its week. */
export function Reception() {
  const { zone } = useDistrict();
  const [on, setOn] = useState(dayIn(zone, Date.now()));
  const [open, setOpen] = useState<Open>();
  const [isWeek, setWeek] = useState(false);
  const goTo = (day: string, opened?: Open): void => {
    setOpen(opened);
    setOn(day);
  };
  const openOn = (day: string, opened?: Open): void => {
    setWeek(false);
    goTo(day, opened);
  };
  return (
    <main className="board reception" id="main">
      <DayBar on={on} isWeek={isWeek} onDay={goTo} onWeek={setWeek} />
      {isWeek ? <Week week={weekOf(on)} onOpen={openOn} /> : <Day key={on} on={on} open={open} onOpen={setOpen} />}
    </main>
  );
}

interface DayProps {
  readonly on: string;
  readonly open: Open | undefined;
  readonly onOpen: (open: Open | undefined) => void;
}

/** By officials, who comes when; beside it the card of a visitor, or a new booking. */
function Day({ on, open, onOpen: setOpen }: DayProps) {
  const { code: district, zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const week = weekOf(on);
  const variables = { district, on, ...week };
  const [{ data, error }, reload] = useQuery({ query: operation(receptionDayDocument), variables });
  const renew = useRenewed(reload, RENEWED_MS);
  const days = data && dayOf(on, data.receptions, data.receptionVisits);
  const beside = { on, isToday: on === today, onChanged: renew, onClose: () => setOpen(undefined) };
  return (
    <>
      <p className="muted">{dayWords(on, days)}</p>
      <Problem problem={error && failureOf(error)} onAgain={renew} />
      <div className="reception-split">
        <div>
          {days?.length === 0 && <p className="muted">{t('reception.none', { day: fullDate(on) })}</p>}
          {days?.map((day) => (
            <OfficialDay key={day.hours} day={day} isToday={on === today} open={open} onOpen={setOpen} />
          ))}
          <Load week={week} rows={data?.receptionLoad} />
        </div>
        {data && open && <Beside {...beside} open={open} data={data} days={days ?? []} />}
      </div>
    </>
  );
}

interface DayBarProps {
  readonly on: string;
  readonly isWeek: boolean;
  readonly onDay: (day: string) => void;
  readonly onWeek: (isWeek: boolean) => void;
}

const DAYS_OF_WEEK = 7;

function DayBar({ on, isWeek, onDay, onWeek }: DayBarProps) {
  const step = isWeek ? DAYS_OF_WEEK : 1;
  return (
    <div className="d-bar">
      <h1>{t(isWeek ? 'reception.weekTitle' : 'reception.title')}</h1>
      <Button
        label={t(isWeek ? 'reception.weekBefore' : 'reception.dayBefore')}
        onPress={() => onDay(dayAfter(on, -step))}
      >
        ←
      </Button>
      <input
        className="d-input num"
        type="date"
        required
        aria-label={t('reception.day')}
        value={on}
        onChange={({ target }) => target.value && onDay(target.value)}
      />
      <Button
        label={t(isWeek ? 'reception.weekAfter' : 'reception.dayAfter')}
        onPress={() => onDay(dayAfter(on, step))}
      >
        →
      </Button>
      <Button isPressed={isWeek} onPress={() => onWeek(!isWeek)}>
        {t('reception.week')}
      </Button>
      <Button className="is-end no-print" onPress={() => window.print()}>
        {t(isWeek ? 'reception.printWeek' : 'reception.print')}
      </Button>
    </div>
  );
}

interface BesideProps {
  readonly open: Open;
  readonly data: ReceptionDayQuery;
  readonly days: readonly DayOfOfficial[];
  readonly on: string;
  readonly isToday: boolean;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What is open; nothing where it is there no more. */
function Beside({ open, data, days, ...props }: BesideProps) {
  if (open.is === 'NEW') {
    const { hours, begins } = open;
    const day = days.find((one) => one.hours === hours);
    if (!day) return null;
    const { on, onChanged, onClose } = props;
    return (
      <EnterVisit
        key={`${hours} ${begins ?? ''}`}
        day={day}
        on={on}
        begins={begins}
        onEntered={onChanged}
        onClose={onClose}
      />
    );
  }
  const visit = data.receptionVisits.find(({ id }) => id === open.id);
  if (!visit) return null;
  return <VisitCard key={`${visit.id} ${visit.version}`} visit={visit} receptions={data.receptions} {...props} />;
}

function dayWords(on: string, days: readonly DayOfOfficial[] | undefined): string {
  return `${weekday(on, language)}, ${days ? countWords(days) : t('frame.loading')}`;
}

function countWords(days: readonly DayOfOfficial[]): string {
  const visits = days.flatMap(({ rows }) => rows).filter(({ is }) => is === 'VISIT');
  return t('reception.count', { count: visits.length });
}

/** From Monday to Sunday. */
function weekOf(on: string): { readonly from: string; readonly to: string } {
  const sinceMonday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = dayAfter(on, -sinceMonday);
  return { from, to: dayAfter(from, 6) };
}

interface OfficialDayProps {
  readonly day: DayOfOfficial;
  readonly isToday: boolean;
  readonly open: Open | undefined;
  readonly onOpen: (open: Open) => void;
}

function OfficialDay({ day, isToday, open, onOpen }: OfficialDayProps) {
  const mayEnter = useMayUse()('enterReception');
  const { hours, official, post, place, announced, rows } = day;
  const when = announced ? `${announced.from}–${announced.to}` : t('reception.gone');
  return (
    <section className="reception-day" aria-label={`${official}, ${when}`}>
      <h2>{official}</h2>
      <p className="muted">{[post, place, when, ...(announced?.queue ? [t('reception.queue')] : [])].join(', ')}</p>
      <ul>
        {rows.map((row) => (
          <Row
            key={row.is === 'VISIT' ? row.visit.id : row.begins}
            row={row}
            mayEnter={mayEnter}
            isOpen={isOpen(row, open)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {mayEnter && isToday && announced && (
        <Button className="no-print" onPress={() => onOpen({ is: 'NEW', hours, begins: undefined })}>
          {t('reception.walkIn')}
        </Button>
      )}
    </section>
  );
}

function isOpen(row: DayRow, open: Open | undefined): boolean {
  if (row.is === 'VISIT') return open?.is === 'VISIT' && open.id === row.visit.id;
  return open?.is === 'NEW' && open.hours === row.hours && open.begins === row.begins;
}

function Row({ row, mayEnter, isOpen: current, onOpen }: RowProps) {
  if (row.is === 'FREE')
    return (
      <li className="is-free">
        <span className="num">{row.begins}</span>
        {mayEnter ? (
          <button
            type="button"
            className="link"
            aria-pressed={current}
            onClick={() => onOpen({ is: 'NEW', hours: row.hours, begins: row.begins })}
          >
            {t('reception.free')}
          </button>
        ) : (
          <span className="muted">{t('reception.free')}</span>
        )}
      </li>
    );
  const { visit } = row;
  return (
    <li className={`is-${visit.state.toLowerCase()}`}>
      <span className="num">{visit.begins ?? '—'}</span>
      <button
        type="button"
        className="link"
        aria-pressed={current}
        onClick={() => onOpen({ is: 'VISIT', id: visit.id })}
      >
        {visit.name ?? t('reception.forgotten')}
      </button>
      <span className="reception-state">{stateWords(visit)}</span>
      {visit.matter && <span className="reception-matter">{visit.matter}</span>}
    </li>
  );
}

interface RowProps {
  readonly row: DayRow;
  readonly mayEnter: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (open: Open) => void;
}

function stateWords({ state, outcome, way, outOfTurn, remindedAt }: Visit): string {
  return [
    ...(outOfTurn ? [t('reception.outOfTurn')] : []),
    ...(way === 'VIDEO' ? [t('reception.video')] : []),
    ...(state === 'BOOKED' && remindedAt ? [t('reception.reminded')] : []),
    outcome ? t(`reception.ended${outcome}`) : t(`reception.state${state}`),
  ].join(', ');
}
