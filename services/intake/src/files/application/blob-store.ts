import type { Transaction } from '@otklik/tenancy';

/** Stored bytes that do not belong to a file yet: without a committed `commit` a sweep removes them. */
export interface StagedBlob {
  commit(tx: Transaction): Promise<void>;
}

/**
 * Stores sealed bytes: in rows of PostgreSQL, or in an S3 bucket. Chunks are sealed by the caller. Rejects with
 * `Unavailable` while the store cannot be reached.
 */
export abstract class BlobStore {
  /** Uploads the bytes, outside of any transaction, since it may take long. */
  abstract stage(district: number, id: string, chunks: readonly Buffer[]): Promise<StagedBlob>;
  /** In order; empty when there is none. */
  abstract get(district: number, id: string): Promise<readonly Buffer[]>;
  /** Hides the bytes from readers with the transaction; the next sweep deletes them. */
  abstract remove(tx: Transaction, district: number, ids: readonly string[]): Promise<void>;
  /** Deletes bytes that were removed, or staged and never committed. Returns how many. `at`: ISO 8601. */
  abstract sweep(district: number, at: string): Promise<number>;
}
