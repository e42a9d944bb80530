import Type from 'typebox';
import { event, LocalDate, Sealed, Uuid, Zone, type DataOf } from './event-schema.js';

/** Stream: the question. One is opened with each registered appeal. */
export const QuestionOpened = event('QuestionOpened', 1, { person: Uuid, regime: Type.String() });

export const QuestionRouted = event('QuestionRouted', 1, {
  /** Codes of the district's directory. */
  topic: Type.String(),
  department: Type.String(),
  by: Type.Enum(['RULE', 'OFFICIAL']),
  /** The district's rule that fired, and the rule's own words that were met; never the applicant's. */
  rule: Type.Optional(Type.String()),
  ruleVersion: Type.Optional(Type.Integer()),
  words: Type.Array(Type.String()),
  reason: Type.Optional(Sealed),
});

/** No rule fired: the coordinator decides. */
export const QuestionLeftToCoordinator = event('QuestionLeftToCoordinator', 1, {});

export const DeadlineSet = event('DeadlineSet', 1, {
  dueOn: LocalDate,
  zone: Zone,
  countedFrom: LocalDate,
  rule: Type.String(),
  ruleVersion: Type.Integer(),
  calendarVersion: Type.String(),
  provisional: Type.Boolean(),
  /** The article or act. */
  source: Type.String(),
});

export const ExecutorAssigned = event('ExecutorAssigned', 1, { executor: Uuid, department: Type.String() });
export const QuestionReturned = event('QuestionReturned', 1, { reason: Sealed });
/** The answer's dispatch is proved: the clock stops. */
export const QuestionAnswered = event('QuestionAnswered', 1, { notice: Uuid, answeredOn: LocalDate, zone: Zone });
export const QuestionClosed = event('QuestionClosed', 1, { ground: Type.Enum(['WITHDRAWN', 'ERASED']) });

export const routingEvents = [
  QuestionOpened,
  QuestionRouted,
  QuestionLeftToCoordinator,
  DeadlineSet,
  ExecutorAssigned,
  QuestionReturned,
  QuestionAnswered,
  QuestionClosed,
] as const;

export type DeadlineSetData = DataOf<typeof DeadlineSet>;
export type QuestionRoutedData = DataOf<typeof QuestionRouted>;
export type ExecutorAssignedData = DataOf<typeof ExecutorAssigned>;
