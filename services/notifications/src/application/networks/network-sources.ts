import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Where a message from a network stands, and so where it is answered. */
export interface NetworkSource {
  readonly network: string;
  /** The account's id in the directory. */
  readonly account: string;
  readonly sourceKind: 'COMMENT' | 'DIRECT';
  /** The message itself as the network knows it, sealed as received; null once the person is erased. */
  readonly ref: Sealed | null;
  /** When the person wrote there last, ISO 8601 UTC. */
  readonly heardAt: string;
  /** Since when the person takes no direct message from the account, ISO 8601 UTC; null: no such thing is known. */
  readonly blockedAt: string | null;
}

export interface NewNetworkSource extends Omit<NetworkSource, 'blockedAt'> {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

export abstract class NetworkSources {
  /** Keeps the first version of each: a late redelivery must not restore what was deleted. */
  abstract keep(tx: Transaction, sources: readonly NewNetworkSource[]): Promise<void>;
  /** The person wrote again; an earlier time changes nothing. */
  abstract heard(tx: Transaction, district: number, appeal: string, at: string): Promise<void>;
  /** The person takes no direct messages any more; null: takes them again. */
  abstract block(tx: Transaction, district: number, appeal: string, at: string | null): Promise<void>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<NetworkSource | undefined>;
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
