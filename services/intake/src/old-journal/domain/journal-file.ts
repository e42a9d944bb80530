/** Why a file is not read as a journal. */
export type FileFault =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  /** XLS of Excel 97–2003: to be saved as XLSX or CSV. */
  | 'FILE_OLD_EXCEL'
  | 'FILE_PASSWORD'
  /** Macros, embedded objects, too much packed in it. */
  | 'FILE_UNSAFE'
  | 'FILE_DAMAGED'
  | 'FILE_UNKNOWN_KIND'
  | 'ROWS_TOO_MANY'
  | 'CELLS_TOO_MANY'
  /** One with content, so far from the others that the rows or columns before it are more than a journal has. */
  | 'CELL_TOO_FAR'
  /** Of one cell, or of all of them together. */
  | 'TEXT_TOO_LONG';

export interface FaultyPlace {
  readonly sheet?: string;
  /** As `XFD20000`. */
  readonly cell?: string;
}

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly fault: FileFault,
    readonly place: FaultyPlace & { readonly cause?: unknown } = {},
  ) {
    super(fault, 'cause' in place ? { cause: place.cause } : {});
  }
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Of all sheets, empty ones among them too. */
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 100;
/** With content, of all sheets. */
export const MAX_CELLS = 1_000_000;
/** Of a file that is read while others wait for the same process: about a second. Larger ones are the operator's. */
export const MAX_UPLOADED_CELLS = 100_000;
/** Of all cells together, in characters; Excel allows 32,767 in one. */
export const MAX_TEXT = 40_000_000;
export const MAX_CELL_TEXT = 32_767;
