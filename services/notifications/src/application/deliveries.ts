import type { NoticeKind, NoticeWay, Regime } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** A notice to be delivered to the applicant. */
export interface Delivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly person: string;
  /** The question that is answered. */
  readonly question: string | null;
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  /** The event that the notice follows from. */
  readonly cause: string;
  readonly answer: Sealed | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
}

export interface DueNotice {
  readonly district: number;
  readonly notice: string;
}

/** A letter that is claimed for one attempt. Personal fields are sealed; null when absent or erased. */
export interface PendingLetter {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly kind: NoticeKind;
  readonly cause: string;
  readonly answer: string | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
  readonly contact: string | null;
  readonly name: string | null;
  readonly number: string | null;
  readonly registeredOn: string | null;
  readonly regime: Regime | null;
  /** Of the question that is answered: the department's code, the executor's id. */
  readonly department: string | null;
  readonly executor: string | null;
  /** Proof of a sent letter that is not recorded yet. */
  readonly proof: string | null;
  /** When it was sent, ISO 8601 UTC; null when unknown. */
  readonly sentAt: string | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
}

/** Proof and time of a sent letter: the legal time of dispatch, however late it is recorded. */
export interface Dispatch {
  readonly proof: string;
  readonly at: string;
}

export interface PersonsNotice {
  readonly notice: string;
  readonly appeal: string;
  readonly cause: string;
  readonly state: 'PENDING' | 'DONE';
}

/** Pending deliveries of notices: the work queue beside the log. */
export abstract class Deliveries {
  abstract add(tx: Transaction, delivery: Delivery): Promise<void>;
  /** Due letters of every district. */
  abstract due(limit: number): Promise<readonly DueNotice[]>;
  /**
   * Claims a due letter by a lease, committed before it is sent: no other process sends it for `leaseMs`, and after a crash
   * within the attempt it is due again when the lease expires.
   */
  abstract claim(due: DueNotice, leaseMs: number): Promise<PendingLetter | undefined>;
  abstract postpone(letter: DueNotice, ms: number): Promise<void>;
  /** Keeps the proof of a sent letter until it is recorded. */
  abstract keepProof(letter: DueNotice, dispatch: Dispatch): Promise<void>;
  /** Completes a delivery and deletes its copy of the answer. Without `tx`: in a transaction of its own. */
  abstract finish(district: number, notice: string, tx?: Transaction): Promise<void>;
  abstract ofPerson(tx: Transaction, district: number, person: string): Promise<readonly PersonsNotice[]>;
}
