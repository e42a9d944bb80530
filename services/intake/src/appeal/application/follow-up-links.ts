import type { Transaction } from '@otklik/tenancy';
import type { Owner } from '../../files/application/files.js';

/** One request for a link in place of a lost code. */
export interface LinkRequest {
  readonly district: number;
  /** Id of the link, and of the command that requested it. */
  readonly id: string;
  /** Keyed hash of what was typed. */
  readonly fingerprint: string;
  /** Absent where number and e-mail name no appeal: the row is written all the same, so that the answer takes as long. */
  readonly owner: Owner | undefined;
  /** ISO 8601. */
  readonly requestedAt: string;
  readonly expiresAt: string;
}

export interface DueLink extends Owner {
  readonly id: string;
  readonly expiresAt: string;
}

/** Requested links: the memory of their keys, the queue of those to be sent, and whether one was used. */
export abstract class FollowUpLinks {
  /** The fingerprint under which the link is remembered: of the first request with its id. */
  abstract remember(request: LinkRequest): Promise<string>;
  /** Links of every district that wait to be sent. */
  abstract due(limit: number): Promise<readonly DueLink[]>;
  /** Within the transaction of the event that sends it. False when another process was first. */
  abstract sent(tx: Transaction, link: Pick<DueLink, 'district' | 'id'>): Promise<boolean>;
  /**
   * Spends the link for this key, and ends the appeal's other unused links; again for the same key. Undefined when it is over,
   * or was spent for another.
   */
  abstract use(
    tx: Transaction,
    use: { readonly district: number; readonly id: string; readonly key: string; readonly at: string },
  ): Promise<Owner | undefined>;
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** Removes what is older than any retry. */
  abstract sweep(district: number, before: string): Promise<void>;
}
