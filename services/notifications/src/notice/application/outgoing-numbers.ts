import type { Transaction } from '@otklik/tenancy';
import type { GivenNumbers } from '../domain/outgoing-number.js';

/** An outgoing number and the letter that it is given to. */
export interface GivenNumber {
  readonly district: number;
  /** Of the day of posting: each year has a series of its own. */
  readonly year: number;
  readonly number: string;
  readonly notice: string;
}

/** The outgoing number was given to another letter of the year. */
export class OutgoingNumberTaken extends Error {
  override readonly name = 'OutgoingNumberTaken';

  constructor(readonly year: number) {
    super('the outgoing number was given to another letter');
  }
}

/** Outgoing numbers of letters on paper: one number is one letter's, per district and year. */
export abstract class OutgoingNumbers {
  /** Waits for another transaction that gives the same number. Throws `OutgoingNumberTaken`. */
  abstract give(tx: Transaction, given: GivenNumber): Promise<void>;
  /** Undefined before the first letter. */
  abstract given(tx: Transaction, district: number, year: number): Promise<GivenNumbers | undefined>;
}
