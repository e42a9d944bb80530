import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Verdict, Verdicts } from '../../application/verdicts.js';

@Injectable()
export class PostgresVerdicts implements Verdicts {
  async keep(tx: Transaction, district: number, answer: string, verdict: Verdict): Promise<void> {
    await tx.query(
      `insert into notifications.verdict (district, answer, verdict) values ($1, $2, $3)
       on conflict (district, answer) do nothing`,
      [district, answer, verdict],
    );
  }

  async of(tx: Transaction, district: number, answer: string): Promise<Verdict | undefined> {
    const { rows } = await tx.query<{ readonly verdict: Verdict }>(
      'select verdict from notifications.verdict where district = $1 and answer = $2',
      [district, answer],
    );
    return rows[0]?.verdict;
  }
}
