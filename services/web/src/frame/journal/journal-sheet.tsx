import { useEffect, type ReactNode } from 'react';
import { csvText } from '@otklik/kernel/csv';
import { useLocation } from 'wouter';
import { useAddress } from '../address.js';
import { saveFile } from '../csv.js';
import { useDistrict } from '../district.js';
import { PersonField } from '../person-field.js';
import { rememberScreen } from '../list-memory.js';
import { useWholeList } from '../whole-list.js';
import { t } from '../../words/words.js';
import { Button } from '../../parts/button.js';
import { fileRows, type Column } from '../../parts/data-table/column.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { NotLoaded } from '../queue/not-loaded.js';
import { useSettled } from '../../parts/use-settled.js';
import { inOneLine } from './one-line.js';
import { useJournal, type ReadJournal } from './use-journal.js';
import { noteOf, PrintNamed } from './print-named.js';
import { useNamed, withApplicants, type NamedPrint } from './use-named.js';
import './journal.css';

/** A day is typed digit by digit, and each digit makes another day. */
const TYPING_RESTS_MS = 600;

export interface JournalProps<Entry> {
  readonly title: string;
  readonly heading: string;
  /** The table's name for who cannot see it. */
  readonly label: string;
  readonly fileName: string;
  /** Under the table, beside who kept it. */
  readonly note: string;
  readonly columns: readonly Column<Entry>[];
  /** Its print may name applicants. */
  readonly named?: NamedPrint<Entry>;
  /** Beside the days. */
  readonly filters?: ReactNode;
  /** Called again when it is another. */
  readonly read: ReadJournal<Entry>;
}

/** A journal of some days: a leaf on the screen and on paper. */
export function JournalSheet<Entry extends { readonly id: string }>(props: JournalProps<Entry>) {
  const district = useDistrict();
  const { get } = useAddress();
  const [, navigate] = useLocation();
  const today = dayIn(district.zone, Date.now());
  const from = get('from') || `${today.slice(0, 8)}01`;
  const to = get('to') || today;
  const { title, columns, heading, read, named: of } = props;
  const { entries, isWhole, error, again } = useJournal(read, useSettled(`${from} ${to}`, TYPING_RESTS_MS));
  const named = useNamed(of, entries);
  useEffect(() => rememberScreen(`${location.pathname}?from=${from}&to=${to}`, title), [from, to, title]);
  // Reloaded and not taken from the screen: the server records who saved which days.
  const saved = useWholeList<Entry>(
    (after) => read({ from, to, after, export: true }),
    (whole) => saveFile(`${props.fileName}-${from}-${to}.csv`, csvText(inOneLine(fileRows(columns, whole)))),
  );
  return (
    <main className="journal-screen" id="main">
      <div className="top">
        <Button look="plain" keys="Escape" onPress={() => navigate(`/desk/${district.code}`)}>
          {t('journal.back')}
        </Button>
        <h1>{title}</h1>
        <Days from={from} to={to} />
        {props.filters}
        <span className="muted" role="status">
          {isWhole || error ? '' : t('frame.loading')}
        </span>
        <span className="is-end" />
        <PersonField />
        <Button disabled={saved.done !== undefined} onPress={() => void saved.start()}>
          {t('journal.csv')}
        </Button>
        <PrintNamed named={named} isReady={isWhole} count={entries.length} />
        <Button look="main" keys="Control+KeyP" onPress={() => print()}>
          {t('journal.print')}
        </Button>
      </div>
      {from > to && (
        <p className="d-warn" role="alert">
          {t('journal.reversed')}
        </p>
      )}
      <Problem problem={saved.failure} onAgain={() => void saved.start()} />
      {error && <NotLoaded error={error} onAgain={again} />}
      <article className="a4" aria-label={props.label}>
        <div className="a4-head">
          <p>{district.name}</p>
          <h2>{heading}</h2>
          <p className="num">{`${fullDate(from)} — ${fullDate(to)}`}</p>
        </div>
        <DataTable
          look="journal"
          label={heading}
          columns={withApplicants(columns, of, named.named)}
          rows={entries}
          idOf={({ id }) => id}
        />
        {isWhole && <p className="a4-sum">{t('journal.sum', { count: entries.length })}</p>}
        <div className="a4-foot">
          <p>{t('journal.kept')}</p>
          <p className="muted">{noteOf(named.named, props.note)}</p>
          <p className="num">{t('journal.printed', { at: momentIn(district.zone, new Date().toISOString()) })}</p>
        </div>
      </article>
    </main>
  );
}

function Days({ from, to }: { readonly from: string; readonly to: string }) {
  const { set } = useAddress();
  const ends = [
    ['from', from],
    ['to', to],
  ] as const;
  return ends.map(([name, value]) => (
    <input
      key={name}
      type="date"
      className="d-date num"
      aria-label={t(`journal.${name}Day`)}
      value={value}
      onChange={({ target }) => set({ [name]: target.value }, { replace: true })}
    />
  ));
}
