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

/** An event of an appeal, by its id. */
export interface AppealEvent {
  readonly district: number;
  readonly appeal: string;
  readonly id: string;
}

/** A message that was written after the appeal, where it stands. */
export interface SaidLater {
  readonly network: string;
  readonly account: string;
  readonly kind: 'COMMENT' | 'DIRECT';
  /** Sealed as received. */
  readonly ref: Sealed;
}

export abstract class NetworkSources {
  /** Keeps the first version of each: a late redelivery must not restore what was deleted. */
  abstract keep(tx: Transaction, sources: readonly NewNetworkSource[]): Promise<void>;
  /** The person wrote again; an earlier time changes nothing. */
  abstract heard(tx: Transaction, district: number, appeal: string, at: string): Promise<void>;
  /** The person takes no direct messages any more; null: takes them again. */
  abstract block(tx: Transaction, district: number, appeal: string, at: string | null): Promise<void>;
  /** Keeps where it stands, under the id of its event; only a comment by the account that the appeal came by: that account answers it. */
  abstract said(tx: Transaction, of: AppealEvent, said: SaidLater): Promise<void>;
  /** Where the message of that event stands; null: not known, or the person is erased. */
  abstract refOf(tx: Transaction, of: AppealEvent): Promise<Sealed | null>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<NetworkSource | undefined>;
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
