import type { LocalDate } from '@otklik/kernel';
import type { Departments, Transaction } from '@otklik/tenancy';
import type { DueQuestion } from '../domain/digest.js';

/** What morning letters say of a question, as routing published it. */
export interface WatchedQuestion {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  /** The question's version. */
  readonly version: number;
  readonly department: string | undefined;
  readonly executor: string | undefined;
  readonly isOpen: boolean;
  /** Its executor has not said that he has read it. */
  readonly isUnread: boolean;
  /** Officials who are co-executors, and whose parts of the answer are not done. */
  readonly partsOf: readonly string[];
  /** Codes of departments that are, and whose parts are not done. */
  readonly partsIn: readonly string[];
  /** Of the term of its answer. */
  readonly rule?: string;
  readonly dueOn?: LocalDate;
  readonly workBy?: LocalDate | undefined;
  /** Undefined: as it was. */
  readonly isEscalated: boolean | undefined;
}

export abstract class WatchedQuestions {
  /**
   * One that no letter can tell of, without an executor and parts and not escalated, is not kept before it has been either. One that is
   * older than what is kept changes nothing.
   */
  abstract keep(tx: Transaction, watched: readonly WatchedQuestion[]): Promise<void>;
}

/** One official's letter of one day. */
export interface DigestKey {
  readonly district: number;
  readonly official: string;
  readonly day: LocalDate;
}

/** `UNKNOWN`: the process ended while it was sent, so the outcome is unknown. */
export type DigestEnd = 'SENT' | 'EMPTY' | 'FAILED';

/** Which officials are notified of which questions. */
export interface DigestReader {
  /** Ids of those whose questions are his: himself, and whom he substitutes. */
  readonly executors: readonly string[];
  /** Codes of departments whose parts are his, or theirs. */
  readonly helpsIn: readonly string[];
  /** Where the official is notified of terms before they end. */
  readonly oversees: Departments;
}

export abstract class Digests {
  /** Officials whose letter of the day was begun, and is not to be tried again now. `at`: ISO 8601 UTC. */
  abstract begun(district: number, day: LocalDate, at: string): Promise<ReadonlySet<string>>;
  /**
   * Claims the letter, committed before it is sent: no other process sends it, and never again on that day, unless the
   * mail server is known to have rejected it. False where another has it.
   */
  abstract claim(key: DigestKey, at: string): Promise<boolean>;
  abstract finish(key: DigestKey, end: DigestEnd): Promise<void>;
  /** The mail server did not take it: again from `until` on. */
  abstract postpone(key: DigestKey, until: string): Promise<void>;
  abstract due(district: number, reader: DigestReader): Promise<readonly DueQuestion[]>;
}
