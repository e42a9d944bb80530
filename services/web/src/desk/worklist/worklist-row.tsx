import { memo } from 'react';
import { ChannelChip } from '../../parts/channel.js';
import { dayMonth } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shortDepartment, shortSettlement, surname } from '../../parts/names.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import type { RowAct } from './row-acts.js';

export interface RowProps {
  readonly item: ListItem;
  /** From 1, among all rows of the list. */
  readonly index: number;
  readonly href: string;
  readonly today: string;
  readonly picked: boolean;
  readonly current: boolean;
  /** It is no longer of this list; it stays until the list is renewed. */
  readonly left: boolean;
  readonly act: RowAct | undefined;
  readonly onPick: (id: string) => void;
  readonly onPoint: (id: string) => void;
}

/** A row of the grid. It is flat on purpose: twenty of them change under twenty updates a second. */
export const WorklistRow = memo(function WorklistRow(props: RowProps) {
  const { item, current, left, href } = props;
  return (
    <tr className={looks(props)} aria-rowindex={props.index + 1} onClick={() => props.onPoint(item.id)}>
      <td>
        <input
          type="checkbox"
          checked={props.picked}
          tabIndex={-1}
          aria-label={t('worklist.pick', { number: item.number })}
          onChange={() => props.onPick(item.id)}
        />
      </td>
      <td>
        <a
          href={href}
          data-row={item.id}
          tabIndex={current ? 0 : -1}
          aria-label={`${item.shortNumber}, ${item.number}`}
        >
          {item.shortNumber}
        </a>
      </td>
      <td className="muted">{dayMonth(item.date)}</td>
      <td>
        <ChannelChip channel={item.channel} />
      </td>
      <td>
        <span className="gist-line">
          <b className="gist">{item.gist ?? t('worklist.noText')}</b>
          <span className="muted">{item.settlement && shortSettlement(item.settlement)}</span>
        </span>
      </td>
      <ExecutorCell item={item} />
      <td>{left ? t('worklist.left') : t(item.stage)}</td>
      <RowTerm {...props} />
      <td className="muted n">{item.dueOn && dayMonth(item.dueOn)}</td>
    </tr>
  );
});

function looks({ picked, current, left }: RowProps): string {
  return [picked && 'is-picked', current && 'is-cursor', left && 'is-left'].filter(Boolean).join(' ');
}

function ExecutorCell({ item }: { readonly item: ListItem }) {
  return (
    <td>
      {item.executor && `${surname(item.executor)} `}
      <span className="muted">{item.department ? shortDepartment(item.department.name) : '—'}</span>
    </td>
  );
}

/** The term, or what became of the act on the row. */
export function RowTerm({ item, today, act }: Pick<RowProps, 'item' | 'today' | 'act'>) {
  if (act) return <ActWords act={act} />;
  return <td>{item.dueOn && <Deadline dueOn={item.dueOn} today={today} />}</td>;
}

function ActWords({ act }: { readonly act: RowAct }) {
  const words = {
    sending: t('worklist.actSending'),
    waiting: t('worklist.actWaiting'),
    done: t('worklist.actDone'),
    failed: t('worklist.actFailed'),
  }[act.state];
  return (
    <td className={act.state === 'waiting' || act.state === 'failed' ? 'attn' : ''} title={act.message}>
      {words}
    </td>
  );
}
