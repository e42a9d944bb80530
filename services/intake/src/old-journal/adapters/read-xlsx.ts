import { dottedDate } from '@otklik/kernel';
import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { MAX_ROWS, UnreadableFile } from '../domain/journal-file.js';
import { EMPTY, type Cell, type Sheet } from '../domain/sheet.js';
import { boundedParts } from './xlsx-bounds.js';
import { partsOfXlsx } from './xlsx-parts.js';

/** All sheets with something in them, their rows to the last that has content. */
export async function sheetsOfXlsx(bytes: Uint8Array, maxCells: number): Promise<readonly Sheet[]> {
  const parts = boundedParts(partsOfXlsx(bytes), maxCells);
  const sheets = await readXlsxFile(zipSync(parts, { level: 0 }).buffer as ArrayBuffer, {
    parseNumber: (text) => ({ number: text }),
  }).catch((cause: unknown) => {
    // Whatever it throws, the file is not as the format wants it.
    throw new UnreadableFile('FILE_DAMAGED', { cause });
  });
  // One part may be named as several sheets.
  if (sheets.reduce((sum, { data }) => sum + (data ?? []).length, 0) > MAX_ROWS)
    throw new UnreadableFile('ROWS_TOO_MANY');
  return sheets
    .map(({ sheet, data }) => ({
      name: sheet,
      rows: (data ?? []).map((row) => row.map((value) => cellOf(value as Value))),
    }))
    .filter(({ rows }) => rows.length > 0);
}

type Value = string | { readonly number: string } | boolean | Date | null;

function cellOf(value: Value): Cell {
  if (value === null || value === '') return EMPTY;
  if (value instanceof Date) return dateCell(value);
  if (typeof value === 'string') return { text: value };
  return { text: typeof value === 'boolean' ? (value ? 'да' : 'нет') : plainNumber(value.number) };
}

/** Office programs keep local days; the library gives them as UTC, so the day of UTC is the one that was written. */
function dateCell(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return EMPTY;
  // A day with a time may be some milliseconds less than it was written.
  const day = new Date(date.getTime() + 500).toISOString().slice(0, 10);
  return { text: dottedDate(day), date: day };
}

/** `7.9141234567E10` is 79141234567, `17.0` is 17, and 0.1+0.2 as it is written. */
function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}
