import Type from 'typebox';
import { Instant, LocalDate, oneOf, Zone } from './declare-event.js';
import { DecidedBy, Duty, EndOnDayOff, StartFact, TermStepCode, TermUnit } from './enumerations.js';

/** One step of the count; its words are `texts/term.*.json`. */
const Step = Type.Object({
  code: oneOf(TermStepCode),
  on: LocalDate,
  to: Type.Optional(LocalDate),
  /** `HH:MM` of the district. */
  time: Type.Optional(Type.String()),
  toTime: Type.Optional(Type.String()),
  /** Days, hours, or minutes of work. */
  count: Type.Optional(Type.Integer()),
});

/** A term with everything from which it was counted: recorded once, never moved by a later policy. */
export const deadlineFields = {
  /** The last day by the law. */
  dueOn: LocalDate,
  /** The day to have it done by where the law is silent about an end on a day off. */
  workBy: LocalDate,
  /** The last instant of a term in hours. */
  dueAt: Type.Optional(Instant),
  zone: Zone,
  countedFrom: LocalDate,
  /** Whose day that is; absent in events of 0.1.0. */
  start: Type.Optional(oneOf(StartFact)),
  /** The instant from which hours are counted. */
  countedAt: Type.Optional(Instant),
  by: oneOf(DecidedBy),
  rule: Type.String(),
  duty: oneOf(Duty),
  ruleVersion: Type.Integer(),
  calendarVersion: Type.String(),
  /** The rule as it was when the term was set: by it the term is counted again once a calendar is decreed. */
  term: Type.Integer({ minimum: 0 }),
  unit: oneOf(TermUnit),
  endOnDayOff: oneOf(EndOnDayOff),
  /** The count includes a year without a decree. */
  provisional: Type.Boolean(),
  /** The article or act. */
  source: Type.String(),
  steps: Type.Array(Step),
};

/**
 * The warning that a share of a term has passed, in percent. `escalated`: the controller and the head are alerted at
 * this share.
 */
export const nearFields = {
  rule: Type.String(),
  duty: oneOf(Duty),
  dueOn: LocalDate,
  share: Type.Integer({ minimum: 1, maximum: 99 }),
  escalated: Type.Boolean(),
};

/** The warning that a term has ended; the controller and the head are always alerted. */
export const missedFields = { rule: Type.String(), duty: oneOf(Duty), dueOn: LocalDate };
