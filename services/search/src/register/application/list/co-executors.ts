import type { QuestionPart } from '@otklik/case/question';
import type { CoExecutorsPart } from '@otklik/case/question-control';

/**
 * The co-executors as one text, each between bars: officials by id, departments by their code after `@`. `coExecutorKeys` are
 * looked for in it.
 */
export function coExecutorsText({ coExecutors }: Pick<QuestionPart, 'coExecutors'>): string | undefined {
  return barred(keysOf(coExecutors));
}

/** Several values in one column, as `HOLDS` looks for one of them. */
export function barred(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : `|${values.join('|')}|`;
}

export function keysOf(coExecutors: CoExecutorsPart | undefined): readonly string[] {
  const { officials = [], departments = [] } = coExecutors ?? {};
  return [...officials, ...departments.map(departmentKey)];
}

export function departmentKey(code: string): string {
  return `@${code}`;
}
