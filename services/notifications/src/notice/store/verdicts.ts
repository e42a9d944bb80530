import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

/** Whether a signed answer is sent, as routing decided. */
export type Verdict = 'ACCEPTED' | 'REFUSED';

@Injectable()
export class Verdicts {
  async keep(tx: Transaction, district: number, answer: string, verdict: Verdict): Promise<void> {
    await tx.query(
      `insert into notifications.verdict (district, answer, verdict) values ($1, $2, $3)
       on conflict (district, answer) do nothing`,
      [district, answer, verdict],
    );
  }

  /** Undefined until routing's fact is consumed. */
  async of(tx: Transaction, district: number, answer: string): Promise<Verdict | undefined> {
    const { rows } = await tx.query<{ readonly verdict: Verdict }>(
      'select verdict from notifications.verdict where district = $1 and answer = $2',
      [district, answer],
    );
    return rows[0]?.verdict;
  }
}
