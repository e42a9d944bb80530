import { BadInput } from '@otklik/host';
import { journalTypes, type CheckedFile } from '../../files/application/files.js';
import { MAX_UPLOADED_CELLS, UnreadableFile, type FileFault } from '../domain/journal-file.js';
import type { Sheet } from '../domain/sheet.js';
import { isXlsx, readJournalFile } from './read-journal-file.js';

const codes: Readonly<Record<FileFault, Exclude<BadInput['code'], 'BAD_INPUT'>>> = {
  FILE_EMPTY: 'FILE_EMPTY',
  FILE_TOO_LARGE: 'TOO_LARGE',
  FILE_OLD_EXCEL: 'JOURNAL_OLD_EXCEL',
  FILE_PASSWORD: 'JOURNAL_PASSWORD',
  FILE_UNSAFE: 'JOURNAL_UNSAFE',
  FILE_DAMAGED: 'JOURNAL_DAMAGED',
  FILE_UNKNOWN_KIND: 'JOURNAL_UNKNOWN_KIND',
  ROWS_TOO_MANY: 'JOURNAL_ROWS_TOO_MANY',
  CELLS_TOO_MANY: 'JOURNAL_CELLS_TOO_MANY',
  CELL_TOO_FAR: 'JOURNAL_CELL_TOO_FAR',
  TEXT_TOO_LONG: 'JOURNAL_TEXT_TOO_LONG',
};

/** An upload that can be read as a journal. Throws `BadInput`, which says what is to be mended and where. */
export async function checkedJournal(bytes: Buffer): Promise<CheckedFile> {
  await readUpload(bytes);
  const [xlsx, csv] = journalTypes;
  return { type: isXlsx(bytes) ? xlsx : csv, bytes };
}

let reading: Promise<unknown> = Promise.resolve();

/** One at a time: it takes the process about a second. Throws `BadInput`. */
export function readUpload(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const mine = reading.then(() => readNow(bytes));
  reading = mine.catch(() => undefined);
  return mine;
}

async function readNow(bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    return await readJournalFile(bytes, MAX_UPLOADED_CELLS);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { sheet, cell } = error.place;
    throw new BadInput(codes[error.fault], 'file', { ...(sheet !== undefined && { sheet }), ...(cell && { cell }) });
  }
}
