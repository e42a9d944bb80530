import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { inSnapshot, rowsByCursor, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { GivenNumber, NumberSnapshot, ReservedNumbers, SeriesCounter } from '../application/verify-numbers.js';
import type { Series } from '../domain/registration.js';

@Injectable()
export class NumberSeries {
  constructor(@Inject(WORKER_POOL) private readonly worker: Pool) {}

  /**
   * Takes the next `count` numbers, returns the last of them, and locks the series' row until the transaction ends. A
   * rollback gives the numbers back.
   */
  async take(tx: Transaction, district: number, series: Series, count: number): Promise<number> {
    const { rows } = await tx.query<{ last: number }>(
      `insert into intake.number_series as series (district, journal, year, last) values ($1, $2, $3, $4)
       on conflict (district, journal, year) do update set last = series.last + excluded.last returning last`,
      [district, series.journal, series.year, count],
    );
    return rows[0]!.last;
  }

  /**
   * Reads the counters and the recorded numbers of all districts in one snapshot. Counters and numbers agree under live traffic, and no
   * open transaction is waited for.
   */
  withSnapshot<Result>(read: (books: NumberSnapshot) => Promise<Result>): Promise<Result> {
    return inSnapshot(this.worker, async (tx) => {
      const { rows } = await tx.query<SeriesCounter>(
        'select district, journal, year, last from intake.number_series order by district, journal, year',
      );
      const given = rowsByCursor<GivenNumber>(
        tx,
        'given_numbers',
        `select district, data ->> 'journal' as journal, (data ->> 'year')::int as year, (data ->> 'serial')::int as serial,
           count(*)::int as times
         from intake.event where type = 'AppealRegistered' group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      );
      const { rows: reserved } = await tx.query<ReservedNumbers>(
        'select district, journal, year, first, last from intake.number_reserved order by first',
      );
      return read({ counters: rows, given, reserved });
    });
  }
}
