import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** A code of the common classifier that officials gave a question which is the whole appeal. */
export interface DecidedCode {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  /** Of the question then; undefined: it had none. */
  readonly topic: string | undefined;
  /** In short writing. */
  readonly code: string;
  /** False: it came with the topic that an official chose. */
  readonly isChosen: boolean;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One that is kept. */
export interface KeptCode extends Omit<DecidedCode, 'district'> {
  /** It was looked at whether the proposal was followed. */
  readonly isMeasured: boolean;
}

/** The log of given codes, to be learned from. Codes and ids alone, as of routes. */
@Injectable()
export class DecidedCodes {
  /** The last code of a question counts. */
  async keep(tx: Transaction, decided: DecidedCode): Promise<void> {
    const { district, question, appeal, topic, code, isChosen, at } = decided;
    await tx.query(
      `insert into routing.decided_code as kept (district, question, appeal, topic, code, chosen, measured, decided_at)
       values ($1, $2, $3, $4, $5, $6, false, $7)
       on conflict (district, question) do update
       set topic = excluded.topic, code = excluded.code, chosen = excluded.chosen, measured = false,
         decided_at = excluded.decided_at
       where kept.decided_at <= excluded.decided_at`,
      [district, question, appeal, topic ?? null, code, isChosen, at],
    );
  }

  /** At most `limit`, the newest first. */
  async newest(tx: Transaction, district: number, limit: number): Promise<readonly KeptCode[]> {
    const { rows } = await tx.query<
      Omit<KeptCode, 'at' | 'topic'> & { readonly at: Date; readonly topic: string | null }
    >(
      `select question, appeal, topic, code, chosen as "isChosen", measured as "isMeasured", decided_at as at
       from routing.decided_code where district = $1 order by decided_at desc, question limit $2`,
      [district, limit],
    );
    return rows.map((row) => ({ ...row, topic: row.topic ?? undefined, at: row.at.toISOString() }));
  }
}
