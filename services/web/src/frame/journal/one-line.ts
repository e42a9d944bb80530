import type { CellValue } from '../../parts/data-table/column.js';

/** A cell of several lines would be several lines of the file. */
export function inOneLine(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  return rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\n', ' ') : cell)));
}
