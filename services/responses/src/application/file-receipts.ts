/** The answer that a file is for: its response, of one district. */
export interface ReceiptPlace {
  readonly district: number;
  readonly response: string;
}

/** A file as intake stores it. */
export interface StoredFile {
  readonly id: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly name?: string;
}

/** What intake signed when an official uploaded a file. */
export abstract class FileReceipts {
  /** Undefined for a receipt that is forged, too old, or of another place. */
  abstract read(place: ReceiptPlace, receipt: string, at: string): Promise<StoredFile | undefined>;
}
