import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { ofRead } from './published-answers.js';
import { inTurn, ReadersNetworks } from './readers-networks.js';

/** How often an answer was enough on a day (`2026-11-27`). */
export interface EnoughOnDay {
  readonly id: string;
  /** Null: it was taken back since. */
  readonly title: string | null;
  readonly on: string;
  readonly count: number;
}

/** One who needs no more than a published answer. */
export interface EnoughAnswered {
  readonly answer: string;
  /** Idempotency key. */
  readonly key: string;
  /** The day, `2026-11-27`. */
  readonly on: string;
  /** `PermittedContext.network` */
  readonly network: string | undefined;
}

/** Published answers after which one sent nothing, counted by the day. */
@Injectable()
export class EnoughAnswers {
  constructor(
    private readonly database: Database,
    private readonly networks: ReadersNetworks,
  ) {}

  /** Once for a key, and once an hour for a network. False: there is no such answer that all may read. */
  async count(district: number, { answer, key, on, network }: EnoughAnswered): Promise<boolean> {
    const near = this.networks.networkOf(district, answer, network);
    return this.database.scope(district).transaction(async (tx) => {
      await inTurn(tx, district, answer);
      const { rows } = await tx.query<{ isThere: boolean }>(
        `with live as (select p.id ${ofRead} and p.id = $2),
         counted as (insert into search.answer_enough (district, answer, key, on_day, address, hour)
           select $1, id, $3, $4, $5, date_trunc('hour', now()) from live
           where not exists (select from search.answer_enough near
             where near.district = $1 and near.answer = $2 and near.address = $5 and near.hour = date_trunc('hour', now()))
           on conflict do nothing)
         select exists (select from live) as "isThere"`,
        [district, answer, key, on, near],
      );
      return rows[0]!.isThere;
    });
  }

  /** From the day on, the latest day first. */
  async since(district: number, from: string): Promise<readonly EnoughOnDay[]> {
    const { rows } = await this.database.scope(district).query<EnoughOnDay>(
      `select e.answer as id, case when p.stage = 'PUBLISHED' then nullif(p.title, '') end as title, e.on_day::text as on, count(*)::int as count
       from search.answer_enough e left join search.publication p on p.district = e.district and p.id = e.answer
       where e.district = $1 and e.on_day >= $2 group by e.answer, p.stage, p.title, e.on_day order by e.on_day desc, e.answer`,
      [district, from],
    );
    return rows;
  }
}
