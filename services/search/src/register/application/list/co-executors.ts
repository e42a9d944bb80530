import type { QuestionPart } from '@otklik/case/question';
import type { CoExecutor, CoExecutorsPart, GivenPart } from '@otklik/case/co-executor-parts';
import { compact, type LocalDate } from '@otklik/kernel';

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

/** What a co-executor prepares, as rows keep it: without its text. */
export interface ListedPart extends CoExecutor {
  readonly until?: LocalDate;
  /** ISO 8601 UTC. */
  readonly doneAt?: string;
}

export function listedPart({ official, department, until, done }: GivenPart): ListedPart {
  return compact({ official, department, until, doneAt: done?.at });
}
