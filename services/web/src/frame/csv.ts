import { csvText } from '@otklik/kernel/csv';
import { fileRows, type Column } from '../parts/data-table/column.js';

/** A list as text, or a sheet in bytes. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = typeof content === 'string' ? 'text/csv;charset=utf-8' : 'application/pdf',
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** All columns of the list, whichever are shown. */
export function saveRows<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  saveFile(name, csvText(fileRows(columns, rows)));
}
