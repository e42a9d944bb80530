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
  /** It had no topic before, so that topics were proposed for it. */
  readonly isOffered: boolean;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One that is kept. */
export interface KeptRoute extends Omit<DecidedRoute, 'district'> {
  /** It was looked at whether the proposal was followed. */
  readonly isMeasured: boolean;
}

/** What officials chose, to be learned from. Codes and ids alone: texts stay where they are, sealed, until they are deleted. */
@Injectable()
export class DecidedRoutes {
  /** The last decision of a question counts. */
  async keep(tx: Transaction, decided: DecidedRoute): Promise<void> {
    const { district, question, appeal, topic, department, isOffered, at } = decided;
    await tx.query(
      `insert into routing.decided_route as kept (district, question, appeal, topic, department, offered, measured, decided_at)
       values ($1, $2, $3, $4, $5, $6, false, $7)
       on conflict (district, question) do update
       set topic = excluded.topic, department = excluded.department, offered = excluded.offered, measured = false,
         decided_at = excluded.decided_at
       where kept.decided_at <= excluded.decided_at`,
      [district, question, appeal, topic, department, isOffered, at],
    );
  }

  /** At most `limit`, the newest first. */
  async newest(tx: Transaction, district: number, limit: number): Promise<readonly KeptRoute[]> {
    const { rows } = await tx.query<Omit<KeptRoute, 'at'> & { readonly at: Date }>(
      `select question, appeal, topic, department, offered as "isOffered", measured as "isMeasured", decided_at as at
       from routing.decided_route where district = $1 order by decided_at desc, question limit $2`,
      [district, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
