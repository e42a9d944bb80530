import type { AppealReceived } from './appeal.js';

/** What the state keeps of a term of registration or moderation. */
export type ReceptionTerm = Pick<NonNullable<AppealReceived['deadline']>, 'rule' | 'duty' | 'dueOn'>;

export function termOf(deadline: AppealReceived['deadline']): ReceptionTerm | undefined {
  if (!deadline) return undefined;
  const { rule, duty, dueOn } = deadline;
  return { rule, duty, dueOn };
}
