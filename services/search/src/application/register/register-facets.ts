import { filteredColumns, type AppealValues, type QuestionValues, type RegisterColumn } from './register-columns.js';
import type { RegisterRow } from './register-row.js';

/** What filters look at: kept with each change, before and after it, for live lists. */
export interface RegisterFacets {
  readonly district: number;
  readonly appeal: Partial<AppealValues>;
  readonly questions: readonly QuestionFacets[];
}

export interface QuestionFacets extends Partial<QuestionValues> {
  readonly id: string;
}

export function facetsOf({ district, questions, ...row }: RegisterRow): RegisterFacets {
  return {
    district,
    appeal: filtered(row),
    questions: questions.map(({ id, ...values }) => ({ id, ...filtered(values) })),
  };
}

function filtered<Values extends object>(values: Values): Partial<Values> {
  const kept = Object.entries(values).filter(([name]) => filteredColumns.has(name as RegisterColumn));
  return Object.fromEntries(kept) as Partial<Values>;
}
