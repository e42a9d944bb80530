import { dottedDate } from '@otklik/kernel';
import { unzipSync } from 'fflate';
import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { UnreadableFile } from '../domain/journal-file.js';
import { EMPTY, type Cell, type Sheet } from '../domain/sheet.js';

const MAX_PARTS = 2_000;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const SHEETS = /^xl\/workbook\.xml$/;
const ACTIVE = /vbaProject|\/embeddings\/|activeX|oleObject|\/externalLinks\//i;

/** All sheets with something in them. */
export async function sheetsOfXlsx(bytes: Uint8Array): Promise<readonly Sheet[]> {
  demandPlain(bytes);
  const sheets = await readXlsxFile(arrayBufferOf(bytes), { parseNumber: (text) => ({ number: text }) }).catch(
    unreadable,
  );
  return sheets
    .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map((value) => cellOf(value as Value))) }))
    .filter(({ rows }) => rows.length > 0);
}

type Value = string | { readonly number: string } | boolean | Date | null;

/** By the list of its parts, before anything is unpacked. */
function demandPlain(bytes: Uint8Array): void {
  const names: string[] = [];
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    throw new UnreadableFile('FILE_DAMAGED');
  }
  if (!names.some((name) => SHEETS.test(name))) throw new UnreadableFile('FILE_UNKNOWN_KIND');
  const isTooMuch = names.length > MAX_PARTS || unpacked > MAX_UNPACKED_BYTES;
  if (isTooMuch || names.some((name) => ACTIVE.test(name))) throw new UnreadableFile('FILE_UNSAFE');
}

function unreadable(error: unknown): never {
  if (error instanceof InvalidSpreadsheetError) throw new UnreadableFile('FILE_DAMAGED', error.message);
  if (error instanceof InvalidInputError) throw new UnreadableFile('FILE_DAMAGED');
  throw error;
}

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

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
