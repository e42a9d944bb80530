import type { Regime } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Contact of an appeal's sender; personal fields sealed as received, null once the person is erased. */
export interface Applicant {
  readonly person: string;
  readonly contact: Sealed | null;
  readonly contactKind: 'EMAIL' | 'PHONE' | null;
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
}

type Received = 'person' | 'contact' | 'contactKind' | 'name' | 'channel' | 'regime' | 'text' | 'settlement' | 'place';

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
  /** Deletes what is sealed of the person in all appeals. */
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
