import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { LiveList } from '../../frame/live-list.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import { PhoneRow } from './phone-row.js';
import type { RowAct } from './row-acts.js';
import { useSeenRows, type SeenRows } from './use-seen-rows.js';
import { nextOrder } from '../../frame/worklist-filter.js';
import { WorklistRow } from './worklist-row.js';

/** The next page is asked for when so many rows are left below. */
const ROWS_AHEAD = 60;

export interface GridProps {
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
  const { list, cursor, narrow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeenRows(scroller, list.rows.length, narrow);
  useCursorInSight(cursor, list, seen.bring, scroller);
  useNextPage(seen.to, props);
  const Row = narrow ? PhoneRow : WorklistRow;
  return (
    <div className="wl-scroll" ref={scroller}>
      <table role="table" className={narrow ? 'grid rows is-phone' : 'grid rows'} aria-rowcount={list.total + 1}>
        {!narrow && (
          <Head
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

interface HeadProps extends Pick<GridProps, 'order' | 'onOrder' | 'onPickAll'> {
  readonly isAllPicked: boolean;
}

const Head = memo(function Head({ order, isAllPicked, onOrder, onPickAll }: HeadProps) {
  const sorted = (column: 'DEADLINE' | 'NEWEST') => {
    if (order === 'DEADLINE' || order === 'OLDEST') return sortOf(column, order, 'ascending');
    return sortOf(column, order, 'descending');
  };
  const byDate = sorted('NEWEST');
  const byTerm = sorted('DEADLINE');
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" scope="col">
          <input type="checkbox" aria-label={t('worklist.pickAll')} checked={isAllPicked} onChange={onPickAll} />
        </th>
        <th role="columnheader" scope="col">
          {t('worklist.number')}
        </th>
        <th role="columnheader" scope="col" aria-sort={byDate}>
          <SortButton title={t('worklist.date')} sort={byDate} onPress={() => onOrder(nextOrder(order, 'NEWEST'))} />
        </th>
        <th role="columnheader" scope="col">
          {t('worklist.from')}
        </th>
        <th role="columnheader" scope="col">
          {t('worklist.gist')}
        </th>
        <th role="columnheader" scope="col">
          {t('worklist.executor')}
        </th>
        <th role="columnheader" scope="col">
          {t('worklist.stage')}
        </th>
        <th role="columnheader" scope="col" aria-sort={byTerm}>
          <SortButton title={t('worklist.left_')} sort={byTerm} onPress={() => onOrder(nextOrder(order, 'DEADLINE'))} />
        </th>
        <th role="columnheader" scope="col" className="n">
          {t('worklist.dueOn')}
        </th>
      </tr>
    </thead>
  );
});

type Sort = 'ascending' | 'descending' | 'none';

function sortOf(column: 'DEADLINE' | 'NEWEST', order: AppealOrder, direction: 'ascending' | 'descending'): Sort {
  const ofColumn = column === 'DEADLINE' ? order.startsWith('DEADLINE') : order === 'NEWEST' || order === 'OLDEST';
  return ofColumn ? direction : 'none';
}

function SortButton(props: { readonly title: string; readonly sort: Sort; readonly onPress: () => void }) {
  const arrow = { ascending: ' ↑', descending: ' ↓', none: '' }[props.sort];
  return (
    <button type="button" className="sort" onClick={props.onPress}>
      {props.title}
      {arrow}
    </button>
  );
}

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
