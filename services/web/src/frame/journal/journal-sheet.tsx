import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useAddress } from '../address.js';
import { csvText, saveFile } from '../csv.js';
import { useDistrict } from '../district.js';
import { rememberScreen } from '../list-memory.js';
import { useWholeList } from '../whole-list.js';
import { t } from '../../words/words.js';
import { Button } from '../../parts/button.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { NotLoaded } from '../queue/not-loaded.js';
import { useSettled } from '../../parts/use-settled.js';
import { useJournal, type ReadJournal } from './use-journal.js';
import './journal.css';

/** A day is typed digit by digit, and each digit makes another day. */
const TYPING_RESTS_MS = 600;

export interface JournalProps<Entry, Column extends string> {
  readonly title: string;
  readonly heading: string;
  /** The table's name for who cannot see it. */
  readonly label: string;
  readonly fileName: string;
  /** Under the table, beside who kept it. */
  readonly note: string;
  readonly columns: readonly Column[];
  readonly head: (column: Column) => string;
  /** The row in words: what is seen is what is printed and what is saved. */
  readonly row: (entry: Entry) => Readonly<Record<Column, string>>;
  /** A cell with more than its words. */
  readonly cell?: (entry: Entry, column: Column) => ReactNode | undefined;
  /** Called again when it is another. */
  readonly read: ReadJournal<Entry>;
}

/** A journal of some days: a leaf on the screen and on paper. */
export function JournalSheet<Entry extends { readonly id: string }, Column extends string>(
  props: JournalProps<Entry, Column>,
) {
  const district = useDistrict();
  const { get } = useAddress();
  const [, navigate] = useLocation();
  const today = dayIn(district.zone, Date.now());
  const from = get('from') || `${today.slice(0, 8)}01`;
  const to = get('to') || today;
  const { title, columns, head, row, read } = props;
  const { entries, isWhole, error, again } = useJournal(read, useSettled(`${from} ${to}`, TYPING_RESTS_MS));
  useEffect(() => rememberScreen(`${location.pathname}?from=${from}&to=${to}`, title), [from, to, title]);
  // Reloaded and not taken from the screen: the server records who saved which days.
  const saved = useWholeList<Entry>(
    (after) => read({ from, to, after, export: true }),
    (whole) => {
      const cells = whole.map((entry) => columns.map((column) => row(entry)[column].replaceAll('\n', ' ')));
      saveFile(`${props.fileName}-${from}-${to}.csv`, csvText([columns.map(head), ...cells]));
    },
  );
  return (
    <main className="journal-screen" id="main">
      <div className="top">
        <Button look="plain" keys="Escape" onPress={() => navigate(`/desk/${district.code}`)}>
          {t('journal.back')}
        </Button>
        <h1>{title}</h1>
        <Days from={from} to={to} />
        <span className="muted" role="status">
          {isWhole || error ? '' : t('frame.loading')}
        </span>
        <span className="is-end" />
        <Button disabled={saved.done !== undefined} onPress={() => void saved.start()}>
          {t('journal.csv')}
        </Button>
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
          <h2>{props.heading}</h2>
          <p className="num">{`${fullDate(from)} — ${fullDate(to)}`}</p>
        </div>
        <Table {...props} entries={entries} />
        {isWhole && <p className="a4-sum">{t('journal.sum', { count: entries.length })}</p>}
        <div className="a4-foot">
          <p>{t('journal.kept')}</p>
          <p className="muted">{props.note}</p>
          <p className="num">{t('journal.printed', { at: momentIn(district.zone, new Date().toISOString()) })}</p>
        </div>
      </article>
    </main>
  );
}

function Table<Entry extends { readonly id: string }, Column extends string>({
  heading,
  columns,
  head,
  row,
  cell,
  entries,
}: JournalProps<Entry, Column> & { readonly entries: readonly Entry[] }) {
  return (
    <div className="a4-table" tabIndex={0} role="group" aria-label={heading}>
      <table className="journal">
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={`j-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {head(column)}
              </th>
            ))}
          </tr>
          <tr className="j-no">
            {columns.map((column, at) => (
              <td key={column}>{at + 1}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const words = row(entry);
            return (
              <tr key={entry.id}>
                {columns.map((column) => (
                  <td key={column}>{cell?.(entry, column) ?? words[column]}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
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
