import type { Database, Transaction } from '@otklik/tenancy';
import type { Series } from '../../domain/registration.js';

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

export interface CountedSeries extends Series {
  readonly last: number;
}

/** What the counters say, for `verify`. */
export async function countedSeries(database: Database, district: number): Promise<readonly CountedSeries[]> {
  const { rows } = await database
    .scope(district)
    .query<CountedSeries & { journal: Series['journal'] }>(
      'select journal, year, last from intake.number_series where district = $1 order by journal, year',
      [district],
    );
  return rows;
}
