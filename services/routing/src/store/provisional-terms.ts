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

  /** In place of an earlier one of its rule; one that is provisional no more is forgotten. */
  async keep(tx: Transaction, { district, question, appeal, deadline }: ProvisionalTerm): Promise<void> {
    const { rule, calendarVersion, provisional } = deadline;
    if (!provisional) {
      const key = [district, question, rule];
      await tx.query('delete from routing.provisional_term where district = $1 and question = $2 and rule = $3', key);
      return;
    }
    await tx.query(
      `insert into routing.provisional_term (district, question, appeal, rule, calendar, deadline)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (district, question, rule) do update set calendar = excluded.calendar, deadline = excluded.deadline`,
      [district, question, appeal, rule, calendarVersion, JSON.stringify(deadline)],
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
