import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** What an official chose for a question that is the whole appeal. */
export interface DecidedRoute {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  /** Codes of the district's directory. */
  readonly topic: string;
  readonly department: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What officials chose, to be learned from. Codes and ids alone: texts stay where they are, sealed, until they are deleted. */
@Injectable()
export class DecidedRoutes {
  /** The last decision of a question counts. */
  async keep(tx: Transaction, { district, question, appeal, topic, department, at }: DecidedRoute): Promise<void> {
    await tx.query(
      `insert into routing.decided_route as kept (district, question, appeal, topic, department, decided_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (district, question) do update
       set topic = excluded.topic, department = excluded.department, decided_at = excluded.decided_at
       where kept.decided_at <= excluded.decided_at`,
      [district, question, appeal, topic, department, at],
    );
  }

  /** At most `limit`, the newest first. */
  async newest(tx: Transaction, district: number, limit: number): Promise<readonly Omit<DecidedRoute, 'district'>[]> {
    const { rows } = await tx.query<Omit<DecidedRoute, 'district' | 'at'> & { readonly at: Date }>(
      `select question, appeal, topic, department, decided_at as at from routing.decided_route
       where district = $1 order by decided_at desc, question limit $2`,
      [district, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
