import Type from 'typebox';
import { declareEvent, LocalDate, oneOf, ownedEvents, Personal, Uuid, Zone, type DataOf } from './declare-event.js';
import { ClosingGround, DecidedBy, Regime } from './enumerations.js';

/** Stream: the question. A registered appeal has at least one. */
export const QuestionOpened = declareEvent('QuestionOpened', 1, {
  titles: { ru: 'Вопрос открыт', en: 'Question opened' },
  fields: {
    person: Uuid,
    regime: oneOf(Regime),
    /** 1, 2, 3 … within the appeal. */
    ordinal: Type.Integer({ minimum: 1 }),
    /** Absent: the question is the whole appeal. */
    text: Type.Optional(Personal),
  },
});

export const QuestionRouted = declareEvent('QuestionRouted', 1, {
  titles: { ru: 'Направлено в отдел', en: 'Routed to a department' },
  fields: {
    /** Codes of the district's directory. */
    topic: Type.String(),
    department: Type.String(),
    by: oneOf(DecidedBy),
    /** The district's rule that matched, and the rule's own words that matched; never the applicant's. */
    rule: Type.Optional(Type.String()),
    ruleVersion: Type.Optional(Type.Integer()),
    words: Type.Array(Type.String()),
    reason: Type.Optional(Personal),
  },
});

/** No rule matched: the coordinator decides. */
export const QuestionLeftToCoordinator = declareEvent('QuestionLeftToCoordinator', 1, {
  titles: { ru: 'Передано координатору', en: 'Left to the coordinator' },
  fields: {},
});

/** A legal date with everything from which it was computed: recorded once, never moved by a later policy. */
export const DeadlineSet = declareEvent('DeadlineSet', 1, {
  titles: { ru: 'Установлен срок', en: 'Deadline set' },
  fields: {
    dueOn: LocalDate,
    zone: Zone,
    countedFrom: LocalDate,
    by: oneOf(DecidedBy),
    rule: Type.String(),
    ruleVersion: Type.Integer(),
    calendarVersion: Type.String(),
    /** The count includes a year without a decree. */
    provisional: Type.Boolean(),
    /** The article or act. */
    source: Type.String(),
  },
});

export const ExecutorAssigned = declareEvent('ExecutorAssigned', 1, {
  titles: { ru: 'Назначен исполнитель', en: 'Executor assigned' },
  fields: { executor: Uuid, department: Type.String() },
});

export const QuestionReturned = declareEvent('QuestionReturned', 1, {
  titles: { ru: 'Возвращено координатору', en: 'Returned to the coordinator' },
  fields: { reason: Personal },
});

/** The answer's dispatch is proved: the clock stops. */
export const QuestionAnswered = declareEvent('QuestionAnswered', 1, {
  titles: { ru: 'Ответ отправлен, срок остановлен', en: 'The answer was dispatched, the clock stopped' },
  fields: { notice: Uuid, answeredOn: LocalDate, zone: Zone },
});

export const QuestionClosed = declareEvent('QuestionClosed', 1, {
  titles: { ru: 'Вопрос прекращён', en: 'Question closed' },
  fields: { ground: oneOf(ClosingGround) },
});

export const routingEvents = ownedEvents('routing.events', {
  QuestionOpened,
  QuestionRouted,
  QuestionLeftToCoordinator,
  DeadlineSet,
  ExecutorAssigned,
  QuestionReturned,
  QuestionAnswered,
  QuestionClosed,
});

export type DeadlineSetData = DataOf<typeof DeadlineSet>;
