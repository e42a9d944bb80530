import { CsvError, parse } from 'csv-parse/sync';
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from '../domain/journal-file.js';
import { columnLetters, EMPTY, type Cell, type Sheet } from '../domain/sheet.js';

const NAME = 'CSV';

const DELIMITERS = [';', '\t', ','];

/** One sheet. The alphabet is found by the bytes: UTF-16 by its mark, UTF-8 if all of it is, else cp1251. */
export function sheetsOfCsv(bytes: Uint8Array, maxCells: number): readonly Sheet[] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new UnreadableFile('FILE_UNKNOWN_KIND');
  if (text.trim() === '') throw new UnreadableFile('FILE_EMPTY');
  return [{ name: NAME, rows: rowsOf(text, maxCells).map((row) => row.map(cellOf)) }];
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** An empty line is a row, so that rows keep their numbers; a line break in quotes is of its cell. */
function rowsOf(text: string, maxCells: number): readonly (readonly string[])[] {
  let [count, cells] = [0, 0];
  const rows: string[][] = [];
  const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true };
  try {
    // What it keeps of a record is undefined: the rows are kept here.
    parse(text, {
      ...options,
      on_record: (record: string[]) => {
        const filled = filledOf(record, count++);
        if (filled.length > 0) rows[count - 1] = filled;
        cells += filled.length;
        if (cells > maxCells) throw new UnreadableFile('CELLS_TOO_MANY');
        return undefined;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile('FILE_DAMAGED', { cause: error });
    throw error;
  }
  return Array.from(rows, (row) => row ?? []);
}

/** Up to its last cell with content. */
function filledOf(record: string[], at: number): string[] {
  const last = record.findLastIndex((cell) => cell.trim() !== '');
  if (last >= 0 && at >= MAX_ROWS) throw new UnreadableFile('ROWS_TOO_MANY');
  if (last >= MAX_COLUMNS)
    throw new UnreadableFile('CELL_TOO_FAR', { sheet: NAME, cell: columnLetters(last) + (at + 1) });
  return record.slice(0, last + 1);
}

/** The one that most of the first lines have most of. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 20);
  const counts = DELIMITERS.map((delimiter) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0));
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function cellOf(text: string): Cell {
  const trimmed = text.trim();
  return trimmed === '' ? EMPTY : { text: trimmed };
}
