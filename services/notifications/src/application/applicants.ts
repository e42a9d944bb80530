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
}

export interface NewApplicant extends Pick<Applicant, 'person' | 'contact' | 'contactKind' | 'name' | 'channel'> {
  readonly district: number;
  readonly appeal: string;
}

export abstract class Applicants {
  /** Keeps the first version: a late redelivery must not restore a deleted contact. */
  abstract keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void>;
  /** False when the appeal's receipt has not been consumed. */
  abstract keepRegistered(
    tx: Transaction,
    district: number,
    appeal: string,
    number: string,
    registeredOn: string,
  ): Promise<boolean>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined>;
  /** Deletes the contact and name of the person in all appeals. */
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
