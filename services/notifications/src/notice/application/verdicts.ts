import type { Transaction } from '@otklik/tenancy';

/** Whether a signed answer is sent, as routing decided. */
export type Verdict = 'ACCEPTED' | 'REFUSED';

export abstract class Verdicts {
  abstract keep(tx: Transaction, district: number, answer: string, verdict: Verdict): Promise<void>;
  /** Undefined until routing's fact is consumed. */
  abstract of(tx: Transaction, district: number, answer: string): Promise<Verdict | undefined>;
}
