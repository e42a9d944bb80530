import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { deadlineWords } from '../../parts/deadline-words.js';
import type { WorklistCode } from '../../frame/worklists.js';
import { shownGist, type Gisted } from '../../parts/gist.js';
import { shortSettlement } from '../../parts/names.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';

/** A question, or an appeal, with its card. */
export interface DayRow extends Gisted {
  readonly id: string;
  readonly appeal: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly settlement: { readonly name: string } | null;
  /** Lists of the day that hold it, too. */
  readonly also?: readonly WorklistCode[];
}

/** The number leads to the card; the term is at the end in words. */
export function DayRows({ rows }: { readonly rows: readonly DayRow[] }) {
  return (
    <ul className="day-rows">
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: DayRow }) {
  const { code, zone } = useDistrict();
  const { id, appeal, settlement, also = [], dueOn, dueAt } = row;
  const words = dueOn && deadlineWords({ dueOn, dueAt }, { today: dayIn(zone, Date.now()), zone });
  return (
    <li>
      <Link className="num" href={`/desk/${code}/card/${appeal}${id === appeal ? '' : `?question=${id}`}`}>
        {shortNumber(row)}
      </Link>
      <span className="day-gist">
        <b>{shownGist(row) ?? t('worklist.noText')}</b>{' '}
        {settlement && <span className="muted">{shortSettlement(settlement.name)}</span>}
        {also.length > 0 && (
          <small className="muted">
            {t('start.also', { lists: also.map((code) => t(`frame.list${code}`)).join(', ') })}
          </small>
        )}
      </span>
      <span className={words ? words.look : ''}>{words && t(words.id, { count: words.count, time: words.time })}</span>
    </li>
  );
}
