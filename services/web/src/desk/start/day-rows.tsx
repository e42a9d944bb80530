import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import type { WorklistCode } from '../../frame/worklists.js';
import { shownGist, type Gisted } from '../../parts/gist.js';
import { shortSettlement } from '../../parts/names.js';
import { OwnPart } from '../../parts/own-part.js';
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
  /** The reader's part of the answer as a co-executor. */
  readonly ownPart?: { readonly until: string | null; readonly doneAt: string | null } | null;
  /** Lists of the day that hold it, too. */
  readonly also?: readonly WorklistCode[];
}

interface RowsProps {
  readonly rows: readonly DayRow[];
  /** At the end of the first row: the next step of the day. */
  readonly next?: ReactNode;
}

/** The number leads to the card; the term is at the end in words. */
export function DayRows({ rows, next }: RowsProps) {
  return (
    <ul className="day-rows">
      {rows.map((row, at) => (
        <Row key={row.id} row={row} next={at === 0 ? next : undefined} />
      ))}
    </ul>
  );
}

export function cardHref(district: string, { id, appeal }: Pick<DayRow, 'id' | 'appeal'>): string {
  return `/desk/${district}/card/${appeal}${id === appeal ? '' : `?question=${id}`}`;
}

function Row({ row, next }: { readonly row: DayRow; readonly next: ReactNode }) {
  const { code } = useDistrict();
  const { settlement, also = [] } = row;
  return (
    <li className={next ? 'is-next' : undefined}>
      <Link className="num" href={cardHref(code, row)}>
        {shortNumber(row)}
      </Link>
      <span className="day-gist">
        <b>{shownGist(row) ?? t('worklist.noText')}</b>{' '}
        {settlement && <span className="muted">{shortSettlement(settlement.name)}</span>}
        <OwnPart part={row.ownPart} />
        {also.length > 0 && (
          <small className="muted">
            {t('start.also', { lists: also.map((code) => t(`frame.list${code}`)).join(', ') })}
          </small>
        )}
      </span>
      <Term of={row} />
      {next ?? (
        <Link
          className="d-button"
          href={cardHref(code, row)}
          aria-label={t('start.openOf', { number: shortNumber(row) })}
        >
          {t('start.open')}
        </Link>
      )}
    </li>
  );
}

/** In words; it keeps its place where there is none. */
function Term({ of: { dueOn, dueAt } }: { readonly of: DayRow }) {
  const { zone } = useDistrict();
  if (!dueOn) return <span />;
  return (
    <span className="day-term">
      <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />
    </span>
  );
}
