import {
  appealFacets,
  filteredColumns,
  questionFacets,
  type AppealValues,
  type QuestionValues,
} from './column-values.js';
import type { FacetName } from './counted-names.js';
import type { RegisterColumn } from './register-columns.js';
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

/** Of each facet the different values of an appeal: it is counted once under each. */
export function countedValues({
  appeal,
  questions,
}: {
  readonly appeal: Partial<AppealValues>;
  readonly questions: readonly Partial<QuestionValues>[];
}): Readonly<Record<FacetName, readonly string[]>> {
  const counted = [
    ...appealFacets.map(([column, facet]) => [facet, [appeal[column]]] as const),
    ...questionFacets.map(([column, facet]) => [facet, questions.map((question) => question[column])] as const),
  ].map(([facet, values]) => [facet, [...new Set(values.filter((value) => value !== undefined).map(String))].sort()]);
  return Object.fromEntries(counted) as Record<FacetName, readonly string[]>;
}

function filtered<Values extends object>(values: Values): Partial<Values> {
  const kept = Object.entries(values).filter(([name]) => filteredColumns.has(name as RegisterColumn));
  return Object.fromEntries(kept) as Partial<Values>;
}
