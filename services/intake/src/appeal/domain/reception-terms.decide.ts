import { END_OF_TERM, warningKey, type LocalDate } from '@otklik/kernel';
import { termOf, type AppealEvent, type Known } from './appeal.js';

/** So much of the term to register it, or to decide about a message, has passed. */
export interface WarnOfReception {
  readonly type: 'WarnOfReception';
  readonly rule: string;
  readonly dueOn: LocalDate;
  /** Percent; 100: the term has ended. */
  readonly share: number;
  /** The share at which the controller and the head are alerted. */
  readonly escalated: boolean;
}

/** For what still waits for the moderator or the registrar, by the current term, and never twice. */
export function warnOfReception(command: WarnOfReception, state: Known): readonly AppealEvent[] {
  const { rule, dueOn, share, escalated } = command;
  const { status, warned } = state;
  const deadline = termOf(state);
  const waits = status === 'RECEIVED' || status === 'TAKEN_UP';
  const stands = deadline?.rule === rule && deadline.dueOn === dueOn;
  if (!waits || !stands || warned.includes(warningKey(command))) return [];
  const of = { rule, duty: deadline.duty, dueOn };
  return [
    share === END_OF_TERM
      ? { type: 'RegistrationMissed', ...of }
      : { type: 'RegistrationNear', ...of, share, escalated },
  ];
}
