import type { NoticeKind, NoticeWay, Regime } from '@otklik/contracts/enumerations';
import type { NoticeDetails, Outgoing } from '@otklik/contracts/notifications.events';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** A notice to be delivered to the applicant. */
export interface Delivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly person: string;
  /** The question that it is about. */
  readonly question: string | null;
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  /** The event that the notice follows from. */
  readonly cause: string;
  readonly details: NoticeDetails;
  /** The answer, or the reason of a decision, sealed as the field `answerField` of the cause. */
  readonly answer: Sealed | null;
  readonly answerField: string | null;
  /** Files that go with the answer, and their names, sealed as the field `fileNames` of the cause. */
  readonly fileCount: number;
  readonly fileNames: Sealed | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
  /** With which the signatory signed in another's stead. */
  readonly post: string | null;
  /** The message in a network that it answers, sealed; absent: the appeal's own. */
  readonly ref?: Sealed | null;
  /** It may be called back so long (ms). */
  readonly stays?: number;
  /** By e-mail it does not leave, nor is it on the page, before an electronic signature is attached. */
  readonly awaitsSignature?: boolean;
  /** By no way does it leave before whom the district's settings name signed it. */
  readonly toSign?: boolean;
}

export interface DueNotice {
  readonly district: number;
  readonly notice: string;
}

/** What a letter is made of. Personal fields are sealed; null when absent or erased. */
export interface UnsentLetter {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly question: string | null;
  readonly kind: NoticeKind;
  readonly cause: string;
  readonly details: NoticeDetails;
  readonly answer: string | null;
  readonly answerField: string | null;
  readonly fileCount: number;
  readonly fileNames: string | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
  readonly post: string | null;
  /** Of what is no letter, and of those opened before letters were numbered: null. */
  readonly outgoing: Outgoing | null;
  readonly contact: string | null;
  readonly name: string | null;
  readonly address: string | null;
  /** What the applicant wrote. */
  readonly text: string | null;
  /** Of the place that it speaks of: the settlement's code, the words and the point, sealed both. */
  readonly settlement: string | null;
  readonly place: string | null;
  readonly point: string | null;
  /** What the form asked about the chosen topic, and the answers; sealed. */
  readonly topicAnswers: string | null;
  readonly number: string | null;
  readonly registeredOn: string | null;
  readonly regime: Regime | null;
  /** Number of the receipt, for an appeal without another. */
  readonly receipt: string;
  /** Of the question that is answered: the department's code, the executor's id, the last day of its term. */
  readonly department: string | null;
  readonly executor: string | null;
  readonly dueOn: string | null;
  /** How often another consideration was granted before. */
  readonly again: number;
  /** Of an appeal that came by e-mail: the district's mailbox, and the Message-ID of the applicant's last letter, sealed. */
  readonly mailbox: string | null;
  readonly mailId: string | null;
}

/** A letter whose sheet is made, whatever became of it. */
export interface LetterSheet extends UnsentLetter {
  readonly person: string;
  readonly way: NoticeWay;
}

export interface GrantsOf {
  readonly district: number;
  readonly person: string;
  readonly appeal: string;
  readonly question: string;
}

/** A letter for one attempt. */
export interface PendingLetter extends UnsentLetter {
  /** Proof of a sent letter that is not recorded yet. */
  readonly proof: string | null;
  /** When it was sent, ISO 8601 UTC; null when unknown. */
  readonly sentAt: string | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
  /** Of what led to the notice, or of the attempt's span. */
  readonly traceparent: string | null;
}

/** Who signed a letter, with which post, and when (ISO 8601 UTC). */
export type Signed = Pick<Delivery, 'signatory' | 'signedAt' | 'post'>;

/** Proof and time of a sent letter: the legal time of dispatch, however late it is recorded. */
export interface Dispatch {
  readonly proof: string;
  readonly at: string;
}

/** A notice that is not sent yet. */
export interface OpenDelivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
}

/** A letter to the body that is informed of a question's end; not one that was cancelled. */
export interface InformingLetter extends OpenDelivery {
  readonly state: 'PENDING' | 'DONE';
  readonly details: NoticeDetails;
}

/** What came back, and of what it speaks. */
export type Returned = Pick<Delivery, 'appeal' | 'question' | 'kind' | 'cause' | 'details'>;

export interface PersonsNotice {
  readonly notice: string;
  readonly appeal: string;
  readonly cause: string;
  readonly state: 'PENDING' | 'DONE';
}

/** Deliveries of notices. What the service sends itself is work while it waits: a trigger keeps that so. */
export abstract class Deliveries {
  abstract add(tx: Transaction, delivery: Delivery): Promise<void>;
  /** A letter that waits, for an attempt. */
  abstract letter(notice: DueNotice): Promise<PendingLetter | undefined>;
  /** Later, and as if it had not been claimed: the attempt under way loses its lease. */
  abstract rest(letter: DueNotice, ms: number): Promise<void>;
  /** Keeps the proof of a sent letter until it is recorded. */
  abstract keepProof(letter: DueNotice, dispatch: Dispatch): Promise<void>;
  /** Completes a delivery. The copy of the answer is deleted unless it went by e-mail or post: that may come back. Without `tx`: in a transaction of its own. */
  abstract finish(district: number, notice: string, tx?: Transaction): Promise<void>;
  /** The next way is tried: by a letter at once, else by an official. Without `tx`: in a transaction of its own. */
  abstract redirect(district: number, notice: string, way: NoticeWay, tx?: Transaction): Promise<void>;
  /** A letter that was sent by e-mail, to the applicant or to a body, and the applicant is not erased. */
  abstract sentLetter(
    tx: Transaction,
    district: number,
    notice: string,
  ): Promise<Pick<OpenDelivery & PersonsNotice, 'appeal' | 'cause'> | undefined>;
  /** What was sent came back, and is sent by another way. */
  abstract reopen(tx: Transaction, district: number, notice: string, way: NoticeWay): Promise<void>;
  /** Undefined for a notice that is not known. Locks nothing: who holds the applicant does so before any delivery. */
  abstract returnedOf(tx: Transaction, district: number, notice: string): Promise<Returned | undefined>;
  /** How often another consideration of the question was granted. */
  abstract grants(tx: Transaction, of: GrantsOf): Promise<number>;
  /** That has the question of the notice now; undefined where there is no question, or it is in none. */
  abstract departmentOf(tx: Transaction, district: number, notice: string): Promise<string | undefined>;
  /** A letter on paper that waits to be printed. */
  abstract paper(tx: Transaction, district: number, notice: string): Promise<UnsentLetter | undefined>;
  /** A letter that waits for the district's signatory. */
  abstract unsigned(district: number, notice: string): Promise<UnsentLetter | undefined>;
  /** It waits for that no more, and leaves by the way that it answers. */
  abstract sign(tx: Transaction, district: number, notice: string, signed: Signed): Promise<NoticeWay | undefined>;
  /** Of a letter that has not been cancelled, to make its sheet of. */
  abstract sheet(district: number, notice: string): Promise<LetterSheet | undefined>;
  /** Its sheet is kept: an e-mail that waits for it goes at once. */
  abstract paperKept(tx: Transaction, district: number, notice: string): Promise<void>;
  /** Its sheet cannot be made: an e-mail does not leave, and is shown as held. */
  abstract holdForPaper(district: number, notice: string): Promise<void>;
  /** Unsent notices of the kind about the question, their rows locked. `underWay`: a letter is being sent, or was when its sender died. */
  abstract openAbout(
    tx: Transaction,
    district: number,
    question: string,
    kind: NoticeKind,
  ): Promise<readonly (OpenDelivery & { readonly underWay: boolean })[]>;
  /** To the body that is informed of the question's end, their rows locked. */
  abstract informingOf(tx: Transaction, district: number, question: string): Promise<readonly InformingLetter[]>;
  abstract openOfAppeal(tx: Transaction, district: number, appeal: string): Promise<readonly OpenDelivery[]>;
  abstract ofPerson(tx: Transaction, district: number, person: string): Promise<readonly PersonsNotice[]>;
}
