import { memo, useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { LiveList } from '../../frame/live-list.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import type { Column } from '../../parts/data-table/column.js';
import { HeadCell, type Sorted } from '../../parts/data-table/data-head.js';
import { classOf } from '../../parts/data-table/data-row.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import { PhoneRow } from './phone-row.js';
import type { RowAct } from './row-acts.js';
import { useSeenRows, type SeenRows } from './use-seen-rows.js';
import { nextOrder } from '../../frame/worklist-filter.js';
import type { ShownItem } from './worklist-columns.js';
import { WorklistRow } from './worklist-row.js';

/** The next page is asked for when so many rows are left below. */
const ROWS_AHEAD = 60;

export interface GridProps {
  readonly columns: readonly Column<ShownItem>[];
  readonly list: LiveList<ListItem>;
  readonly order: AppealOrder;
  readonly today: string;
  readonly narrow: boolean;
  readonly cursor: string | undefined;
  readonly picked: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, RowAct>;
  readonly empty: React.ReactNode;
  readonly hrefOf: (item: ListItem) => string;
  readonly onPick: (id: string) => void;
  readonly onPickTo: (id: string) => void;
  readonly onPickAll: () => void;
  readonly onPoint: (id: string) => void;
  readonly onOrder: (order: AppealOrder) => void;
  readonly onNearEnd: () => void;
}

/**
 * The rows that are seen, out of up to ten thousand, each at its place. They are a table by their roles and no table by
 * their layout: a table would measure all its rows whenever one comes into sight.
 */
export function WorklistGrid(props: GridProps) {
  const { list, cursor, narrow, columns } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeenRows(scroller, list.rows.length, narrow);
  useCursorInSight(cursor, list, seen.bring, scroller);
  useNextPage(seen.to, props);
  const Row = narrow ? PhoneRow : WorklistRow;
  const tracks = useMemo(() => ({ '--tracks': columns.map(({ width }) => width).join(' ') }), [columns]);
  return (
    <div className="wl-scroll" ref={scroller}>
      <table
        role="table"
        className={narrow ? 'grid rows is-phone' : 'grid rows'}
        style={tracks as CSSProperties}
        aria-rowcount={list.total + 1}
      >
        {!narrow && (
          <Head
            columns={columns}
            order={props.order}
            isAllPicked={list.rows.length > 0 && props.picked.size >= list.rows.length}
            onOrder={props.onOrder}
            onPickAll={props.onPickAll}
          />
        )}
        <tbody role="rowgroup" style={{ height: list.rows.length * seen.height }}>
          {list.rows.length === 0 && <EmptyRow>{props.empty}</EmptyRow>}
          {list.rows.slice(seen.from, seen.to).map((item, at) => (
            <Row
              key={item.id}
              columns={columns}
              list={list}
              item={item}
              index={seen.from + at + 1}
              top={(seen.from + at) * seen.height}
              href={props.hrefOf(item)}
              today={props.today}
              picked={props.picked.has(item.id)}
              current={item.id === cursor}
              left={list.left.has(item.id)}
              act={props.acts.get(item.id)}
              onPick={props.onPick}
              onPickTo={props.onPickTo}
              onPoint={props.onPoint}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useNextPage(drawnTo: SeenRows['to'], { list, onNearEnd }: GridProps): void {
  const count = list.rows.length;
  useEffect(() => {
    if (drawnTo + ROWS_AHEAD >= count) onNearEnd();
  }, [drawnTo, count, onNearEnd]);
}

function EmptyRow({ children }: { readonly children: React.ReactNode }) {
  return (
    <tr role="row" className="is-empty">
      <td role="cell">{children}</td>
    </tr>
  );
}

interface HeadProps extends Pick<GridProps, 'columns' | 'order' | 'onOrder' | 'onPickAll'> {
  readonly isAllPicked: boolean;
}

/** The orders of the server, by the column that shows them: the one that a press begins with, and its opposite. */
const ORDERS: Readonly<Record<string, Partial<Record<AppealOrder, 'asc' | 'desc'>>>> = {
  date: { NEWEST: 'desc', OLDEST: 'asc' },
  left_: { DEADLINE: 'asc', DEADLINE_REVERSED: 'desc' },
};

const Head = memo(function Head({ columns, order, isAllPicked, onOrder, onPickAll }: HeadProps) {
  const sortedBy = (id: string): Sorted => ({
    getIsSorted: () => ORDERS[id]?.[order] ?? false,
    toggleSorting: () => onOrder(nextOrder(order, id === 'date' ? 'NEWEST' : 'DEADLINE')),
  });
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" scope="col">
          <input type="checkbox" aria-label={t('worklist.pickAll')} checked={isAllPicked} onChange={onPickAll} />
        </th>
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            role="columnheader"
            className={`c-${column.id} ${classOf(column)}`.trim()}
            column={column}
            sorted={sortedBy(column.id)}
          />
        ))}
      </tr>
    </thead>
  );
});

/** The row of the cursor is seen and has the focus, if the focus is in the list. */
function useCursorInSight(
  cursor: string | undefined,
  list: LiveList<ListItem>,
  bring: SeenRows['bring'],
  scroller: React.RefObject<HTMLDivElement | null>,
): void {
  const known = useRef(cursor);
  const frame = useRef(0);
  useLayoutEffect(() => {
    if (known.current === cursor || cursor === undefined) return;
    known.current = cursor;
    bring(list.placeOf(cursor) ?? 0);
    // Of several keys in one frame the last row alone takes the focus: each focus lays out the page.
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const { activeElement, body } = document;
      const element = scroller.current;
      if (!element || (activeElement !== body && !element.contains(activeElement))) return;
      element.querySelector<HTMLElement>(`[data-row="${cursor}"]`)?.focus({ preventScroll: true });
    });
  }, [cursor, list, bring, scroller]);
}
