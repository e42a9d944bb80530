import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';

/** The rule that lists and warnings name where a question is due by the day that a body asked for. */
export const BODY_RULE = 'BODY';

/** What is known of that day as of a term; no law sets it, so that it is counted by no rule. */
export type BodyTerm = Pick<DeadlineSetData, 'duty' | 'dueOn' | 'countedFrom' | 'zone'> & {
  readonly rule: typeof BODY_RULE;
};

/** The day by which the body that sent an appeal on asks for its result (59-FZ art. 8(4)) makes no term later than the law has it. */
export function isEarlier(asked: LocalDate | undefined, { dueOn }: { readonly dueOn: LocalDate }): asked is LocalDate {
  return asked !== undefined && asked < dueOn;
}

/** It runs beside the term of the answer, from the same event; undefined where it is no earlier. */
export function bodyTerm(
  { deadline }: { readonly deadline?: Pick<DeadlineSetData, 'duty' | 'dueOn' | 'countedFrom' | 'zone'> },
  asked: LocalDate | undefined,
): BodyTerm | undefined {
  if (!deadline || !isEarlier(asked, deadline)) return undefined;
  const { duty, countedFrom, zone } = deadline;
  return { rule: BODY_RULE, duty, dueOn: asked, countedFrom, zone };
}
