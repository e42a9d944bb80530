import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { language } from '../../words/words.js';
import { useKeys } from '../keys.js';
import type { Column } from './column.js';
import { DrawnTable, type Choice, type DrawnProps } from './drawn-table.js';
import { useKeptColumns } from './kept-columns.js';

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;

export interface DataTableProps<Row> extends Omit<DrawnProps<Row>, 'sortedBy'> {
  /** Under this name the browser keeps which columns were chosen; the picker has the same. */
  readonly list?: string;
}

/** Rows of a list by the declaration of its columns: a table, on a phone a card for each row, on paper whole texts. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, idOf, list, choice } = props;
  const { visibility, shown } = useKeptColumns(list, columns);
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: idOf,
    state: { columnVisibility: visibility },
  });
  const sorted = table.getRowModel().rows.map(({ original }) => original);
  useSteps(sorted, idOf, choice);
  return <DrawnTable {...props} columns={shown} rows={sorted} sortedBy={(id) => table.getColumn(id)} />;
}

function definitionOf<Row extends object>({ id, value, sort }: Column<Row>): ColumnDef<Features, Row> {
  return {
    id,
    accessorFn: (row) => value(row) ?? undefined,
    enableSorting: sort === true,
    sortDescFirst: false,
    sortFn: (a, b) => compared(a.getValue(id), b.getValue(id)),
  };
}

const words = new Intl.Collator(language, { numeric: true });

function compared(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
}

function useSteps<Row>(rows: readonly Row[], idOf: (row: Row) => string, choice: Choice<Row> | undefined): void {
  const step = (by: number): void => {
    const next = rows[rows.findIndex((row) => idOf(row) === choice?.id) + by];
    if (next) choice?.onChoose(next);
  };
  const { next, previous } = choice ?? {};
  useKeys(
    next === undefined || previous === undefined
      ? []
      : [
          { keys: 'KeyJ', title: next, run: () => step(1) },
          { keys: 'KeyK', title: previous, run: () => step(-1) },
        ],
  );
}
