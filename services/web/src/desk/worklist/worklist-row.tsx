import { memo, useSyncExternalStore } from 'react';
import { useDistrict } from '../../frame/district.js';
import type { LiveList } from '../../frame/live-list.js';
import type { Column } from '../../parts/data-table/column.js';
import { classOf, contentOf } from '../../parts/data-table/data-row.js';
import { useDeadlineWords } from '../../parts/deadline.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import type { RowAct } from './row-acts.js';
import type { ShownItem } from './worklist-columns.js';

export interface RowProps {
  readonly columns: readonly Column<ShownItem>[];
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
  const { current, left, href, act, today, columns } = props;
  const item = useLiveRow(props);
  const { zone } = useDistrict();
  const { dueOn, dueAt } = item;
  const deadline = useDeadlineWords(dueOn === undefined ? undefined : { dueOn, dueAt }, today);
  const shown = { item, zone, href, current, left, act, deadline };
  return (
    <tr
      role="row"
      className={looks(props, deadline?.look === 'late')}
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
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          className={classOf(column, shown) || undefined}
          title={column.tip?.(shown) || undefined}
        >
          {contentOf(column, shown)}
        </td>
      ))}
    </tr>
  );
});

function looks({ picked, current, left }: RowProps, isLate: boolean): string {
  return [picked && 'is-picked', current && 'is-cursor', left && 'is-left', isLate && 'is-late']
    .filter(Boolean)
    .join(' ');
}
