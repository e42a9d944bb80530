import type { Transaction } from '@otklik/tenancy';
import type { AttachedFile } from '../../appeal/domain/appeal.js';

export interface FileRow extends AttachedFile {
  /** The file's own key, sealed under the key of the upload or of the appeal's person. */
  readonly sealedKey: string;
  /** The file's name as its sender had it, sealed as the key is; null without one. */
  readonly sealedName: string | null;
  /** Null until an appeal claims it. */
  readonly appeal: string | null;
  /** The response whose draft it was uploaded for; null for what residents and networks sent. */
  readonly response: string | null;
}

export type SealedParts = Pick<FileRow, 'sealedKey' | 'sealedName'>;

/** Metadata of uploads; the bytes are in the blob store. */
export abstract class UploadedFiles {
  /** False when the id exists already. */
  abstract insert(
    tx: Transaction,
    district: number,
    file: AttachedFile,
    sealed: SealedParts,
    at: string,
  ): Promise<boolean>;
  /** Locks the rows until the transaction ends, in the order of their ids, so that two claims do not deadlock. */
  abstract lock(tx: Transaction, district: number, ids: readonly string[]): Promise<readonly FileRow[]>;
  abstract claim(tx: Transaction, district: number, id: string, appeal: string, sealed: SealedParts): Promise<void>;
  /** Marks files of the appeal as those of the response. */
  abstract keepResponse(
    tx: Transaction,
    district: number,
    appeal: string,
    response: string,
    ids: readonly string[],
  ): Promise<void>;
  abstract find(district: number, id: string): Promise<FileRow | undefined>;
  /** Removes the rows and returns their ids. */
  abstract removeOf(tx: Transaction, district: number, appeal: string): Promise<readonly string[]>;
  abstract removeUnclaimed(tx: Transaction, district: number, before: string): Promise<readonly string[]>;
}
