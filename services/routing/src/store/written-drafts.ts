import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** When the answer of a question was drafted last. */
@Injectable()
export class WrittenDrafts {
  /** `at`: ISO 8601 UTC. */
  async keep(tx: Transaction, draft: { readonly district: number; readonly question: string; readonly at: string }) {
    await tx.query(
      `insert into routing.written_draft as kept (district, question, written_at) values ($1, $2, $3)
       on conflict (district, question) do update set written_at = greatest(kept.written_at, excluded.written_at)`,
      [draft.district, draft.question, draft.at],
    );
  }

  /** ISO 8601 UTC; undefined: no draft of it was written. */
  async latest(tx: Transaction, district: number, question: string): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly at: Date }>(
      'select written_at as at from routing.written_draft where district = $1 and question = $2',
      [district, question],
    );
    return rows[0]?.at.toISOString();
  }
}
