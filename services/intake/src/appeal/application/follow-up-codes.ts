import type { Transaction } from '@otklik/tenancy';
import type { CodeHash } from './follow-up-code.js';
import type { Owner } from '../../files/application/files.js';
import type { LoggedCode } from './verify-codes.js';

export interface KeptCode extends Owner {
  /** Number of the receipt. */
  readonly number: string;
  readonly code: CodeHash;
}

export interface FollowedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
  readonly hash: Buffer;
}

/** The numbers and code hashes that open a follow-up. */
export abstract class FollowUpCodes {
  /** Idempotent. */
  abstract keep(kept: KeptCode): Promise<unknown>;
  /** Lets the same codes open the appeals by these numbers, too. */
  abstract alsoBy(
    tx: Transaction,
    district: number,
    numbered: readonly { readonly appeal: string; readonly number: string }[],
  ): Promise<void>;
  abstract find(districts: readonly number[], number: string): Promise<readonly FollowedAppeal[]>;
  abstract appealOf(district: number, person: string): Promise<string | undefined>;
  /** Another code opens the appeal, by whichever number; the former one does not any more. */
  abstract replace(tx: Transaction, kept: Omit<KeptCode, 'number'>): Promise<void>;
  /** All of all districts, each with what the log says of it, in one snapshot. */
  abstract withSnapshot<Result>(read: (kept: AsyncIterable<LoggedCode>) => Promise<Result>): Promise<Result>;
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
}
