import type { DataOf } from '@otklik/contracts/declare-event';
import type { DeadlineSet } from '@otklik/contracts/routing.events';
import {
  localDate,
  startedDeadline,
  type LocalDate,
  type StartedRule,
  type StartMoments,
  type TermStart,
  type WorkingCalendar,
} from '@otklik/kernel';

/** A legal deadline with the rule, versions and source it was computed from. */
export type AnswerDeadline = DataOf<typeof DeadlineSet>;

/** What a submission tells of its coming; undefined where it was received before that was kept. */
export interface Arrival {
  readonly receivedOn: LocalDate | undefined;
  /** ISO 8601 UTC. */
  readonly receivedAt: string | undefined;
  /** When its sender wrote it, by the network's clock. */
  readonly writtenAt: string | undefined;
}

/** From which the term of an answer may count. What is not known of a fact is taken from the next one after it. */
export function answerMoments(
  registered: TermStart,
  { receivedOn, receivedAt, writtenAt }: Partial<Arrival> = {},
): StartMoments {
  const { zone } = registered;
  const received =
    receivedOn === undefined
      ? registered
      : { on: receivedOn, zone, ...(receivedAt && localDate(receivedAt, zone) === receivedOn && { at: receivedAt }) };
  const written = writtenAt === undefined ? received : { on: localDate(writtenAt, zone), zone, at: writtenAt };
  return { REGISTERED: registered, RECEIVED: received, MESSAGE_WRITTEN: written };
}

/** The district's rule of its own for what was declared urgent, where it has one. */
export function termName(regime: string, isUrgent: boolean, terms: Readonly<Record<string, StartedRule>>): string {
  const urgent = `${regime}_URGENT`;
  return isUrgent && Object.hasOwn(terms, urgent) ? urgent : regime;
}

/**
 * The end of the term for the answer by the district's rule of the regime (59-FZ art. 12(1): from the registration).
 * Undefined when the district has no rule for the regime.
 */
export function answerDeadline(
  regime: string,
  terms: Readonly<Record<string, StartedRule>>,
  moments: StartMoments,
  calendar: WorkingCalendar,
): AnswerDeadline | undefined {
  const rule = Object.hasOwn(terms, regime) ? terms[regime] : undefined;
  return rule && { ...startedDeadline(rule, moments, calendar), by: 'RULE' };
}
