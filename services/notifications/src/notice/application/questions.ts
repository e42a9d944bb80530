import type { Transaction } from '@otklik/tenancy';

/** What letters say of a question, as routing published it; undefined where it has none. */
export interface Question {
  readonly appeal: string;
  /** The question's version. */
  readonly version: number;
  /** Codes of the district's directory. */
  readonly topic?: string | undefined;
  readonly department?: string | undefined;
  /** The official's id. */
  readonly executor?: string | undefined;
  /** YYYY-MM-DD */
  readonly dueOn?: string | undefined;
}

export abstract class Questions {
  abstract of(tx: Transaction, district: number, question: string): Promise<Question | undefined>;
  abstract keep(tx: Transaction, district: number, question: string, kept: Question): Promise<void>;
}
