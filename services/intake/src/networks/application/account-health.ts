import type { NetworkProblem } from '@otklik/contracts/enumerations';

/** How an account does; times are ISO 8601 UTC. */
export interface AccountHealth {
  readonly account: string;
  readonly problems: readonly NetworkProblem[];
  readonly since: string;
  /** Something was delivered. */
  readonly heardAt: string | null;
  /** Of the last 24 hours. */
  readonly messagesPerDay: number;
  /** What deliveries did not bring was read. */
  readonly readAt: string | null;
  readonly lookedAt: string | null;
  readonly repairedAt: string | null;
  /** Something was wrong, the last time; of a mailbox. */
  readonly failedAt: string | null;
}

/** What listening knows of the accounts. */
export abstract class AccountHealths {
  abstract of(district: number): Promise<readonly AccountHealth[]>;
  /** Of the district's mailboxes: letters come to them by SMTP, or are read by IMAP. */
  abstract ofMailboxes(district: number, accounts: readonly string[]): Promise<readonly AccountHealth[]>;
  /** Has the account looked at as soon as somebody listens. Answers when it was asked; nothing for one that is not listened to. */
  abstract lookAtOnce(district: number, account: string): Promise<string | undefined>;
}
