import { memo, useSyncExternalStore } from 'react';
import { useDistrict } from '../../frame/district.js';
import type { LiveList } from '../../frame/live-list.js';
import { ChannelChip } from '../../parts/channel.js';
import { dayMonth } from '../../parts/dates.js';
import { useDeadlineWords } from '../../parts/deadline.js';
import { shortDepartment, shortSettlement, surname } from '../../parts/names.js';
import { DueFor, Reminder } from '../../parts/reminder.js';
import { t } from '../../words/words.js';
import { dateOf, type ListItem } from './list-item.js';
import type { RowAct } from './row-acts.js';

export interface RowProps {
  readonly list: LiveList<ListItem>;
  /** As the list was drawn; a change since then is in the list. */
  readonly item: ListItem;
  /** From 1, among all rows of the list. */
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  readonly href: string;
  readonly today: string;
  readonly picked: boolean;
  readonly current: boolean;
  /** It is no longer of this list; it stays until the list is renewed. */
  readonly left: boolean;
  readonly act: RowAct | undefined;
  readonly onPick: (id: string) => void;
  /** With Shift held: all from the row that was picked last. */
  readonly onPickTo: (id: string) => void;
  readonly onPoint: (id: string) => void;
}

/** The row as it is now: a live change draws this row and nothing else. */
export function useLiveRow({ list, item }: Pick<RowProps, 'list' | 'item'>): ListItem {
  return useSyncExternalStore(list.subscribe, () => list.row(item.id) ?? item);
}

/** A row of the grid. It is flat on purpose: a row comes into sight with each frame of a turning wheel. */
export const WorklistRow = memo(function WorklistRow(props: RowProps) {
  const { current, left, href } = props;
  const item = useLiveRow(props);
  const { zone } = useDistrict();
  return (
    <tr
      role="row"
      className={looks(props)}
      style={{ transform: `translateY(${props.top}px)` }}
      aria-rowindex={props.index + 1}
      onClick={() => props.onPoint(item.id)}
    >
      <td role="cell" className="is-whole">
        <input
          type="checkbox"
          checked={props.picked}
          tabIndex={-1}
          aria-label={t('worklist.pick', { number: item.number })}
          // Shift would mark the words between the two presses.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onChange={({ nativeEvent }) =>
            (nativeEvent as MouseEvent).shiftKey ? props.onPickTo(item.id) : props.onPick(item.id)
          }
        />
      </td>
      <td role="cell">
        <a
          href={href}
          data-row={item.id}
          tabIndex={current ? 0 : -1}
          aria-label={`${item.shortNumber}, ${item.number}`}
        >
          {item.shortNumber}
        </a>
      </td>
      <td role="cell" className="is-whole muted">
        {dayMonth(dateOf(item, zone))}
      </td>
      <td role="cell" className="is-whole">
        <ChannelChip channel={item.channel} />
      </td>
      <td role="cell" className="is-whole gist-line">
        <b className="gist">{item.gist ?? t('worklist.noText')}</b>
        <DueFor item={item} />
        <Reminder warning={item.warning} />
        {item.settlement && <span className="muted">{shortSettlement(item.settlement)}</span>}
      </td>
      <ExecutorCell item={item} />
      <td role="cell">{left ? t('worklist.left') : t(item.stage)}</td>
      <RowTerm item={item} today={props.today} act={props.act} />
      <td role="cell" className="is-whole muted n">
        {item.dueOn && dayMonth(item.dueOn)}
      </td>
    </tr>
  );
});

function looks({ picked, current, left }: RowProps): string {
  return [picked && 'is-picked', current && 'is-cursor', left && 'is-left'].filter(Boolean).join(' ');
}

function ExecutorCell({ item }: { readonly item: ListItem }) {
  return (
    <td role="cell">
      {item.executor && `${surname(item.executor)} `}
      <span className="muted">{item.department ? shortDepartment(item.department.name) : '—'}</span>
    </td>
  );
}

/** The term, or what became of the act on the row. */
export function RowTerm({ item, today, act }: Pick<RowProps, 'item' | 'today' | 'act'>) {
  const { dueOn, dueAt } = item;
  const words = useDeadlineWords(dueOn === undefined ? undefined : { dueOn, dueAt }, today);
  if (act) return <ActWords act={act} />;
  if (!words) return <td role="cell" />;
  const { id, count, time, look } = words;
  return (
    <td role="cell" className={look}>
      {t(id, { count, time })}
    </td>
  );
}

function ActWords({ act }: { readonly act: RowAct }) {
  const words = {
    sending: t('worklist.actSending'),
    waiting: t('worklist.actWaiting'),
    done: t('worklist.actDone'),
    failed: t('worklist.actFailed'),
  }[act.state];
  return (
    <td role="cell" className={act.state === 'waiting' || act.state === 'failed' ? 'attn' : ''} title={act.message}>
      {words}
    </td>
  );
}
