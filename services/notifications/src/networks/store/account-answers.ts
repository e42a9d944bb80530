import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';

/** How an account answers. */
export interface AnswersOfAccount {
  readonly account: string;
  /** When an answer left last, ISO 8601 UTC. */
  readonly answeredAt: string | null;
  readonly sentPerWeek: number;
  readonly returnedPerWeek: number;
}

const DAY_MS = 86_400_000;

/** What leaves by the district's accounts and mailboxes, and what comes back. */
@Injectable()
export class AccountAnswers {
  constructor(private readonly database: Database) {}

  /** A message exists in a network; for letters the dispatch records it. */
  async sent(tx: Transaction, district: number, notice: string, at: string): Promise<void> {
    await tx.query('update notifications.delivery set sent_at = $3 where district = $1 and notice = $2', [
      district,
      notice,
      at,
    ]);
  }

  /** A letter came back. */
  async returned(tx: Transaction, district: number, notice: string, at: string): Promise<void> {
    await tx.query('update notifications.delivery set returned_at = $3 where district = $1 and notice = $2', [
      district,
      notice,
      at,
    ]);
  }

  /**
   * Of the last month before `at`; an account from which nothing left in it is not there. What came back left before, and may have been
   * sent by another way since.
   */
  async of(district: number, at: string): Promise<readonly AnswersOfAccount[]> {
    const { rows } = await this.database.scope(district).query<AnswersOfAccount>(
      `select s.account,
         max(d.sent_at) filter (where d.kind in ('ANSWERED', 'ANSWERED_AT_ONCE', 'INTERIM_ANSWER', 'REPLIED')) as "answeredAt",
         (count(*) filter (where greatest(d.sent_at, d.returned_at) >= $3))::int as "sentPerWeek",
         (count(*) filter (where d.returned_at >= $3))::int as "returnedPerWeek"
       from notifications.delivery d
       join (
         select district, appeal, account, 'NETWORK' as by from notifications.network_source
         union all select district, appeal, account, 'EMAIL' from notifications.mail_source) s
         on s.district = d.district and s.appeal = d.appeal
       where d.district = $1 and greatest(d.sent_at, d.returned_at) >= $2
         and (s.by = 'EMAIL' or d.way in ('THREAD', 'DIRECT'))
       group by s.account order by s.account`,
      [district, daysBefore(at, 30), daysBefore(at, 7)],
    );
    return rows;
  }
}

function daysBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * DAY_MS).toISOString();
}
