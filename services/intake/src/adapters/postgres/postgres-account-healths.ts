import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import type { AccountHealth, AccountHealths } from '../../application/networks/account-health.js';

type Times = 'since' | 'heardAt' | 'readAt' | 'lookedAt' | 'repairedAt';
type Row = Omit<AccountHealth, Times> & { readonly [Time in Times]: Date | null };

@Injectable()
export class PostgresAccountHealths implements AccountHealths {
  constructor(private readonly database: Database) {}

  async of(district: number): Promise<readonly AccountHealth[]> {
    const { rows } = await this.database.scope(district).query<Row>(
      `select l.account, l.problems, l.since, l.heard_at as "heardAt", l.read_at as "readAt",
          l.looked_at as "lookedAt", l.repaired_at as "repairedAt",
          (select count(*)::int from intake.heard_message m
            where m.district = l.district and m.account = l.account and m.at > now() - interval '24 hours'
          ) as "messagesPerDay"
        from intake.listening l where l.district = $1`,
      [district],
    );
    return rows.map(({ since, heardAt, readAt, lookedAt, repairedAt, ...row }) => ({
      ...row,
      since: since!.toISOString(),
      ...{ heardAt: iso(heardAt), readAt: iso(readAt), lookedAt: iso(lookedAt), repairedAt: iso(repairedAt) },
    }));
  }

  async lookAtOnce(district: number, account: string): Promise<string | undefined> {
    const { rows } = await this.database.scope(district).query<{ readonly at: Date }>(
      `update intake.listening set looked_at = null, next_at = now()
        where district = $1 and account = $2 returning now() as at`,
      [district, account],
    );
    return rows[0]?.at.toISOString();
  }
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
