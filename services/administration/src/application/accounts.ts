import type { Transaction } from '@otklik/tenancy';
import type { AccountFacts } from '../domain/account-state.js';

export interface Issued {
  readonly link: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

export interface NewInvitation extends Issued {
  /** The link was sent by e-mail. */
  readonly isSent: boolean;
}

/** Accounts of the embedded provider. */
export abstract class Accounts {
  /** By login, on a transaction whose districts include the platform; a login without account or invitation is not in it. */
  abstract of(tx: Transaction, logins: readonly string[]): Promise<ReadonlyMap<string, AccountFacts>>;
  /**
   * Makes an invitation in a transaction of its own, and the earlier ones of the login unusable. `cause`: id of the command:
   * the same one gives the same link again. `at`: ISO 8601 UTC.
   */
  abstract invite(login: string, cause: string, at: string): Promise<Issued>;
}
