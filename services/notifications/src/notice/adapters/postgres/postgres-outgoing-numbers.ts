import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { OutgoingNumberTaken, type GivenNumber, type OutgoingNumbers } from '../../application/outgoing-numbers.js';
import type { GivenNumbers } from '../../domain/outgoing-number.js';

@Injectable()
export class PostgresOutgoingNumbers implements OutgoingNumbers {
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
