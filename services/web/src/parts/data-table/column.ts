import type { ReactNode } from 'react';

export type CellValue = string | number | null | undefined;

/** One column of a list of `Row`: its head, its cell on the desktop, on a phone and on paper, its cell in the file, its line in the picker. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** The cell in plain words: shown, sorted and saved by it, unless the fields below say otherwise. */
  readonly value: (row: Row) => CellValue;
  /** More than the words; undefined: the words. */
  readonly cell?: (row: Row) => ReactNode;
  /** Under the cell, outside the button that chooses the row. */
  readonly note?: (row: Row) => ReactNode;
  /** In the file: other words; false: not there. */
  readonly csv?: false | ((row: Row) => CellValue);
  /** `file`: on the screen only when it is chosen in the picker. */
  readonly shown?: 'file';
  /** A row is a card on a phone. `head`: its first line; `line` (default); `named`: a line that begins with the title; `hidden`. */
  readonly phone?: 'head' | 'line' | 'named' | 'hidden';
  /** True: its head is a button that sorts the rows that are there. `ascending`, `descending`: so the server has sorted them. */
  readonly sort?: true | 'ascending' | 'descending';
  readonly align?: 'end';
  /** The picker offers it, unless false. */
  readonly hideable?: false;
  readonly width?: string;
  /** The title is for screen readers alone. */
  readonly isTitleUnseen?: true;
  /** `choice`: its cell is the button that chooses the row; `head`: it names the row. */
  readonly as?: 'choice' | 'head';
  /** Classes of its cells. */
  readonly look?: string | ((row: Row) => string);
  /** What the pointer shows over a cell that may be cut off. */
  readonly tip?: (row: Row) => string;
  /** How many columns the row's cell takes; 0: the cell before it lies here. */
  readonly span?: (row: Row) => number;
}

type Usual = 'id' | 'title' | 'value';

/** A column whose cell is its value, but for what is said in `but`. */
export function column<Row>(
  id: string,
  title: string,
  value: Column<Row>['value'],
  but?: Omit<Column<Row>, Usual>,
): Column<Row> {
  return { id, title, value, ...but };
}

/** What the columns are called, and a line of cells for each row; every column of the list, whichever are shown. */
export function fileRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): CellValue[][] {
  const saved = columns.filter(({ csv }) => csv !== false);
  const cells = rows.map((row) => saved.map(({ csv, value }) => (csv || value)(row)));
  return [saved.map(({ title }) => title), ...cells];
}
