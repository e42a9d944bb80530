import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkSource } from './network-sources.js';

/** A notice that a person placed in a thread by hand, until it was sought there. */
export interface PlacedNotice
  extends Pick<UnsentLetter, 'district' | 'notice' | 'appeal' | 'cause'>, Pick<NetworkSource, 'account' | 'ref'> {
  /** The whole words, and since when they could stand there. */
  readonly text: Sealed;
  readonly since: string;
  /** How often it was not found. */
  readonly misses: number;
  /** Since the first attempt, ms. */
  readonly soughtFor: number;
}

export abstract class PlacedNotices {
  abstract add(tx: Transaction, placed: DueNotice, inMs: number): Promise<void>;
  abstract due(limit: number): Promise<readonly DueNotice[]>;
  /** For `leaseMs` nobody else gets it. */
  abstract claim(due: DueNotice, leaseMs: number): Promise<PlacedNotice | undefined>;
  abstract again(due: DueNotice, next: { readonly inMs: number; readonly misses: number }): Promise<void>;
  abstract end(due: DueNotice, tx?: Transaction): Promise<void>;
}
