import { useState } from 'react';
import { saveRows } from '../../../frame/csv.js';
import { Button } from '../../../parts/button.js';
import { column } from '../../../parts/data-table/column.js';
import { t } from '../../../words/words.js';
import type { ReadFile } from './chosen-file.js';
import { FaultList, faultWords, type RowFault } from './fault-list.js';

/** What the import would do: counts, numbers, every fault. The last number of the present year is confirmed. */
export function Trial(props: { readonly read: ReadFile; readonly onBack: () => void; readonly onTake: () => void }) {
  const { read, onBack, onTake } = props;
  const [isConfirmed, confirm] = useState(false);
  const present = read.numbers.find(({ isPresent }) => isPresent);
  const journals = read.sheets.filter(({ missing }) => missing.length === 0);
  const sum = (of: (sheet: ReadFile['sheets'][number]) => number) => journals.reduce((all, one) => all + of(one), 0);
  const taken = sum((one) => one.taken);
  const fresh = taken - read.known;
  return (
    <section aria-label={t('oldJournal.TRIAL')}>
      <dl className="oj-figures">
        <Figure
          title={t('oldJournal.inFile')}
          value={sum((one) => one.rows)}
          note={t('oldJournal.alsoEmpty', { empty: sum((one) => one.empty), leftOut: sum((one) => one.leftOut) })}
        />
        <Figure title={t('oldJournal.toTake')} value={fresh} note={t('oldJournal.sameNumbers')} />
        <Figure title={t('oldJournal.known')} value={read.known} note={t('oldJournal.knownStay')} />
        <Figure
          title={t('oldJournal.refused')}
          value={sum((one) => one.rows) - taken}
          note={t('oldJournal.refusedBelow')}
        />
      </dl>
      <h2>{t('oldJournal.numbers')}</h2>
      <ul>
        {read.numbers.map(({ year, first, last, count, absent }) => (
          <li key={year} className="num">
            {t('oldJournal.numbersOf', { year: String(year), count, first: String(first), last: String(last) })}{' '}
            {absent.length === 0 ? t('oldJournal.noneAbsent') : t('oldJournal.absent', { numbers: absent.join(', ') })}
          </li>
        ))}
      </ul>
      {present && (
        <label className="d-check d-gap">
          <input type="checkbox" checked={isConfirmed} onChange={({ target }) => confirm(target.checked)} />{' '}
          {t('oldJournal.confirmLast', {
            year: String(present.year),
            last: String(present.last),
            next: String(present.last + 1),
          })}
        </label>
      )}
      <div className="d-bar d-gap2">
        <Button
          look="main"
          keys="Control+Enter"
          disabled={fresh === 0 || (present !== undefined && !isConfirmed)}
          onPress={onTake}
        >
          {t('oldJournal.take', { count: fresh })}
        </Button>
        <Button onPress={onBack}>{t('oldJournal.backToColumns')}</Button>
      </div>
      {journals.map((sheet) => (
        <Faults key={sheet.name} sheet={sheet} isNamed={journals.length > 1} />
      ))}
    </section>
  );
}

function Figure(props: { readonly title: string; readonly value: number; readonly note: string }) {
  return (
    <div>
      <dt className="muted">{props.title}</dt>
      <dd>
        <b className="num">{props.value}</b>
        <small className="muted">{props.note}</small>
      </dd>
    </div>
  );
}

function Faults({ sheet, isNamed }: { readonly sheet: ReadFile['sheets'][number]; readonly isNamed: boolean }) {
  const title = t('oldJournal.faults', { count: sheet.faultCount });
  if (sheet.faultCount === 0)
    return (
      <p className="d-gap2">
        {isNamed ? `${sheet.name}: ` : ''}
        {t('oldJournal.noFaults')}
      </p>
    );
  return (
    <section className="d-gap2" aria-label={`${sheet.name}: ${title}`}>
      <div className="d-bar">
        <h2>{isNamed ? `${sheet.name}. ${title}` : title}</h2>
        <Button onPress={() => saveRows(`${t('oldJournal.faultsFile')}.csv`, faultColumns(sheet.name), sheet.faults)}>
          {t('oldJournal.saveFaults')}
        </Button>
      </div>
      <FaultList faults={sheet.faults} />
      {sheet.faultCount > sheet.faults.length && (
        <p className="muted">{t('oldJournal.moreFaults', { count: sheet.faultCount - sheet.faults.length })}</p>
      )}
    </section>
  );
}

function faultColumns(sheet: string) {
  return [
    column<RowFault>('sheet', t('oldJournal.sheet'), () => sheet),
    column<RowFault>('row', t('oldJournal.row'), ({ row }) => row),
    column<RowFault>('column', t('oldJournal.column'), ({ column: letters }) => letters),
    column<RowFault>('fault', t('oldJournal.fault'), faultWords),
    column<RowFault>('taken', t('oldJournal.isTaken'), ({ isRefused }) =>
      t(isRefused ? 'oldJournal.no' : 'oldJournal.yes'),
    ),
  ];
}
