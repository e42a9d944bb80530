import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** What has to be brought to the applicant. */
export interface Delivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly person: string;
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

/** A letter that was taken up for one try. Personal fields sealed; null where there is none, or none any more. */
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
  /** The letter is out already, and this could not be recorded yet. */
  readonly proof: string | null;
  /** When it left, ISO 8601 UTC; null where nobody kept it. */
  readonly sentAt: string | null;
  readonly attempts: number;
  /** Since the first try, ms. */
  readonly triedFor: number;
}

/** That a letter left, and when: the legal time of dispatch, however late it is recorded. */
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

/** What has to be done for notices: the to-do list beside the log. */
export abstract class Deliveries {
  abstract add(tx: Transaction, delivery: Delivery): Promise<void>;
  /** Letters of every district whose time has come. */
  abstract due(limit: number): Promise<readonly DueNotice[]>;
  /**
   * Takes a due letter up, committed before it is sent: no other process sends it for `leaseMs`, and a process that ends
   * within the try leaves it to be tried again after that.
   */
  abstract claim(due: DueNotice, leaseMs: number): Promise<PendingLetter | undefined>;
  abstract postpone(letter: DueNotice, ms: number): Promise<void>;
  /** Of a letter that left, until it is recorded. */
  abstract keepProof(letter: DueNotice, dispatch: Dispatch): Promise<void>;
  /** Nothing is left to be done; the answer's words are kept elsewhere. Without `tx`: in a transaction of its own. */
  abstract finish(district: number, notice: string, tx?: Transaction): Promise<void>;
  abstract ofPerson(tx: Transaction, district: number, person: string): Promise<readonly PersonsNotice[]>;
}
