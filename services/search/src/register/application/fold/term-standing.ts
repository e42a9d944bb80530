import type { DeadlineState } from '@otklik/contracts/enumerations';
import { hasEnded } from '@otklik/case/question-status';
import type { QuestionPart } from '@otklik/case/question';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { binds, END_OF_TERM, isOfDecision, type LocalDate, type Standing } from '@otklik/kernel';

/** Status of a term without the time: whether a running one is missed depends on the clock. */
export interface TermStanding {
  readonly state: Exclude<DeadlineState, 'MISSED'>;
  /** The day on which what it obliges to was done. */
  readonly metOn?: LocalDate;
}

type Terms = Pick<
  QuestionPart,
  'state' | 'deadline' | 'replaced' | 'met' | 'unanswered' | 'answeredOn' | 'answeredAt' | 'interim'
>;

export function termStanding(part: Terms, set: DeadlineSetData): TermStanding {
  const { replaced = {}, met = {}, state, answeredOn } = part;
  if (set.rule in replaced) return { state: 'REPLACED' };
  const metOn = isOfDecision(set) ? met[set.rule] : answeredOn;
  if (metOn !== undefined) return { state: inTime(part, set, metOn) ? 'KEPT' : 'LATE', metOn };
  if (hasEnded(state)) return { state: 'OFF' };
  return { state: binds(set, standingOf(part)) ? 'RUNNING' : 'CONDITIONAL' };
}

function standingOf({ state, unanswered }: Terms): Standing {
  return state === 'LEAVING' && unanswered ? { state, ground: unanswered.ground } : { state };
}

function inTime({ answeredAt, interim, deadline }: Terms, set: DeadlineSetData, metOn: LocalDate): boolean {
  // The first answer to a message was late, however early the final one is.
  if (interim?.late === true && set.rule === deadline?.rule) return false;
  const { dueOn, dueAt } = set;
  return dueAt === undefined || answeredAt === undefined ? metOn <= dueOn : answeredAt <= dueAt;
}

/** Whether the answer was dispatched in time; undefined before the answer and where no deadline was set. */
export function termKept(part: Terms): boolean | undefined {
  const { answeredOn, deadline } = part;
  return answeredOn === undefined || deadline === undefined ? undefined : inTime(part, deadline, answeredOn);
}

/** Rules by which the question is late: what they oblige to was done after the term, or was not done, and it was warned so. */
export function lateRules(part: QuestionPart): readonly string[] {
  return (part.deadlines ?? [])
    .filter((set) => {
      const { state } = termStanding(part, set);
      return state === 'LATE' || (state === 'RUNNING' && wasMissed(part, set));
    })
    .map(({ rule }) => rule);
}

export function wasMissed({ warnings = [] }: Pick<QuestionPart, 'warnings'>, set: DeadlineSetData): boolean {
  return warnings.some(({ rule, dueOn, share }) => rule === set.rule && dueOn === set.dueOn && share === END_OF_TERM);
}
