import type { Transaction } from '@otklik/tenancy';

/**
 * Where sealed bytes are kept: PostgreSQL here; a store behind the S3 protocol takes them before the transaction commits
 * and lets go of them after. Chunks are sealed before they come, so the store learns nothing.
 */
export interface BlobStore {
  put(tx: Transaction, district: number, id: string, chunks: readonly Buffer[]): Promise<void>;
  /** In order; empty when there is none. */
  get(district: number, id: string): Promise<readonly Buffer[]>;
  remove(tx: Transaction, district: number, ids: readonly string[]): Promise<void>;
}
