import { Injectable } from '@nestjs/common';
import type { NetworkProblem } from '@otklik/contracts/enumerations';
import { Database } from '@otklik/tenancy';

/** How an account does; times are ISO 8601 UTC. */
export interface AccountHealth {
  readonly account: string;
  readonly problems: readonly NetworkProblem[];
  readonly since: string;
  /** Something was delivered. */
  readonly heardAt: string | null;
  /** Of the last 24 hours. */
  readonly messagesPerDay: number;
  /** What deliveries did not bring was read. */
  readonly readAt: string | null;
  readonly lookedAt: string | null;
  readonly repairedAt: string | null;
  /** Something was wrong, the last time; of a mailbox. */
  readonly failedAt: string | null;
}

type Times = 'since' | 'heardAt' | 'readAt' | 'lookedAt' | 'repairedAt' | 'failedAt';
type Row = Omit<AccountHealth, Times> & { readonly [Time in Times]: Date | null };

/** What listening knows of the accounts. */
@Injectable()
export class AccountHealths {
  constructor(private readonly database: Database) {}

  async of(district: number): Promise<readonly AccountHealth[]> {
    const { rows } = await this.database.scope(district).query<Row>(
      `select l.account, l.problems, l.since, l.heard_at as "heardAt", l.read_at as "readAt",
          l.looked_at as "lookedAt", l.repaired_at as "repairedAt", null::timestamptz as "failedAt",
          (select count(*)::int from intake.heard_message m
            where m.district = l.district and m.account = l.account and m.at > now() - interval '24 hours'
          ) as "messagesPerDay"
        from intake.listening l where l.district = $1`,
      [district],
    );
    return rows.map(healthOf);
  }

  /** Of the district's mailboxes: letters come to them by SMTP, or are read by IMAP. */
  async ofMailboxes(district: number, accounts: readonly string[]): Promise<readonly AccountHealth[]> {
    const { rows } = await this.database.scope(district).query<Row>(
      `select g.account, case when b.problem is null then '{}'::text[] else array[b.problem] end as problems,
          coalesce(b.since, m.first, now()) as since, m.last as "heardAt", b.looked_at as "readAt",
          greatest(b.looked_at, b.problem_at) as "lookedAt", null::timestamptz as "repairedAt", b.problem_at as "failedAt",
          m.recent as "messagesPerDay"
        from unnest($2::uuid[]) as g (account)
        left join intake.mailbox b on b.district = $1 and b.account = g.account
        cross join lateral (
          select min(received_at) as first, max(received_at) as last,
            (count(*) filter (where received_at > now() - interval '24 hours'))::int as recent
          from intake.mail where district = $1 and account = g.account) m`,
      [district, accounts],
    );
    return rows.map(healthOf);
  }

  /** Has the account looked at as soon as a process listens. Answers when it was asked; nothing for one that is not listened to. */
  async lookAtOnce(district: number, account: string): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ readonly at: Date }>(
      `update intake.listening set looked_at = null, next_at = now()
        where district = $1 and account = $2 returning now() as at`,
      [district, account],
    );
    return rows[0]?.at.toISOString();
  }
}

function healthOf({ since, heardAt, readAt, lookedAt, repairedAt, failedAt, ...row }: Row): AccountHealth {
  return {
    ...row,
    since: since!.toISOString(),
    heardAt: iso(heardAt),
    readAt: iso(readAt),
    lookedAt: iso(lookedAt),
    repairedAt: iso(repairedAt),
    failedAt: iso(failedAt),
  };
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
