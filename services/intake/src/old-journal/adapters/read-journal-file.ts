import { columnLetters, type Sheet } from '../domain/sheet.js';
import { MAX_CELLS, MAX_CELL_TEXT, MAX_FILE_BYTES, MAX_TEXT, UnreadableFile } from '../domain/journal-file.js';
import { sheetsOfCsv } from './read-csv.js';
import { sheetsOfXlsx } from './read-xlsx.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Of Excel 97–2003, and of an XLSX with a password, which is inside such a file. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The sheets of an XLSX or CSV file. What it is tell its bytes, not its name. Throws `UnreadableFile`. */
export async function readJournalFile(bytes: Uint8Array, maxCells = MAX_CELLS): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY');
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile('FILE_TOO_LARGE');
  const begin = Buffer.from(bytes.subarray(0, 8));
  if (begin.equals(OLE)) throw new UnreadableFile(isEncrypted(bytes) ? 'FILE_PASSWORD' : 'FILE_OLD_EXCEL');
  const sheets = isXlsx(bytes) ? await sheetsOfXlsx(bytes, maxCells) : sheetsOfCsv(bytes, maxCells);
  demandLittleText(sheets);
  return sheets;
}

/** A text that a file has once may be in each of its cells. */
function demandLittleText(sheets: readonly Sheet[]): void {
  let sum = 0;
  for (const { name, rows } of sheets)
    for (const [at, row] of rows.entries())
      for (const [place, { text }] of row.entries()) {
        sum += text.length;
        if (sum > MAX_TEXT || text.length > MAX_CELL_TEXT)
          throw new UnreadableFile('TEXT_TOO_LONG', { sheet: name, cell: columnLetters(place) + (at + 1) });
      }
}

export function isXlsx(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(ZIP);
}

function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
