import Type from 'typebox';
import { deadlineFields } from './deadline.js';
import { declareEvent, Instant, LocalDate, oneOf, Personal, Uuid } from './declare-event.js';
import { ExtensionGround, ReactionSource, RequestPurpose } from './enumerations.js';

/* What changes the terms of a question while it is considered. Facts of the question's stream. */

/** The executor asks the head for an extension; nothing holds by it. */
export const ExtensionAsked = declareEvent('ExtensionAsked', 1, {
  titles: { ru: 'Исполнитель просит продлить срок', en: 'The executor asked to extend the term' },
  fields: {
    ask: Uuid,
    /** The rule whose term would be extended. */
    rule: Type.String(),
    ground: oneOf(ExtensionGround),
    days: Type.Integer({ minimum: 1 }),
    /** The end of the term that is asked for. */
    until: LocalDate,
    /** Officials read it. */
    reason: Personal,
  },
});

/** The head refused the extension: the term does not change. */
export const ExtensionRefused = declareEvent('ExtensionRefused', 1, {
  titles: { ru: 'В продлении срока отказано', en: 'The extension was refused' },
  fields: { ask: Uuid, /** Officials read it. */ reason: Personal },
});

/**
 * The head has decided; the extension takes effect only if the applicant is notified before the end of the former term
 * (59-FZ art. 12(2)).
 */
export const DeadlineExtensionDecided = declareEvent('DeadlineExtensionDecided', 1, {
  titles: { ru: 'Решено продлить срок', en: 'Decided to extend the term' },
  fields: {
    /** The rule whose term is extended. */
    rule: Type.String(),
    ground: oneOf(ExtensionGround),
    /** The applicant reads it. */
    reason: Personal,
    /** The term that will hold. */
    deadline: Type.Object(deadlineFields),
  },
});

/** The applicant was notified in time: the `DeadlineSet` beside it takes effect. */
export const DeadlineExtended = declareEvent('DeadlineExtended', 1, {
  titles: { ru: 'Срок продлён, заявитель уведомлён', en: 'The term is extended, the applicant was notified' },
  fields: { rule: Type.String(), notice: Uuid, provedAt: Instant, until: LocalDate },
});

/** The applicant was notified after the end of the former term: the former term remains. */
export const DeadlineExtensionLapsed = declareEvent('DeadlineExtensionLapsed', 1, {
  titles: {
    ru: 'Продление не вступило в силу: заявитель уведомлён после срока',
    en: 'The extension is void: the applicant was notified after the term',
  },
  fields: { rule: Type.String(), notice: Uuid, provedAt: Instant, dueOn: LocalDate },
});

/** Information was requested of another body (59-FZ art. 10(1)2): its term of 15 days runs beside the answer's, which goes on. */
export const InformationRequested = declareEvent('InformationRequested', 1, {
  titles: { ru: 'Запрошены сведения', en: 'Information requested' },
  fields: {
    request: Uuid,
    /** Code of an organisation of the directory; absent for another body. */
    organisation: Type.Optional(Type.String()),
    body: Type.String(),
    /** Its postal address. */
    address: Type.Optional(Type.String()),
    asked: Personal,
    /** Absent: INFORMATION. */
    purpose: Type.Optional(oneOf(RequestPurpose)),
    deadline: Type.Object(deadlineFields),
  },
});

/**
 * The letter of a request has its proof: the body has it, and its term counts from that day (59-FZ art. 10(2)) in place of the day on
 * which the request was made.
 */
export const InformationRequestSent = declareEvent('InformationRequestSent', 1, {
  titles: { ru: 'Запрос сведений отправлен', en: 'The request for information was sent' },
  fields: { request: Uuid, sentAt: Instant, deadline: Type.Object(deadlineFields) },
});

export const InformationReceived = declareEvent('InformationReceived', 1, {
  titles: { ru: 'Сведения получены', en: 'Information received' },
  fields: {
    request: Uuid,
    text: Type.Optional(Personal),
    /** Of the body's letter. */
    number: Type.Optional(Type.String()),
    receivedOn: LocalDate,
    /** Absent: LETTER. */
    source: Type.Optional(oneOf(ReactionSource)),
  },
  // The command of the body's page, by which it is known again.
  unpublished: { record: Type.Optional(Uuid) },
});

/** Interim answer to a message. It meets the first-answer term; the final term starts. */
export const InterimAnswerGiven = declareEvent('InterimAnswerGiven', 1, {
  titles: { ru: 'Дан предварительный ответ', en: 'Interim answer given' },
  fields: {
    answer: Uuid,
    /** As sent, with the next step and its date. */
    text: Personal,
    /** What comes next, and by when; absent in events of 0.1.0. */
    nextStep: Type.Optional(Personal),
    nextStepOn: Type.Optional(LocalDate),
  },
});

/** The interim answer's dispatch is proved. */
export const InterimAnswerTold = declareEvent('InterimAnswerTold', 1, {
  titles: { ru: 'Предварительный ответ отправлен', en: 'The interim answer was dispatched' },
  fields: {
    notice: Uuid,
    toldAt: Instant,
    /** Whose term it met. */
    rules: Type.Array(Type.String()),
  },
});
