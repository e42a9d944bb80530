import type { Transaction } from '@otklik/tenancy';

/** Bytes that were brought to where they are kept. Without `commit` in a transaction that commits they go again. */
export interface BroughtBlob {
  commit(tx: Transaction): Promise<void>;
}

/**
 * Where sealed bytes are kept: rows of PostgreSQL, or a bucket behind the S3 protocol. Chunks are sealed before they come,
 * so the store learns nothing. Rejects with `Unavailable` while the store is away.
 */
export abstract class BlobStore {
  /** Outside of any transaction: bytes may have a long way. */
  abstract bring(district: number, id: string, chunks: readonly Buffer[]): Promise<BroughtBlob>;
  /** In order; empty when there is none. */
  abstract get(district: number, id: string): Promise<readonly Buffer[]>;
  /** Gone for every reader with the transaction; for good with the next sweep. */
  abstract remove(tx: Transaction, district: number, ids: readonly string[]): Promise<void>;
  /** What was removed, or brought and never committed, goes for good. Answers how many. `at`: ISO 8601. */
  abstract sweep(district: number, at: string): Promise<number>;
}
