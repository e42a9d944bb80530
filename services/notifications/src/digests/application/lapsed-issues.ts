import type { Transaction } from '@otklik/tenancy';
import type { Attempted, DueLetter } from './official-post.js';

/** One official is notified by e-mail that the promised time of a known issue is over. */
export interface LapsedIssueLetter {
  readonly issue: string;
  /** As residents were shown it. */
  readonly title: string;
  /** The time that was promised, ISO 8601 UTC. */
  readonly until: string;
  readonly official: string;
}

/** Claimed for one attempt; it is of no appeal. */
export interface DueLapsedIssueLetter extends LapsedIssueLetter, Omit<DueLetter, 'appeal'> {}

/** Letters about lapsed issues that wait to be sent. */
export abstract class LapsedIssueLetters {
  /** One about the same issue, promised time and official that waits already is not added again. */
  abstract add(tx: Transaction, district: number, letters: readonly LapsedIssueLetter[]): Promise<void>;
  /** Tries those of every district that are due; answers how many. Throws when the database is down. */
  abstract sendDue(send: (letter: DueLapsedIssueLetter) => Promise<Attempted>): Promise<number>;
}
