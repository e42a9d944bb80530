import { refuse } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import type { QuestionStanding } from '../domain/end-of-appeal.js';

export interface QuestionPlace {
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  readonly version: number;
  readonly department: string | undefined;
}

/** Who works on questions. */
export interface Workers {
  /** Ids of co-executors. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
}

/** The questions of each appeal, as routing published them. */
export abstract class AppealQuestions {
  /** Keeps the newest: `version` is the question's. */
  abstract keep(
    tx: Transaction,
    district: number,
    appeal: string,
    version: number,
    standing: QuestionStanding,
  ): Promise<void>;
  /** The department that has the question from that version on; undefined for none. */
  abstract has(tx: Transaction, place: QuestionPlace): Promise<void>;
  /** Codes of those that have the appeal's questions. */
  abstract departments(tx: Transaction, district: number, appeal: string): Promise<readonly string[]>;
  /** Who works on the question with its executor from that version on. */
  abstract helped(tx: Transaction, place: Omit<QuestionPlace, 'department'>, by: Workers): Promise<void>;
  /** The departments that have the appeal's questions, and all co-executors. */
  abstract workers(tx: Transaction, district: number, appeal: string): Promise<Workers>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<readonly QuestionStanding[]>;
}

/** The question that a client names, if it names one. Refuses NOT_FOUND for that of another appeal, or of none. */
export async function namedQuestion(
  database: Database,
  questions: AppealQuestions,
  district: number,
  appeal: string,
  question: string | null | undefined,
): Promise<{ readonly question?: string }> {
  if (!question) return {};
  const known = await database.scope(district).transaction((tx) => questions.of(tx, district, appeal));
  const named = question.toLowerCase();
  return known.some((one) => one.question === named) ? { question: named } : refuse('NOT_FOUND');
}
