import { fileRows, type CellValue, type Column } from '../parts/data-table/column.js';

/** RFC 4180 with `;`, which a Russian spreadsheet expects, and a byte order mark, by which it knows UTF-8. */
export function csvText(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is made text, so that a spreadsheet does not run what a resident wrote. */
function cell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

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
