import type { Problem } from '@otklik/networks';
import type { Transaction } from '@otklik/tenancy';

/** How far an account was read, and what is wrong with it. */
export interface Listening extends Place {
  /** Since when it is listened to, ISO 8601. */
  readonly since: string;
  /** Where the next reading begins; null before the first. */
  readonly position: string | null;
  /** Subscription, rights and token were not looked at for some minutes. */
  readonly isToBeLookedAt: boolean;
}

export interface Looked {
  readonly problems: readonly Problem[];
  /** A problem that was found and mended. */
  readonly isRepaired: boolean;
}

/** What is known of listening, an account a row. */
export abstract class Listenings {
  /** New accounts are listened to from now on, others go. `atOnce`: all are read again now. */
  abstract tend(accounts: readonly Place[], atOnce: boolean): Promise<void>;
  /** Accounts to be read again, each for one process at a time. */
  abstract claim(limit: number, leaseMs: number): Promise<readonly Listening[]>;
  /** Everything up to `position` was read; the account is kept for so many milliseconds more. */
  abstract advance(tx: Transaction, of: Place, position: string, leaseMs: number): Promise<void>;
  abstract looked(of: Place, looked: Looked): Promise<void>;
  /** It is read again in so many milliseconds. */
  abstract release(of: Place, inMs: number): Promise<void>;
  /** The account told that something is wrong: it is looked at now. */
  abstract lookAtOnce(tx: Transaction, of: Place): Promise<void>;
  /** Something was delivered by these. */
  abstract heardOf(tx: Transaction, district: number, accounts: readonly string[]): Promise<void>;
}

export interface Place {
  readonly district: number;
  readonly account: string;
}
