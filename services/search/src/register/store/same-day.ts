import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** Questions that were answered, and those of them on the day on which the appeal came. */
export interface SameDayCount {
  readonly answered: number;
  readonly sameDay: number;
}

export interface SameDayPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Each question is counted in one cell by its department: together they are the whole. */
const COUNTED = `coalesce(sum(n), 0)::int as answered, coalesce(sum(n) filter (where marks like '%SAME_DAY %'), 0)::int as "sameDay"
  from search.register_tally
  where district = $1 and kind = 'ANSWERED' and by = 'DEPARTMENT' and day >= $2 collate "C" and day <= $3 collate "C"`;

/** From what is counted as rows change: it costs the days that are asked for, and not the questions. */
@Injectable()
export class SameDay {
  constructor(private readonly database: Database) {}

  async within(district: number, { from, to }: SameDayPeriod): Promise<SameDayCount> {
    const { rows } = await this.database.scope(district).query<SameDayCount>(`select ${COUNTED}`, [district, from, to]);
    return rows[0]!;
  }

  /** By month, as `2026-11`; months without an answer are left out. */
  async byMonth(district: number, { from, to }: SameDayPeriod): Promise<ReadonlyMap<string, SameDayCount>> {
    const { rows } = await this.database
      .scope(district)
      .query<SameDayCount & { readonly month: string }>(`select left(day, 7) as month, ${COUNTED} group by 1`, [
        district,
        from,
        to,
      ]);
    return new Map(rows.map(({ month, ...count }) => [month, count]));
  }
}
