import type { Transaction } from '@otklik/tenancy';
import type { AccountFacts } from '../domain/account-state.js';

export interface Issued {
  readonly link: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** What is given to the official: a link of ours, or the address of the desk where another provider has the accounts. */
export type NewInvitation = {
  readonly link: string;
  /** The link was sent by e-mail. */
  readonly isSent: boolean;
} & (
  | { readonly issuer: null; readonly expiresAt: string }
  /** The provider that has the accounts. */
  | { readonly issuer: string; readonly expiresAt: null }
);

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
