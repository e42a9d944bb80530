import { Inject, Injectable } from '@nestjs/common';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { WORKER_POOL } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

/** A term that counts a year without a decree. */
export interface ProvisionalTerm {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  readonly deadline: DeadlineSetData;
}

@Injectable()
export class ProvisionalTerms {
  constructor(@Inject(WORKER_POOL) private readonly worker: Pool) {}

  /** Each in place of an earlier one of its rule; one that is provisional no more is forgotten. In their order. */
  async keep(tx: Transaction, terms: readonly ProvisionalTerm[]): Promise<void> {
    const last = [...new Map(terms.map((term) => [`${term.question} ${term.deadline.rule}`, term])).values()];
    const kept = last.filter(({ deadline }) => deadline.provisional);
    const over = last.filter(({ deadline }) => !deadline.provisional);
    if (over.length > 0) await this.forget(tx, over);
    if (kept.length === 0) return;
    await tx.query(
      `insert into routing.provisional_term (district, question, appeal, rule, calendar, deadline)
       select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::json[])
       on conflict (district, question, rule) do update set calendar = excluded.calendar, deadline = excluded.deadline`,
      [
        kept.map(({ district }) => district),
        kept.map(({ question }) => question),
        kept.map(({ appeal }) => appeal),
        kept.map(({ deadline }) => deadline.rule),
        kept.map(({ deadline }) => deadline.calendarVersion),
        kept.map(({ deadline }) => JSON.stringify(deadline)),
      ],
    );
  }

  private async forget(tx: Transaction, terms: readonly ProvisionalTerm[]): Promise<void> {
    await tx.query(
      `delete from routing.provisional_term t using unnest($1::int[], $2::uuid[], $3::text[]) as o(district, question, rule)
       where t.district = o.district and t.question = o.question and t.rule = o.rule`,
      [
        terms.map(({ district }) => district),
        terms.map(({ question }) => question),
        terms.map(({ deadline }) => deadline.rule),
      ],
    );
  }

  /** Those of the district that were last counted by another calendar than this. */
  async countedOtherwise(district: number, calendar: string, limit: number): Promise<readonly ProvisionalTerm[]> {
    const { rows } = await this.worker.query<ProvisionalTerm>(
      `select district, question, appeal, deadline from routing.provisional_term
       where district = $1 and calendar <> $2 order by question, rule limit $3`,
      [district, calendar, limit],
    );
    return rows;
  }

  /** From now on looked at by this calendar. False when another copy was quicker. */
  async take(tx: Transaction, { district, question, deadline }: ProvisionalTerm, calendar: string): Promise<boolean> {
    const { rowCount } = await tx.query(
      `update routing.provisional_term set calendar = $4
       where district = $1 and question = $2 and rule = $3 and calendar <> $4`,
      [district, question, deadline.rule, calendar],
    );
    return rowCount === 1;
  }
}
