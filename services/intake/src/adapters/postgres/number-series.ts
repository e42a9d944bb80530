import { workerTransaction } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { GivenNumber, NumberBooks, SeriesCounter } from '../../application/verify-numbers.js';
import type { Series } from '../../domain/registration.js';

const FETCH = 2_000;

/**
 * Takes the next `count` numbers, answers the last of them, and holds the series' row until the transaction ends: rolled
 * back, they are free again.
 */
export async function takeNumbers(tx: Transaction, district: number, series: Series, count: number): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into intake.number_series as series (district, journal, year, last) values ($1, $2, $3, $4)
     on conflict (district, journal, year) do update set last = series.last + excluded.last returning last`,
    [district, series.journal, series.year, count],
  );
  return rows[0]!.last;
}

/**
 * Both the counters and the numbers of the log as they stand at one moment: beside live traffic neither is ahead of the
 * other, and nobody's open transaction is waited for. `worker`: of all districts.
 */
export function withNumberBooks<Result>(worker: Pool, read: (books: NumberBooks) => Promise<Result>): Promise<Result> {
  return workerTransaction(worker, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const { rows } = await tx.query<SeriesCounter>(
      'select district, journal, year, last from intake.number_series order by district, journal, year',
    );
    await tx.query(`declare given_numbers no scroll cursor for
      select district, data ->> 'journal' as journal, (data ->> 'year')::int as year, (data ->> 'serial')::int as serial,
        count(*)::int as times
      from intake.event where type = 'AppealRegistered' group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
    return read({ counters: rows, given: givenNumbers(tx) });
  });
}

async function* givenNumbers(tx: Transaction): AsyncGenerator<GivenNumber, void, void> {
  for (;;) {
    const { rows } = await tx.query<GivenNumber>(`fetch ${FETCH} from given_numbers`);
    yield* rows;
    if (rows.length < FETCH) return;
  }
}
