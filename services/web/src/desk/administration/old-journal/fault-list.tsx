import { titlesOfOldJournalRowFault } from '../../../generated/titles.js';
import { language, t } from '../../../words/words.js';
import type { ReadFile } from './chosen-file.js';

export type RowFault = ReadFile['sheets'][number]['faults'][number];

/** What is wrong, in words; an earlier row with the same number is named. */
export function faultWords({ code, text, likeRow, likeSheet }: RowFault): string {
  const words = titlesOfOldJournalRowFault[code][language];
  const like =
    likeRow === null || likeRow === undefined
      ? ''
      : ` (${t('oldJournal.like', { sheet: likeSheet ?? '', row: likeRow })})`;
  return `${text ? `«${text}»: ` : ''}${words}${like}`;
}

export function FaultList({ faults }: { readonly faults: readonly RowFault[] }) {
  return (
    <ul className="oj-faults">
      {faults.map((fault) => (
        <li key={`${fault.row} ${fault.column} ${fault.code}`} className={fault.isRefused ? 'is-refused' : ''}>
          <b className="num">{t('oldJournal.place', { row: fault.row, column: fault.column ?? '' })}</b>{' '}
          {faultWords(fault)}
          {fault.isRefused && <span className="attn"> {t('oldJournal.notTaken')}</span>}
        </li>
      ))}
    </ul>
  );
}
