import type { StartFact } from '@otklik/contracts/enumerations';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';

/** The rule that lists and warnings name where a question is due by the day that a body asked for. */
export const BODY_RULE = 'BODY';

type Set = Pick<DeadlineSetData, 'duty' | 'dueOn' | 'countedFrom' | 'zone' | 'start'>;

/** What is known of that day as of a term; no law sets it, so that it is counted by no rule. */
export type BodyTerm = Pick<DeadlineSetData, 'duty' | 'dueOn' | 'countedFrom' | 'zone'> & {
  readonly rule: typeof BODY_RULE;
};

/** Of a question. */
export interface Considered {
  readonly deadline?: Set;
  readonly deadlines?: readonly Set[];
  readonly reopened?: number;
}

/** Terms that begin within the consideration. */
const later: readonly (StartFact | undefined)[] = ['TERM_END', 'INTERIM_ANSWER'];

/**
 * The day by which the body that sent an appeal on asks for its result (59-FZ art. 8(4)), of the present consideration: what is considered
 * again was answered for a day that had passed by then.
 */
export function askedFor(question: Considered, asked: LocalDate | undefined): LocalDate | undefined {
  if (asked === undefined || question.reopened === undefined) return asked;
  const since = begunOn(question);
  return since !== undefined && asked <= since ? undefined : asked;
}

/** It makes no term later than the law has it. */
export function isEarlier(asked: LocalDate | undefined, { dueOn }: { readonly dueOn: LocalDate }): asked is LocalDate {
  return asked !== undefined && asked < dueOn;
}

/** It runs beside the term of the answer, from the same event; undefined where it is no earlier. */
export function bodyTerm(question: Considered, day: LocalDate | undefined): BodyTerm | undefined {
  const { deadline } = question;
  const asked = askedFor(question, day);
  if (!deadline || !isEarlier(asked, deadline)) return undefined;
  const { duty, zone } = deadline;
  return { rule: BODY_RULE, duty, dueOn: asked, countedFrom: begunOn(question) ?? deadline.countedFrom, zone };
}

/** From which day the answer is due, whatever extended its term since. */
function begunOn({ deadline, deadlines = [] }: Considered): LocalDate | undefined {
  const begun = deadlines.filter(({ duty, start }) => duty === 'ANSWER' && !later.includes(start));
  return (
    begun
      .map(({ countedFrom }) => countedFrom)
      .sort()
      .at(-1) ?? deadline?.countedFrom
  );
}
