import { Fragment, type ReactNode } from 'react';
import type { Column } from './column.js';
import { Head, type Sorted } from './data-head.js';
import { BodyRow } from './data-row.js';

/** One row is chosen and shown beside the list. */
export interface Choice<Row> {
  readonly id: string | undefined;
  readonly onChoose: (row: Row) => void;
  /** Titles of J and K, which go to the next row and the one before. */
  readonly next?: string;
  readonly previous?: string;
}

export interface Group {
  readonly id: string;
  readonly head: ReactNode;
}

export interface DrawnProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** `grid`: rows of one line, scrolled under their heads; `nums`: a board's table; `journal`: a ruled sheet. */
  readonly look: 'grid' | 'nums' | 'journal';
  readonly className?: string;
  /** Of the scrolled group; of a `grid` always. */
  readonly label?: string;
  readonly choice?: Choice<Row>;
  readonly rowLook?: (row: Row) => string;
  /** Rows of a group follow each other: its head is before the first of them. */
  readonly groupOf?: (row: Row) => Group;
  /** In place of rows. */
  readonly empty?: ReactNode;
  /** The last line, of the whole. */
  readonly foot?: Row | undefined;
  readonly sortedBy: (id: string) => Sorted | undefined;
}

/** The rows as they are given, by these columns. */
export function DrawnTable<Row>(props: DrawnProps<Row>) {
  const { columns, rows, idOf, look, className = '', label, choice, rowLook, groupOf, empty, foot, sortedBy } = props;
  const drawn = (row: Row, key: string) => (
    <BodyRow
      key={key}
      row={row}
      columns={columns}
      className={rowLook?.(row)}
      isChosen={choice && key === choice.id}
      onChoose={choice && (() => choice.onChoose(row))}
    />
  );
  const whole = (
    <>
      <table className={`${LOOKS[look]} ${className}`.trim()}>
        <Head columns={columns} look={look} sortedBy={sortedBy} />
        <tbody>
          {rows.map((row, at) => {
            const group = groupOf?.(row);
            const before = rows[at - 1];
            const isFirst = group && (!before || groupOf?.(before).id !== group.id);
            return (
              <Fragment key={idOf(row)}>
                {isFirst && <GroupHead span={columns.length}>{group.head}</GroupHead>}
                {drawn(row, idOf(row))}
              </Fragment>
            );
          })}
        </tbody>
        {foot && <tfoot>{drawn(foot, 'foot')}</tfoot>}
      </table>
      {rows.length === 0 && empty}
    </>
  );
  if (look === 'nums') return whole;
  return (
    <div className={look === 'grid' ? 'wl-rows' : 'a4-table'} tabIndex={0} role="group" aria-label={label}>
      {whole}
    </div>
  );
}

function GroupHead({ span, children }: { readonly span: number; readonly children: ReactNode }) {
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={span}>
        {children}
      </th>
    </tr>
  );
}

const LOOKS = { grid: 'grid stacks', nums: 'nums', journal: 'journal' } as const;
