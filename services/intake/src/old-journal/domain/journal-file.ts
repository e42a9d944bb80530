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
  | 'ROWS_TOO_MANY';

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  /** `where`: a cell, in the words of the library that reads it. Nothing of its contents. */
  constructor(
    readonly fault: FileFault,
    readonly where?: string,
  ) {
    super(where === undefined ? fault : `${fault}: ${where}`);
  }
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_ROWS = 50_000;
