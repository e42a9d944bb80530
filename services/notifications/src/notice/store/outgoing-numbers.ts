import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** A letter that gets the next number. `series`: the pattern, with `{n}` where the number runs. */
export interface Numbered {
  readonly district: number;
  /** Of the day that the letter is dated: each year has a series of its own. */
  readonly year: number;
  readonly series: string;
  readonly notice: string;
}

/** A number that a clerk typed, and the letter that it is given to. */
export interface TypedNumber extends Omit<Numbered, 'series'> {
  readonly number: string;
}

/** The outgoing number was given to another letter of the year. */
export class OutgoingNumberTaken extends Error {
  override readonly name = 'OutgoingNumberTaken';

  constructor(readonly year: number) {
    super('the outgoing number was given to another letter');
  }
}

/** The greatest running part of the year, of the series and of what clerks typed by its pattern, or without it. */
const GREATEST = `(select max(serial) from notifications.outgoing_number
  where district = $1 and year = $2 and (series = $3 or series is null and number in (serial::text, replace($3, '{n}', serial::text))))`;

/** So many typed numbers in a row may be in the way of a series. */
const MAX_TYPED_IN_THE_WAY = 10_000;

/** Outgoing numbers of letters of all ways: one number is one letter's, per district and year. */
@Injectable()
export class OutgoingNumbers {
  /**
   * The letter's number; the next of the series where it has none. The row of the series is locked until the transaction ends, and
   * with it the number comes into being or does not: a series has no gap. Locked first, and in order, are all series of the year that
   * the transaction sees, so that two which number letters of several districts do not wait for each other.
   */
  async next(tx: Transaction, numbered: Numbered): Promise<string> {
    for (let taken = 0; taken <= MAX_TYPED_IN_THE_WAY; taken += 1) {
      const number = await this.free(tx, numbered);
      if (number !== undefined) return number;
    }
    throw new OutgoingNumberTaken(numbered.year);
  }

  /** Undefined where a clerk typed the number to which the series comes: it goes on behind it. */
  private async free(tx: Transaction, { district, year, series, notice }: Numbered): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly number: string }>(
      `with had as (
         select number from notifications.outgoing_number where district = $1 and notice = $4 limit 1),
       held as materialized (
         select from notifications.outgoing_series where year = $2 order by district, series for update),
       taken as (
         insert into notifications.outgoing_series as s (district, year, series, last)
         select $1, $2, $3, coalesce(${GREATEST}, 0) + 1
         where not exists (select from had) and (select count(*) from held) >= 0
         on conflict (district, year, series) do update set last = greatest(s.last + 1, excluded.last)
         returning last),
       given as (
         insert into notifications.outgoing_number (district, year, number, notice, series)
         select $1, $2, replace($3, '{n}', last::text), $4, $3 from taken
         on conflict (district, year, number) do nothing returning number)
       select number from had union all select number from given`,
      [district, year, series, notice],
    );
    return rows[0]?.number;
  }

  /**
   * For a district whose file names no pattern: that of its latest number, whether it was given or a clerk typed it. Undefined where
   * nothing of it runs.
   */
  async formerPattern(
    tx: Transaction,
    { district, year }: Pick<Numbered, 'district' | 'year'>,
  ): Promise<string | undefined> {
    const { rows } = await tx.query<{ series: string | null; number: string; serial: string; year: number }>(
      `select series, number, serial, year from notifications.outgoing_number
       where district = $1 and year <= $2 and serial is not null order by year desc, serial desc limit 1`,
      [district, year],
    );
    const [latest] = rows;
    if (!latest) return undefined;
    const at = latest.number.lastIndexOf(latest.serial);
    const typed = `${latest.number.slice(0, at)}{n}${latest.number.slice(at + latest.serial.length)}`;
    const pattern = latest.series ?? (at < 0 ? undefined : typed);
    return pattern?.replaceAll(String(latest.year), String(year));
  }

  /** Waits for another transaction that gives the same number. Throws `OutgoingNumberTaken`. */
  async give(tx: Transaction, { district, year, number, notice }: TypedNumber): Promise<void> {
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

  /** What `next` would give now. */
  async proposed(tx: Transaction, { district, year, series }: Omit<Numbered, 'notice'>): Promise<string> {
    const { rows } = await tx.query<{ readonly last: string | null }>(
      `select greatest(${GREATEST}, (select last from notifications.outgoing_series
         where district = $1 and year = $2 and series = $3)) as last`,
      [district, year, series],
    );
    return series.replace('{n}', String(BigInt(rows[0]?.last ?? 0) + 1n));
  }
}
