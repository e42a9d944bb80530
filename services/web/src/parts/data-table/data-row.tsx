import type { ReactNode } from 'react';
import type { Column } from './column.js';

/** A row by its columns. */
export function BodyRow<Row>(props: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly className?: string | undefined;
  /** Undefined where rows are not chosen. */
  readonly isChosen?: boolean | undefined;
  readonly onChoose?: (() => void) | undefined;
}) {
  const { row, columns, className = '', isChosen = false, onChoose } = props;
  return (
    <tr className={`${className} ${isChosen ? 'is-picked is-cursor' : ''}`.trim()} onClick={onChoose}>
      {columns.map((column) => {
        const content = contentOf(column, row);
        const isButton = column.as === 'choice' && onChoose;
        return (
          <Cell key={column.id} column={column} row={row}>
            {isButton ? (
              <ChoiceButton isChosen={isChosen} onChoose={onChoose}>
                {content}
              </ChoiceButton>
            ) : (
              content
            )}
            {column.note?.(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

/** What a cell shows. */
export function contentOf<Row>({ cell, value }: Column<Row>, row: Row): ReactNode {
  return cell?.(row) ?? value(row);
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly children: ReactNode;
}

function Cell<Row>({ column, row, children }: CellProps<Row>) {
  const { as, phone, title, tip, span } = column;
  const size = span?.(row) ?? 1;
  if (size === 0) return null;
  const look = classOf(column, row);
  if (as === 'head')
    return (
      <th scope="row" className={`l ${look}`.trim()}>
        {children}
      </th>
    );
  return (
    <td
      className={look || undefined}
      colSpan={size === 1 ? undefined : size}
      title={tip?.(row) || undefined}
      data-name={phone === 'named' ? title : undefined}
    >
      {children}
    </td>
  );
}

/** Of a column's cells; `row` undefined: of its head. */
export function classOf<Row>({ align, phone, look }: Column<Row>, row?: Row): string {
  const own = typeof look === 'function' ? row && look(row) : row && look;
  return [align === 'end' && 'n', own, phone === 'hidden' && 'not-on-phone', phone === 'head' && 'is-head']
    .filter(Boolean)
    .join(' ');
}

function ChoiceButton(props: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="d-rowlink" aria-pressed={props.isChosen} onClick={props.onChoose}>
      {props.children}
    </button>
  );
}
