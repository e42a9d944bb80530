import { refuse } from '@otklik/kernel';
import type { Database } from '@otklik/tenancy';
import { AppealQuestions } from '../store/appeal-questions.js';

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
