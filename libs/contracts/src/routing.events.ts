import Type from 'typebox';
import { ClassifierCode, ClassifierEdition } from './classifier-code.js';
import {
  declareEvent,
  Instant,
  LocalDate,
  oneOf,
  ownedEvents,
  Personal,
  Uuid,
  Zone,
  type DataOf,
} from './declare-event.js';
import { DeadlineMissed, DeadlineNear, DeadlineSet } from './routing-terms.events.js';
import {
  BodyLinkRevoked,
  BodyReacted,
  ForwardingStepProved,
  QuestionForwarded,
  QuestionTakenBack,
} from './bodies.events.js';
import {
  ForwardingWithdrawn,
  HandoverAccepted,
  HandoverConsentWithdrawn,
  HandoverEnded,
  QuestionHandedOver,
} from './handover.events.js';
import {
  DeadlineExtended,
  DeadlineExtensionDecided,
  DeadlineExtensionLapsed,
  ExtensionAsked,
  ExtensionRefused,
  InformationReceived,
  InformationRequested,
  InformationRequestSent,
  InterimAnswerGiven,
  InterimAnswerTold,
} from './routing-course.events.js';
import { coExecutorPartEvents } from './co-executor-parts.events.js';
import { AssignmentAcknowledged, AssignmentTakenBack, controlEvents } from './control.events.js';
import { OralAnswerRecorded, QuestionEnded, QuestionLeftUnanswered } from './routing-ends.events.js';
import { ClosingGround, DecidedBy, Regime } from './enumerations.js';

export { AssignmentAcknowledged, AssignmentTakenBack, DeadlineMissed, DeadlineNear, DeadlineSet };
export { OralAnswerRecorded, QuestionEnded, QuestionLeftUnanswered };

/** Stream: the question. A registered appeal has at least one. */
export const QuestionOpened = declareEvent('QuestionOpened', 1, {
  titles: { ru: 'Начато рассмотрение', en: 'Consideration began' },
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
    /** The common classifier's code of the topic. */
    classifier: Type.Optional(ClassifierCode),
    classifierEdition: Type.Optional(ClassifierEdition),
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

export const ExecutorAssigned = declareEvent('ExecutorAssigned', 1, {
  titles: { ru: 'Назначен исполнитель', en: 'Executor assigned' },
  fields: {
    executor: Uuid,
    department: Type.String(),
    /** Its text; absent where the executor was only named. */
    resolution: Type.Optional(Personal),
    /** Whose it is, where another official recorded it. */
    resolutionBy: Type.Optional(Uuid),
    /** The inner day by which a draft is to be there. */
    draftBy: Type.Optional(LocalDate),
    /** The former executor, who passed it on himself. */
    passedOnBy: Type.Optional(Uuid),
  },
  unpublished: {
    /** Id of the assignment, which makes it idempotent; absent where nothing was said with it. */
    assignment: Type.Optional(Uuid),
    /** When, by the clock of the decision: for some seconds the first assignment can be taken back. */
    assignedAt: Type.Optional(Instant),
  },
});

export const QuestionReturned = declareEvent('QuestionReturned', 1, {
  titles: { ru: 'Возвращено координатору', en: 'Returned to the coordinator' },
  fields: { reason: Personal },
});

/** The signed answer is that of the department which has the question: it is sent, and the question stays where it is. */
export const AnswerAccepted = declareEvent('AnswerAccepted', 1, {
  titles: { ru: 'Подписанный ответ принят к отправке', en: 'The signed answer was accepted for dispatch' },
  fields: {
    answer: Uuid,
    /** The day until which it promises measures. */
    promisedUntil: Type.Optional(LocalDate),
  },
});

/** The question had left the department, or had ended, before the answer was signed: it is not sent. */
export const AnswerRefused = declareEvent('AnswerRefused', 1, {
  titles: {
    ru: 'Подписанный ответ не отправляется: вопрос уже не в этом отделе',
    en: 'The signed answer is not sent: the question is not of that department any more',
  },
  fields: { answer: Uuid, ended: Type.Boolean() },
});

/** The signature was revoked before the answer was sent: the question may go on. */
export const AnswerReleased = declareEvent('AnswerReleased', 1, {
  titles: {
    ru: 'Ответ не отправлен, вопрос снова в работе',
    en: 'The answer was not sent, the question is in work again',
  },
  fields: { answer: Uuid },
});

/** The answer's dispatch is proved: the clock stops. */
export const QuestionAnswered = declareEvent('QuestionAnswered', 1, {
  titles: { ru: 'Ответ отправлен, срок остановлен', en: 'The answer was dispatched, the clock stopped' },
  fields: {
    notice: Uuid,
    /** Absent where no accepted answer stood any more. */
    answer: Type.Optional(Uuid),
    answeredOn: LocalDate,
    /** When it was dispatched: a term in hours is kept to the minute. */
    answeredAt: Type.Optional(Instant),
    zone: Zone,
  },
});

/** The answer's dispatch was proved after the question had another end: it is a fact, and changes nothing. */
export const AnswerProvedLate = declareEvent('AnswerProvedLate', 1, {
  titles: {
    ru: 'Подтверждение отправки ответа пришло после окончания',
    en: 'The dispatch of the answer was proved after the end',
  },
  fields: { notice: Uuid, answeredOn: LocalDate, zone: Zone },
});

/** The applicant is not content with the answer, and an official granted another consideration. A new term follows. */
export const QuestionReopened = declareEvent('QuestionReopened', 1, {
  titles: { ru: 'Вопрос возвращён на доработку', en: 'Question reopened' },
  fields: {
    person: Uuid,
    /** 1, 2. */
    times: Type.Integer({ minimum: 1 }),
    /** The last day of the new term. */
    until: LocalDate,
    /** Officials reopened it by themselves, on this addition. Absent: the applicant asked. */
    supplement: Type.Optional(Uuid),
    /** Officials reopened it by themselves, on no addition. */
    isOwn: Type.Optional(Type.Boolean()),
    /** Where it goes back to: without an executor, to the head of the department. */
    topic: Type.Optional(Type.String()),
    department: Type.Optional(Type.String()),
    executor: Type.Optional(Uuid),
  },
});

export const QuestionClosed = declareEvent('QuestionClosed', 1, {
  titles: { ru: 'Вопрос прекращён', en: 'Question closed' },
  fields: {
    ground: oneOf(ClosingGround),
    /** With MERGED: the question in which it is considered. */
    into: Type.Optional(Uuid),
  },
});

/** The question keeps one part of its text; the others were opened as questions of their own. */
export const QuestionSplit = declareEvent('QuestionSplit', 1, {
  titles: { ru: 'Разделено на вопросы', en: 'Split into questions' },
  fields: { text: Personal, into: Type.Array(Uuid) },
});

/** The questions split off were closed again. Absent text: the question is the whole appeal, as before. */
export const QuestionSplitUndone = declareEvent('QuestionSplitUndone', 1, {
  titles: { ru: 'Разделение отменено', en: 'The split was undone' },
  fields: { text: Type.Optional(Personal) },
});

/** Another question of the appeal is considered in this one. Absent text: this one is the whole appeal. */
export const QuestionJoined = declareEvent('QuestionJoined', 1, {
  titles: { ru: 'Присоединён другой вопрос', en: 'Another question was joined' },
  fields: { from: Uuid, text: Type.Optional(Personal) },
});

export const QuestionJoinUndone = declareEvent('QuestionJoinUndone', 1, {
  titles: { ru: 'Объединение отменено', en: 'The merge was undone' },
  fields: { from: Uuid, text: Type.Optional(Personal) },
});

/** A merged question, or one whose forwarding was taken back, is considered again, where it stood before. */
export const QuestionRestored = declareEvent('QuestionRestored', 1, {
  titles: { ru: 'Вопрос снова рассматривается', en: 'The question is considered again' },
  fields: {
    person: Uuid,
    topic: Type.Optional(Type.String()),
    department: Type.Optional(Type.String()),
    executor: Type.Optional(Uuid),
  },
});

/** Whom the applicant complains of: codes of departments and organisations. A complaint never goes to them (59-FZ art. 8(6)). */
export const ComplainedOfNoted = declareEvent('ComplainedOfNoted', 1, {
  titles: { ru: 'Отмечено, на кого жалоба', en: 'Noted who is complained of' },
  fields: { of: Type.Array(Type.String()) },
});

export {
  DeadlineExtended,
  DeadlineExtensionDecided,
  DeadlineExtensionLapsed,
  ExtensionAsked,
  ExtensionRefused,
  InformationReceived,
  InformationRequested,
  InformationRequestSent,
  InterimAnswerGiven,
  InterimAnswerTold,
};

export const routingEvents = ownedEvents('routing.events', {
  QuestionOpened,
  QuestionRouted,
  QuestionLeftToCoordinator,
  DeadlineSet,
  DeadlineNear,
  DeadlineMissed,
  ExecutorAssigned,
  QuestionReturned,
  OralAnswerRecorded,
  AnswerAccepted,
  AnswerRefused,
  AnswerReleased,
  QuestionAnswered,
  AnswerProvedLate,
  QuestionReopened,
  QuestionClosed,
  QuestionSplit,
  QuestionSplitUndone,
  QuestionJoined,
  QuestionJoinUndone,
  QuestionRestored,
  ComplainedOfNoted,
  QuestionForwarded,
  ForwardingStepProved,
  ForwardingWithdrawn,
  QuestionHandedOver,
  HandoverAccepted,
  HandoverEnded,
  HandoverConsentWithdrawn,
  BodyReacted,
  BodyLinkRevoked,
  QuestionTakenBack,
  QuestionLeftUnanswered,
  QuestionEnded,
  DeadlineExtensionDecided,
  DeadlineExtended,
  DeadlineExtensionLapsed,
  ExtensionAsked,
  ExtensionRefused,
  InformationRequested,
  InformationRequestSent,
  InformationReceived,
  InterimAnswerGiven,
  InterimAnswerTold,
  ...controlEvents,
  ...coExecutorPartEvents,
});

export { BodyLinkRevoked, BodyReacted, ForwardingStepProved, QuestionForwarded, QuestionTakenBack };
export { ForwardingWithdrawn, HandoverAccepted, HandoverConsentWithdrawn, HandoverEnded, QuestionHandedOver };

export type DeadlineSetData = DataOf<typeof DeadlineSet>;
export type ForwardedTo = DataOf<typeof QuestionForwarded>['to'][number];
