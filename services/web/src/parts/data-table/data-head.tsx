import type { Column } from './column.js';
import { classOf } from './data-row.js';

/** What the library knows of a column's order. */
export interface Sorted {
  readonly getIsSorted: () => false | 'asc' | 'desc';
  readonly toggleSorting: () => void;
}

const ARIA = { asc: 'ascending', desc: 'descending' } as const;
const ARROWS = { ascending: ' ↑', descending: ' ↓', none: '' } as const;

/** Widths and names of the columns; a journal numbers them. */
export function Head<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly look: string;
  readonly sortedBy: (id: string) => Sorted | undefined;
}) {
  const { columns, look, sortedBy } = props;
  const isJournal = look === 'journal';
  return (
    <>
      {(isJournal || columns.some(({ width }) => width)) && (
        <colgroup>
          {columns.map(({ id, width, phone }) => (
            <col
              key={id}
              className={
                [isJournal && `j-${id}`, phone === 'hidden' && 'not-on-phone'].filter(Boolean).join(' ') || undefined
              }
              style={width === undefined ? undefined : { width }}
            />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sorted={sortedBy(column.id)} />
          ))}
        </tr>
        {isJournal && (
          <tr className="j-no">
            {columns.map(({ id }, at) => (
              <td key={id}>{at + 1}</td>
            ))}
          </tr>
        )}
      </thead>
    </>
  );
}

/** `role`: of a table whose layout is none. */
export function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sorted: Sorted | undefined;
  readonly role?: 'columnheader';
  readonly className?: string;
}) {
  const { column, sorted, role, className = classOf(column) } = props;
  const { title, sort, isTitleUnseen } = column;
  const direction = sorted?.getIsSorted();
  const words = isTitleUnseen ? <span className="unseen">{title}</span> : title;
  const order = sort === true ? (direction ? ARIA[direction] : 'none') : sort;
  return (
    <th scope="col" role={role} className={className || undefined} aria-sort={order}>
      {sort === true ? (
        <button type="button" className="sort" onClick={() => sorted?.toggleSorting()}>
          {words}
          {order && ARROWS[order]}
        </button>
      ) : (
        words
      )}
    </th>
  );
}
