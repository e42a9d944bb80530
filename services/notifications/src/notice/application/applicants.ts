import type { AnswerWay, CancelGround, ContactKind, Regime } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Contact of an appeal's sender; personal fields sealed as received, null once the person is erased. */
export interface Applicant {
  readonly person: string;
  readonly contact: Sealed | null;
  readonly contactKind: ContactKind | null;
  readonly name: Sealed | null;
  readonly channel: string;
  readonly number: string | null;
  readonly registeredOn: string | null;
  /** Of the registration; of the submission until then. */
  readonly regime: Regime | null;
  /** What the applicant wrote, for comparison with an answer. */
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly place: Sealed | null;
  /** Where the sender marked it on the map. */
  readonly point: Sealed | null;
  /** What the form asked about the chosen topic, and the answers. */
  readonly topicAnswers: Sealed | null;
  /** Number of the receipt: a duplicate has no other. */
  readonly receipt: string;
  /** A telephone beside the contact. */
  readonly phone: Sealed | null;
  /** The postal address. */
  readonly address: Sealed | null;
  readonly answerWay: AnswerWay | null;
  /** Signed in at an issuer that vouches for the applicant. */
  readonly account: boolean;
  /** The applicant withdrew the appeal. */
  readonly withdrawn: boolean;
  /** The applicant withdrew the consent to the processing of the data. */
  readonly consentWithdrawn: boolean;
  /** Nobody is there to be told any more. */
  readonly erased: boolean;
}

type Received = Exclude<keyof Applicant, 'number' | 'registeredOn' | 'withdrawn' | 'consentWithdrawn' | 'erased'>;

export interface NewApplicant extends Pick<Applicant, Received> {
  readonly district: number;
  readonly appeal: string;
}

/** The registration as intake published it. */
export interface Registration {
  readonly number: string;
  readonly registeredOn: string;
  readonly regime: Regime;
}

/** Why nothing that comes from now on is told: the ground on which what was open already was cancelled. */
export function owedNothing({
  erased,
  withdrawn,
}: Pick<Applicant, 'erased' | 'withdrawn'>): Extract<CancelGround, 'ERASED' | 'WITHDRAWN'> | undefined {
  if (erased) return 'ERASED';
  return withdrawn ? 'WITHDRAWN' : undefined;
}

export abstract class Applicants {
  /** Keeps the first version: a late redelivery must not restore a deleted contact. */
  abstract keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void>;
  /** False when the appeal's receipt has not been consumed. */
  abstract keepRegistered(
    tx: Transaction,
    district: number,
    appeal: string,
    registration: Registration,
  ): Promise<boolean>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined>;
  /** As `of`; an erasure or a withdrawal meanwhile waits for the end of the transaction, and finds what was opened in it. */
  abstract held(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined>;
  /** False when the appeal's receipt has not been consumed. */
  abstract keepWithdrawn(tx: Transaction, district: number, appeal: string): Promise<boolean>;
  abstract keepConsentWithdrawn(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** Deletes what is sealed of the person in all appeals, and remembers that it was erased. */
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
