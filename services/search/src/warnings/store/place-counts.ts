import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, type LocalDate } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** As many days before as tell what is usual. */
const BEFORE_DAYS = 360;

/** Appeals of a topic in a settlement. */
export interface PlaceCount {
  /** Null: of any. */
  readonly topic: string | null;
  /** Null: they name none. Of the whole district: undefined. */
  readonly settlement: string | null | undefined;
  readonly count: number;
  /** How many are usual in as many days, by the 360 days before. */
  readonly usual: number;
}

interface Row {
  readonly topic: string | null;
  readonly settlement: string | null;
  readonly ofAll: boolean;
  readonly now: number;
  readonly before: number;
}

/** How many appeals of which topic came from where. */
@Injectable()
export class PlaceCounts {
  constructor(private readonly database: Database) {}

  /**
   * Of each topic and settlement, of each topic, of each settlement, and of all, as lists count them: an appeal once. Reads every question
   * of these days and of the 360 before.
   */
  async within(district: number, from: LocalDate, to: LocalDate): Promise<readonly PlaceCount[]> {
    const { rows } = await this.database.scope(district).query<Row>(
      {
        name: 'place counts',
        text: `select q.topic, a.settlement, grouping(a.settlement) = 1 as "ofAll",
            count(distinct a.id) filter (where a.received_on >= $3)::int as now,
            count(distinct a.id) filter (where a.received_on < $3)::int as before
          from search.register a join search.register_question q on q.district = a.district and q.appeal = a.id
          where a.district = $1 and a.received_on >= $2 and a.received_on <= $4 and q.topic is not null
          group by grouping sets ((q.topic, a.settlement), (q.topic), (a.settlement), ())`,
      },
      [district, addDays(from, -BEFORE_DAYS), from, to],
    );
    const days = daysBetween(from, to) + 1;
    return rows.map(({ topic, settlement, ofAll, now, before }) => ({
      topic,
      settlement: ofAll ? undefined : settlement,
      count: now,
      usual: Math.round((before * days * 10) / BEFORE_DAYS) / 10,
    }));
  }
}
