import { useState } from 'react';
import type { OldJournalColumnKind } from '../../../generated/enumerations.js';
import { titlesOfOldJournalColumnKind } from '../../../generated/titles.js';
import { Button } from '../../../parts/button.js';
import { language, t } from '../../../words/words.js';
import type { Chosen, ChosenOfSheet, ReadFile } from './chosen-file.js';
import { FaultList } from './fault-list.js';

type Sheet = ReadFile['sheets'][number];
type Column = Sheet['columns'][number];

const kinds = Object.entries(titlesOfOldJournalColumnKind) as readonly [
  OldJournalColumnKind,
  { readonly ru: string; readonly en: string },
][];

/** The columns of a sheet over its first rows; whichever was not recognised rightly is changed in its head. */
export function Columns(props: {
  readonly read: ReadFile;
  readonly chosen: Chosen;
  readonly isReading: boolean;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onTry: () => void;
}) {
  const { read, chosen, isReading, onChoose, onTry } = props;
  const [shown, show] = useState(() => read.sheets.find(({ missing }) => missing.length === 0)?.name);
  const sheet = read.sheets.find(({ name }) => name === shown) ?? read.sheets[0];
  if (!sheet) return null;
  const mine = chosen[sheet.name] ?? {};
  const doubtful = sheet.columns.filter(({ at, isByContent }) => isByContent && mine[at] === undefined).length;
  const taken = read.sheets.reduce((sum, one) => sum + one.taken, 0);
  return (
    <div className="oj-split">
      <section aria-label={t('oldJournal.COLUMNS')}>
        {read.sheets.length > 1 && <SheetTabs sheets={read.sheets} shown={sheet.name} onShow={show} />}
        <p>
          <b>{t(doubtful > 0 ? 'oldJournal.checkColumns' : 'oldJournal.recognised', { count: doubtful })}</b>{' '}
          {t('oldJournal.firstRows')}
        </p>
        {sheet.missing.length > 0 && (
          <p className="d-warn" role="alert">
            {t('oldJournal.missing', {
              columns: sheet.missing.map((kind) => titlesOfOldJournalColumnKind[kind][language]).join(', '),
            })}
          </p>
        )}
        <Preview sheet={sheet} chosen={mine} onChoose={(of) => onChoose({ ...chosen, [sheet.name]: of })} />
        <div className="d-bar d-gap2">
          <Button look="main" keys="Control+Enter" disabled={isReading || taken === 0} onPress={onTry}>
            {t('oldJournal.try')}
          </Button>
          <span className="muted">{t('oldJournal.tryStoresNothing')}</span>
        </div>
      </section>
      <aside aria-label={t('oldJournal.faults', { count: sheet.faultCount })}>
        <h2>{t('oldJournal.faults', { count: sheet.faultCount })}</h2>
        <FaultList faults={sheet.faults.slice(0, 8)} />
        {sheet.faultCount > 8 && <p className="muted">{t('oldJournal.moreFaults', { count: sheet.faultCount - 8 })}</p>}
        <p className="muted small d-gap2">{t('oldJournal.promise')}</p>
      </aside>
    </div>
  );
}

function SheetTabs(props: {
  readonly sheets: readonly Sheet[];
  readonly shown: string;
  readonly onShow: (name: string) => void;
}) {
  return (
    <div className="d-bar oj-sheets" role="group" aria-label={t('oldJournal.sheets')}>
      {props.sheets.map(({ name, rows, missing }) => (
        <button
          key={name}
          type="button"
          className="d-button"
          aria-pressed={name === props.shown}
          onClick={() => props.onShow(name)}
        >
          {name} <span className="num muted">{missing.length > 0 ? t('oldJournal.noJournal') : rows}</span>
        </button>
      ))}
    </div>
  );
}

function Preview(props: {
  readonly sheet: Sheet;
  readonly chosen: ChosenOfSheet;
  readonly onChoose: (chosen: ChosenOfSheet) => void;
}) {
  const { sheet, chosen, onChoose } = props;
  const wrong = new Set(sheet.faults.map(({ row, column }) => `${row} ${column}`));
  return (
    <div className="oj-scroll" tabIndex={0} role="region" aria-label={t('oldJournal.preview', { sheet: sheet.name })}>
      <table className="oj-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('oldJournal.row')}
            </th>
            {sheet.columns.map((column) => (
              <th key={column.at} scope="col">
                <span className="muted">{column.title || column.letters}</span>
                <KindOf
                  column={column}
                  isDoubtful={column.isByContent && chosen[column.at] === undefined}
                  onKind={(kind) => onChoose({ ...without(chosen, kind), [column.at]: kind })}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sample.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row" className="num muted">
                {row}
              </th>
              {sheet.columns.map(({ at, letters }) => (
                <td key={at} className={wrong.has(`${row} ${letters}`) ? 'is-wrong' : ''}>
                  {cells[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One column has a kind: where another one is chosen for it, the former is as it was recognised. */
function without(chosen: ChosenOfSheet, kind: OldJournalColumnKind): ChosenOfSheet {
  if (kind === 'NONE') return chosen;
  return Object.fromEntries(
    Object.entries(chosen).map(([at, one]) => [at, one === kind ? 'NONE' : one]),
  ) as ChosenOfSheet;
}

function KindOf(props: {
  readonly column: Column;
  readonly isDoubtful: boolean;
  readonly onKind: (kind: OldJournalColumnKind) => void;
}) {
  const { column, isDoubtful, onKind } = props;
  return (
    <select
      className={isDoubtful ? 'is-doubtful' : ''}
      aria-label={t('oldJournal.kindOf', { letters: column.letters, title: column.title })}
      value={column.kind}
      onChange={({ target }) => onKind(target.value as OldJournalColumnKind)}
    >
      {kinds.map(([kind, titles]) => (
        <option key={kind} value={kind}>
          {titles[language]}
        </option>
      ))}
    </select>
  );
}
