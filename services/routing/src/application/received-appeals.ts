import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Arrival } from '../domain/answer-deadline.js';

/** What routing keeps of a submission until the appeal is registered. The text stays sealed; null once it is deleted. */
export interface ReceivedAppeal {
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly channel: string;
  /** The topic that the sender chose. */
  readonly topic: string | null;
  readonly applicant: ReceivedApplicant;
  /** Beside `receivedOn` of the applicant. */
  readonly arrival: Pick<Arrival, 'receivedAt' | 'writtenAt'>;
}

/** What a submission tells of its sender; the texts are sealed, and null once the person is erased. Undefined: received under 0.1.0. */
export interface ReceivedApplicant {
  readonly isNamed: boolean | undefined;
  /** It gives an address of any kind: by post, e-mail, telephone, of an account or in a network. */
  readonly isReachable: boolean | undefined;
  /** The day of the reception, or of the arrival, in the district's zone. */
  readonly receivedOn: LocalDate | undefined;
  readonly name: Sealed | null;
  readonly contact: Sealed | null;
  readonly address: Sealed | null;
  readonly subject: Sealed | null;
}

export interface NewlyReceived extends ReceivedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

export abstract class ReceivedAppeals {
  /** Keeps the first version: a late redelivery must not restore a deleted text. */
  abstract keep(tx: Transaction, received: readonly NewlyReceived[]): Promise<void>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<ReceivedAppeal | undefined>;
  /** One change of the appeal's questions after the other, until the transaction ends. */
  abstract lock(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** Of several appeals, by id; those that were not received are not in it. */
  abstract ofAll(
    tx: Transaction,
    district: number,
    appeals: readonly string[],
  ): Promise<ReadonlyMap<string, ReceivedAppeal>>;
  /** Deletes the text and keeps the row, on which later events depend. */
  abstract deleteText(tx: Transaction, district: number, appeal: string): Promise<void>;
  abstract deleteTextsOf(tx: Transaction, district: number, person: string): Promise<void>;
}
