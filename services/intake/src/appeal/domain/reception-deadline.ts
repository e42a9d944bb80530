import type { Regime } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import {
  startedDeadline,
  type LocalDate,
  type StartedRule,
  type TermStart,
  type WorkingCalendar,
} from '@otklik/kernel';

/** The policy and calendar by which a district counts. */
interface Counting {
  readonly policy: {
    readonly receptionTerms?: Readonly<Record<string, StartedRule>>;
    readonly answerTerms: Readonly<Record<string, StartedRule>>;
  };
  readonly calendar: WorkingCalendar;
}

/**
 * The term that runs from the arrival: to register an appeal (59-FZ art. 8(2)), or by the district's own order to decide
 * about a message. Undefined where the policy has none for the regime.
 */
export function receptionDeadline(
  { policy: { receptionTerms = {} }, calendar }: Counting,
  regime: Regime,
  arrival: TermStart,
): AppealReceivedData['deadline'] {
  const rule = Object.hasOwn(receptionTerms, regime) ? receptionTerms[regime] : undefined;
  return rule && { ...startedDeadline(rule, { RECEIVED: arrival }, calendar), by: 'RULE' };
}

/** The last days, for the immediate reply to the sender. */
export interface PromisedDays {
  readonly registerBy: LocalDate | undefined;
  /** Of the answer, if the registration comes on its own last day. */
  readonly answerBy: LocalDate | undefined;
}

export function promisedDays(counting: Counting, regime: Regime, arrival: TermStart): PromisedDays {
  const registerBy = receptionDeadline(counting, regime, arrival)?.dueOn;
  const { answerTerms } = counting.policy;
  const rule = Object.hasOwn(answerTerms, regime) ? answerTerms[regime] : undefined;
  if (registerBy === undefined || !rule) return { registerBy, answerBy: undefined };
  const registered = { on: registerBy, zone: arrival.zone };
  const moments = { REGISTERED: registered, RECEIVED: arrival, MESSAGE_WRITTEN: arrival };
  return { registerBy, answerBy: startedDeadline(rule, moments, counting.calendar).dueOn };
}
