import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile } from '../domain/journal-file.js';
import { EMPTY, type Cell, type Sheet } from '../domain/sheet.js';

const DELIMITERS = [';', '\t', ','];

/** One sheet. The alphabet is found by the bytes: UTF-16 by its mark, UTF-8 if all of it is, else cp1251. */
export function sheetsOfCsv(bytes: Uint8Array): readonly Sheet[] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new UnreadableFile('FILE_UNKNOWN_KIND');
  if (text.trim() === '') throw new UnreadableFile('FILE_EMPTY');
  return [{ name: 'CSV', rows: rowsOf(text).map((row) => row.map(cellOf)) }];
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
function rowsOf(text: string): readonly (readonly string[])[] {
  const read = (delimiter: string) =>
    parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  try {
    return read(delimiterOf(text));
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile('FILE_DAMAGED', `line ${error.lines}`);
    throw error;
  }
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
