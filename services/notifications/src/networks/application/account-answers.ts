import type { Transaction } from '@otklik/tenancy';

/** How an account answers. */
export interface AnswersOfAccount {
  readonly account: string;
  /** When an answer left last, ISO 8601 UTC. */
  readonly answeredAt: string | null;
  readonly sentPerWeek: number;
  readonly returnedPerWeek: number;
}

/** What leaves by the district's accounts and mailboxes, and what comes back. */
export abstract class AccountAnswers {
  /** A message in a network stands; of letters the dispatch notes it. */
  abstract sent(tx: Transaction, district: number, notice: string, at: string): Promise<void>;
  /** A letter came back. */
  abstract returned(tx: Transaction, district: number, notice: string, at: string): Promise<void>;
  /** Of the last month before `at`; an account from which nothing left in it is not there. */
  abstract of(district: number, at: string): Promise<readonly AnswersOfAccount[]>;
}
