import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Attempted, DueLetter } from './official-post.js';

/** One official is notified by e-mail, at once, of what was assigned to him. */
export interface AssignmentLetter {
  /** Of the fact that assigned it. */
  readonly fact: string;
  /** When, ISO 8601 UTC. */
  readonly at: string;
  /** DEPARTMENT_PART: a part of the answer that his department prepares. */
  readonly what: 'QUESTION' | 'PART' | 'DEPARTMENT_PART';
  readonly official: string;
  /** Of DEPARTMENT_PART: its code. */
  readonly department?: string;
  readonly appeal: string;
  readonly question: string;
  /** Code. */
  readonly topic?: string;
  /** The inner day. */
  readonly until?: LocalDate;
}

/** What was assigned to an official, or a part to a department. */
export type Assigned =
  | (AssignmentLetter & { readonly what: 'QUESTION' | 'PART' })
  | (Omit<AssignmentLetter, 'official' | 'what'> & { readonly what: 'DEPARTMENT_PART'; readonly department: string });

/** Claimed for one attempt. */
export interface DueAssignmentLetter extends AssignmentLetter, DueLetter {
  /** The registration's number, or that of the receipt. */
  readonly number: string;
  /** It is his still: neither assigned to another, nor returned, done or ended. */
  readonly isStillAssigned: boolean;
}

/** Letters about assignments that wait to be sent. */
export abstract class AssignmentLetters {
  /** In place of one about the same question, or the same official's part of it, that has not left. */
  abstract set(tx: Transaction, district: number, letters: readonly AssignmentLetter[]): Promise<void>;
  /** Tries those of every district that are due; answers how many. Throws when the database is down. */
  abstract sendDue(send: (letter: DueAssignmentLetter) => Promise<Attempted>): Promise<number>;
}
