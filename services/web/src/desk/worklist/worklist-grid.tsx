import { useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '../../words/words.js';
import type { ListItem } from './list-item.js';
import type { RowAct } from './row-acts.js';
import { nextOrder } from './worklist-filter.js';
import { WorklistRow } from './worklist-row.js';
import { PhoneRow } from './phone-row.js';
import type { AppealOrder } from '../../generated/enumerations.js';

const OVERSCAN = 8;
/** The next page is asked for when so many rows are left below. */
const ROWS_AHEAD = 60;
const ROW_REM = { dense: 2, roomy: 2.5, phone: 5.75 } as const;

export interface GridProps {
  readonly items: readonly ListItem[];
  readonly total: number;
  readonly order: AppealOrder;
  readonly today: string;
  readonly narrow: boolean;
  readonly cursor: string | undefined;
  readonly picked: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, RowAct>;
  readonly empty: React.ReactNode;
  readonly hrefOf: (item: ListItem) => string;
  readonly onPick: (id: string) => void;
  readonly onPickAll: () => void;
  readonly onPoint: (id: string) => void;
  readonly onOrder: (order: AppealOrder) => void;
  readonly onNearEnd: () => void;
}

/** The rows that are seen, out of up to ten thousand; the rest is the height of two empty rows. */
export function WorklistGrid(props: GridProps) {
  const { items, cursor, narrow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(narrow),
    overscan: OVERSCAN,
    // A render inside the scroll event blocks it.
    useFlushSync: false,
  });
  useCursorInSight(cursor, items, rows, scroller);
  const seen = rows.getVirtualItems();
  const { above, below, lastIndex } = around(seen, rows.getTotalSize());
  useNextPage(lastIndex, props);
  const Row = narrow ? PhoneRow : WorklistRow;
  return (
    <div className="wl-scroll" ref={scroller}>
      <table className={narrow ? 'grid is-phone' : 'grid'} aria-rowcount={props.total + 1}>
        {!narrow && <Columns />}
        {!narrow && <Head {...props} />}
        <tbody>
          {items.length === 0 && <EmptyRow>{props.empty}</EmptyRow>}
          <Space height={above} />
          {seen.map(({ index }) => {
            const item = items[index]!;
            return (
              <Row
                key={item.id}
                item={item}
                index={index + 1}
                href={props.hrefOf(item)}
                today={props.today}
                picked={props.picked.has(item.id)}
                current={item.id === cursor}
                left={props.left.has(item.id)}
                act={props.acts.get(item.id)}
                onPick={props.onPick}
                onPoint={props.onPoint}
              />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Heights of what is not drawn. */
function around(
  seen: readonly { readonly index: number; readonly start: number; readonly end: number }[],
  all: number,
) {
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return { above: 0, below: all, lastIndex: 0 };
  return { above: first.start, below: all - last.end, lastIndex: last.index };
}

function useNextPage(lastSeen: number, { items, onNearEnd }: GridProps): void {
  useEffect(() => {
    if (lastSeen + ROWS_AHEAD >= items.length) onNearEnd();
  }, [lastSeen, items.length, onNearEnd]);
}

function EmptyRow({ children }: { readonly children: React.ReactNode }) {
  return (
    <tr>
      <td colSpan={9}>{children}</td>
    </tr>
  );
}

function Columns() {
  return (
    <colgroup>
      {['c1', 'c2', 'c3', 'c4', '', 'c6', 'c7', 'c8', 'c9'].map((name, at) => (
        <col key={at} className={name} />
      ))}
    </colgroup>
  );
}

function Head({ items, picked, order, onOrder, onPickAll }: GridProps) {
  const sorted = (column: 'DEADLINE' | 'NEWEST') => {
    if (order === 'DEADLINE' || order === 'OLDEST') return sortOf(column, order, 'ascending');
    return sortOf(column, order, 'descending');
  };
  const byDate = sorted('NEWEST');
  const byTerm = sorted('DEADLINE');
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={t('worklist.pickAll')}
            checked={items.length > 0 && picked.size >= items.length}
            onChange={onPickAll}
          />
        </th>
        <th scope="col">{t('worklist.number')}</th>
        <th scope="col" aria-sort={byDate}>
          <SortButton title={t('worklist.date')} sort={byDate} onPress={() => onOrder(nextOrder(order, 'NEWEST'))} />
        </th>
        <th scope="col">{t('worklist.from')}</th>
        <th scope="col">{t('worklist.gist')}</th>
        <th scope="col">{t('worklist.executor')}</th>
        <th scope="col">{t('worklist.stage')}</th>
        <th scope="col" aria-sort={byTerm}>
          <SortButton title={t('worklist.left_')} sort={byTerm} onPress={() => onOrder(nextOrder(order, 'DEADLINE'))} />
        </th>
        <th scope="col" className="n">
          {t('worklist.dueOn')}
        </th>
      </tr>
    </thead>
  );
}

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

function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="space">
      <td colSpan={9} style={{ height }} />
    </tr>
  );
}

function rowHeight(narrow: boolean): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  const density = document.documentElement.dataset['density'] === 'roomy' ? 'roomy' : 'dense';
  return Number.parseFloat(fontSize) * ROW_REM[narrow ? 'phone' : density];
}

/** The row of the cursor is seen and has the focus, if the focus is in the list. */
function useCursorInSight(
  cursor: string | undefined,
  items: readonly ListItem[],
  rows: { readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void },
  scroller: React.RefObject<HTMLDivElement | null>,
): void {
  const known = useRef(cursor);
  useEffect(() => {
    if (known.current === cursor || cursor === undefined) return;
    known.current = cursor;
    rows.scrollToIndex(
      items.findIndex(({ id }) => id === cursor),
      { align: 'auto' },
    );
    requestAnimationFrame(() => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${cursor}"]`);
      if (document.activeElement === document.body || scroller.current?.contains(document.activeElement))
        link?.focus({ preventScroll: true });
    });
  }, [cursor, items, rows, scroller]);
}
