import type { Transaction } from '@otklik/tenancy';

/** A signed answer that has files. */
export interface AnswerOfFiles {
  readonly appeal: string;
  readonly response: string;
  readonly answer: string;
  readonly files: readonly string[];
}

/** Of one response: its current answer may still lose its signature; an earlier one may not. */
type Of = Pick<AnswerOfFiles, 'response'>;

/** Which files residents may open: those of signed answers, for as long as the signature is of force. */
export abstract class AnswerFiles {
  abstract sign(tx: Transaction, district: number, answer: AnswerOfFiles): Promise<void>;
  /** The signature is void; without `answer`: that of the current answer. */
  abstract void(tx: Transaction, district: number, of: Of & Partial<Pick<AnswerOfFiles, 'answer'>>): Promise<void>;
  /** The answer was sent before its signature was taken back. */
  abstract restore(tx: Transaction, district: number, of: Of & Pick<AnswerOfFiles, 'answer'>): Promise<void>;
  /** Another answer may follow; what was given stays. */
  abstract settle(tx: Transaction, district: number, of: Of): Promise<void>;
  abstract isGiven(district: number, file: string): Promise<boolean>;
  abstract removeOf(tx: Transaction, district: number, appeal: string): Promise<void>;
}
