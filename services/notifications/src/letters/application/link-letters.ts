import type { Transaction } from '@otklik/tenancy';

/** A letter with a link in place of a lost follow-up code; not a notice: it informs of nothing, and is not proven. */
export interface LinkLetter {
  readonly district: number;
  /** Id of the link. */
  readonly link: string;
  readonly appeal: string;
  readonly person: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** Claimed for one attempt. Personal fields are sealed; null when erased. */
export interface ClaimedLinkLetter extends LinkLetter {
  readonly contact: string | null;
  readonly name: string | null;
  readonly regime: string | null;
}

/** Link letters that wait to be sent, while their links are valid. */
export abstract class LinkLetters {
  abstract add(tx: Transaction, letter: LinkLetter): Promise<void>;
  /**
   * Claims due letters of every district by a lease of `leaseMs`; those whose links are over are removed. `at`: ISO 8601.
   */
  abstract claim(at: string, limit: number, leaseMs: number): Promise<readonly ClaimedLinkLetter[]>;
  abstract postpone(letter: Pick<LinkLetter, 'district' | 'link'>, ms: number): Promise<void>;
  /** It is sent, or cannot be. */
  abstract finish(letter: Pick<LinkLetter, 'district' | 'link'>): Promise<void>;
  /** Removes the person's letters; answers all their links, sent ones too. */
  abstract forget(tx: Transaction, district: number, person: string): Promise<readonly string[]>;
}
