import { Injectable } from '@nestjs/common';
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
@Injectable()
export class OutgoingNumbers {
  /** Waits for another transaction that gives the same number. Throws `OutgoingNumberTaken`. */
  async give(tx: Transaction, { district, year, number, notice }: GivenNumber): Promise<void> {
    const key = [district, year, number];
    await tx.query(
      `insert into notifications.outgoing_number (district, year, number, notice) values ($1, $2, $3, $4)
       on conflict (district, year, number) do nothing`,
      [...key, notice],
    );
    const { rows } = await tx.query<{ readonly notice: string }>(
      'select notice from notifications.outgoing_number where district = $1 and year = $2 and number = $3',
      key,
    );
    if (rows[0]?.notice !== notice) throw new OutgoingNumberTaken(year);
  }

  /** Undefined before the first letter. */
  async given(tx: Transaction, district: number, year: number): Promise<GivenNumbers | undefined> {
    const { rows } = await tx.query<Omit<GivenNumbers, 'ofYear'> & { readonly ofYear: readonly string[] | null }>(
      `select number as last, year as "lastYear",
         (select array_agg(number) from notifications.outgoing_number where district = $1 and year = $2) as "ofYear"
       from notifications.outgoing_number where district = $1 and year <= $2 order by year desc, given_at desc limit 1`,
      [district, year],
    );
    const [found] = rows;
    return found && { ...found, ofYear: found.ofYear ?? [] };
  }
}
