import { titlesOfOldJournalRowFault } from '../../../generated/titles.js';
import { language, t } from '../../../words/words.js';
import { alikeFaults, type Alike } from './alike-faults.js';
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

const NAMED_ROWS = 10;

function places([first, ...others]: Alike<RowFault>): string {
  const column = first.column ?? '';
  if (others.length === 0) return t('oldJournal.place', { row: first.row, column });
  const rows = [first, ...others].map(({ row }) => row);
  const named = rows.slice(0, NAMED_ROWS).join(', ');
  const more = rows.length - NAMED_ROWS;
  return t('oldJournal.places', { rows: more > 0 ? t('oldJournal.andMore', { rows: named, more }) : named, column });
}

export function FaultList({ faults }: { readonly faults: readonly RowFault[] }) {
  return (
    <ul className="oj-faults">
      {alikeFaults(faults).map((alike) => {
        const [fault] = alike;
        return (
          <li key={`${fault.row} ${fault.column} ${fault.code}`} className={fault.isRefused ? 'is-refused' : ''}>
            <b className="num">{places(alike)}</b> {faultWords(fault)}
            {fault.isRefused && <span className="attn"> {t('oldJournal.notTaken')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
