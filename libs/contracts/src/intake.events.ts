import Type from 'typebox';
import { ApplicantJoined, ApplicantParted } from './applicant.events.js';
import { deadlineFields, missedFields, nearFields } from './deadline.js';
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
import { CaseEnd, Identification, Journal, Regime, RegistrationError, UnansweredGround } from './enumerations.js';
import {
  commandId,
  DeliveryKept,
  EditedAtSource,
  MessagesAllowed,
  MessagesBlocked,
  OwnMessageRead,
  OwnMessageSeen,
  ReactionsMeasured,
  RemovedAtSource,
  RestoredAtSource,
} from './heard.events.js';
import { knownIssueEvents } from './known-issue.events.js';
import { receptionEvents } from './reception.events.js';
import { AnsweredAtOnce, KnownIssueEndReported, MarkedAsSpam, UrgencyDeclared } from './moderation.events.js';
import { OldJournalEntryRemoved, OldJournalEntryTaken } from './old-journal.events.js';
import { PublicationAllowed, PublicationDisallowed } from './publication.events.js';
import { ConsentWithdrawn, LegalHoldLifted, LegalHoldSet } from './retention.events.js';
import { stateField } from './state-field.js';
import {
  AppealReceived,
  AppealSupplemented,
  DetailsCorrected,
  RepeatRecorded,
  SourceRecorded,
} from './submission.events.js';

export { AppealReceived, AppealSupplemented, DeliveryKept, DetailsCorrected, RepeatRecorded, SourceRecorded };
export {
  EditedAtSource,
  MessagesAllowed,
  MessagesBlocked,
  OwnMessageRead,
  OwnMessageSeen,
  ReactionsMeasured,
  RemovedAtSource,
  RestoredAtSource,
};
export { AnsweredAtOnce, KnownIssueEndReported, MarkedAsSpam, UrgencyDeclared };
export { ApplicantJoined, ApplicantParted, ConsentWithdrawn, LegalHoldLifted, LegalHoldSet };
export { OldJournalEntryRemoved, OldJournalEntryTaken };
export { PublicationAllowed, PublicationDisallowed };

export const MessageTakenUp = declareEvent('MessageTakenUp', 1, {
  titles: { ru: 'Сообщение принято к рассмотрению', en: 'Message taken up' },
  fields: {
    /** The immediate reply to its sender, where the moderator wrote one. */
    words: Type.Optional(Personal),
    /** Beside `words`: from then on they may leave. */
    leavesAt: Type.Optional(Instant),
  },
});

export const MessageTurnedIntoAppeal = declareEvent('MessageTurnedIntoAppeal', 1, {
  titles: { ru: 'Сообщение переведено в обращение', en: 'Message turned into an appeal' },
  fields: {
    regime: oneOf(Regime),
    identification: oneOf(Identification),
    /** What was seen: the document, never its number. */
    identifiedBy: Personal,
    /** The term to register it, from the identification (59-FZ art. 8(2)); absent where it is registered already. */
    deadline: Type.Optional(Type.Object(deadlineFields)),
    ...stateField,
  },
});

/** So much of the term to register it, or to decide about a message, has passed. */
export const RegistrationNear = declareEvent('RegistrationNear', 1, {
  titles: { ru: 'Срок регистрации близок', en: 'The term to register it is near its end' },
  fields: nearFields,
});

/** That term has ended, and it waits still. */
export const RegistrationMissed = declareEvent('RegistrationMissed', 1, {
  titles: { ru: 'Срок регистрации пропущен', en: 'The term to register it was missed' },
  fields: missedFields,
});

export const MarkedAsDuplicate = declareEvent('MarkedAsDuplicate', 1, {
  titles: { ru: 'Отмечено как дубликат', en: 'Marked as a duplicate' },
  fields: { of: Uuid },
});

export const DecisionTakenBack = declareEvent('DecisionTakenBack', 1, {
  titles: { ru: 'Решение модератора отменено', en: "The moderator's decision was taken back" },
  fields: { reason: Personal },
  unpublished: { commandId },
});

/** A message that is registered and turned into an appeal gets a second one, in the journal of appeals. */
export const AppealRegistered = declareEvent('AppealRegistered', 1, {
  titles: { ru: 'Зарегистрировано', en: 'Registered' },
  fields: {
    number: Type.String(),
    journal: oneOf(Journal),
    registeredOn: LocalDate,
    zone: Zone,
    regime: oneOf(Regime),
    person: Uuid,
    /** It was declared urgent before: its answer has the district's term for such messages. */
    urgent: Type.Optional(Type.Literal(true)),
    ...stateField,
  },
  /** The place in the series, so that `verify` does not parse numbers. */
  unpublished: { year: Type.Integer(), serial: Type.Integer() },
});

/**
 * The registration was wrong: the number stays used, and the journal shows it struck through. An appeal under 59-FZ is never
 * struck as spam (art. 9(1)).
 */
export const RegistrationCorrected = declareEvent('RegistrationCorrected', 1, {
  titles: { ru: 'Регистрация признана ошибочной', en: 'The registration was corrected' },
  fields: {
    ground: oneOf(RegistrationError),
    reason: Personal,
    /** With DUPLICATE: the appeal under which the matter is considered, and its number. */
    of: Type.Optional(Uuid),
    number: Type.Optional(Type.String()),
    /** Of a letter that was struck by two officials on the day of its registration: the one who proposed it. */
    proposedBy: Type.Optional(Uuid),
  },
});

/** An official proposes to strike a letter that was registered by mistake, on its day; another one does it. */
export const StrikeProposed = declareEvent('StrikeProposed', 1, {
  titles: { ru: 'Предложено признать регистрацию ошибочной', en: 'It was proposed to correct the registration' },
  fields: { reason: Personal, proposedBy: Uuid, proposedOn: LocalDate },
});

/** An official has read what the applicant added so far; the envelope names the official and the time. */
export const SupplementAcknowledged = declareEvent('SupplementAcknowledged', 1, {
  titles: { ru: 'Дополнение прочитано', en: 'The addition was read' },
  fields: {},
});

/**
 * Of a message: what was written after the answer got a short reply where it stood. The end of the question stays; the notice is the
 * proof.
 */
export const SupplementAnswered = declareEvent('SupplementAnswered', 1, {
  titles: { ru: 'Ответили на написанное после ответа', en: 'What was written after the answer got a reply' },
  fields: {
    /** The id of the event of the addition. */
    supplement: Uuid,
    text: Personal,
  },
  unpublished: { commandId },
});

/** One who says that the code is lost gave the number and the e-mail of the appeal. The letter's secret is derived, never recorded. */
export const FollowUpLinkRequested = declareEvent('FollowUpLinkRequested', 1, {
  titles: { ru: 'Запрошена ссылка вместо утерянного кода', en: 'A link instead of the lost code was requested' },
  fields: { link: Uuid, expiresAt: Instant },
  unpublished: { commandId },
});

export const AppealWithdrawn = declareEvent('AppealWithdrawn', 1, {
  titles: { ru: 'Заявитель отозвал обращение', en: 'The applicant withdrew the appeal' },
  fields: {},
});

/**
 * Every question has its end and its notice the proof: the resident may rate, and for a term ask for reopening. `notice`: the
 * last one's; absent where the end demands none.
 */
export const AppealAnswered = declareEvent('AppealAnswered', 1, {
  titles: { ru: 'Рассмотрение закончено', en: 'The consideration is over' },
  fields: {
    notice: Type.Optional(Uuid),
    answeredOn: LocalDate,
    /** How; absent in events of 0.1.0. */
    end: Type.Optional(oneOf(CaseEnd)),
    /** Of one that was left without an answer. */
    ground: Type.Optional(oneOf(UnansweredGround)),
  },
});

/** Every body gave a question back after all had ended: it is considered here, and the appeal with it. */
export const ConsiderationResumed = declareEvent('ConsiderationResumed', 1, {
  titles: { ru: 'Рассмотрение продолжено', en: 'The consideration goes on' },
  fields: { question: Uuid, ...stateField },
});

export const AppealRated = declareEvent('AppealRated', 1, {
  titles: { ru: 'Заявитель оценил ответ', en: 'The applicant rated the answer' },
  fields: { score: Type.Integer({ minimum: 1, maximum: 5 }), comment: Type.Optional(Personal) },
  unpublished: { commandId },
});

export const ReopeningRequested = declareEvent('ReopeningRequested', 1, {
  titles: { ru: 'Заявитель просит рассмотреть снова', en: 'The applicant asks for another consideration' },
  fields: {
    reason: Personal,
    /** The question whose answer is complained of; absent: all of them. */
    question: Type.Optional(Uuid),
  },
  unpublished: { commandId },
});

/** The answered questions are considered again, with a new term from the grant. */
export const ReopeningGranted = declareEvent('ReopeningGranted', 1, {
  titles: { ru: 'Возвращено на доработку', en: 'Another consideration was granted' },
  fields: {
    /** Absent: every answered question. */
    question: Type.Optional(Uuid),
    /** Of the requests of the applicant, the first goes back to the same executor, the second, the last, to the head of the department. */
    times: Type.Integer({ minimum: 1 }),
    /**
     * Officials reopened it by themselves: the fact that shows that the answer was not the last word, by the id of the event of the
     * addition. Absent: the applicant asked.
     */
    supplement: Type.Optional(Uuid),
    /** Officials reopened it by themselves, on no addition: why. */
    reason: Type.Optional(Personal),
    person: Uuid,
    regime: oneOf(Regime),
    grantedOn: LocalDate,
    zone: Zone,
  },
  unpublished: { commandId },
});

export const ReopeningRefused = declareEvent('ReopeningRefused', 1, {
  titles: { ru: 'В доработке отказано', en: 'Another consideration was refused' },
  fields: {
    reason: Personal,
    /** The current end; absent in events of 0.1.0, and for an appeal that is reconsidered meanwhile. */
    end: Type.Optional(oneOf(CaseEnd)),
    ...stateField,
  },
});

/** The person's key is destroyed, which makes sealed copies unreadable; consumers purge clear copies. */
export const PersonErased = declareEvent('PersonErased', 1, {
  titles: { ru: 'Данные заявителя удалены', en: "The applicant's data was erased" },
  fields: {
    person: Uuid,
    ground: Type.String(),
    /** Appeals that officials joined with it, and that the erasure leaves by decision. */
    leftOut: Type.Optional(Type.Array(Uuid)),
    /** Why; never personal. */
    leftOutWhy: Type.Optional(Type.String()),
  },
});

/** The Appeal's own. */
export const appealEvents = ownedEvents('intake.events', {
  AppealReceived,
  MessageTakenUp,
  MessageTurnedIntoAppeal,
  RegistrationNear,
  RegistrationMissed,
  MarkedAsSpam,
  AnsweredAtOnce,
  KnownIssueEndReported,
  UrgencyDeclared,
  MarkedAsDuplicate,
  DecisionTakenBack,
  AppealRegistered,
  RegistrationCorrected,
  StrikeProposed,
  DetailsCorrected,
  SourceRecorded,
  RepeatRecorded,
  AppealSupplemented,
  EditedAtSource,
  RemovedAtSource,
  RestoredAtSource,
  OwnMessageRead,
  OwnMessageSeen,
  MessagesBlocked,
  MessagesAllowed,
  ReactionsMeasured,
  SupplementAcknowledged,
  SupplementAnswered,
  FollowUpLinkRequested,
  AppealWithdrawn,
  AppealAnswered,
  ConsiderationResumed,
  AppealRated,
  ReopeningRequested,
  ReopeningGranted,
  ReopeningRefused,
  LegalHoldSet,
  LegalHoldLifted,
  ConsentWithdrawn,
  PublicationAllowed,
  PublicationDisallowed,
  ApplicantJoined,
  ApplicantParted,
  PersonErased,
  OldJournalEntryTaken,
  OldJournalEntryRemoved,
});

export const intakeEvents = ownedEvents('intake.events', {
  ...appealEvents.events,
  ...knownIssueEvents.events,
  ...receptionEvents.events,
  DeliveryKept,
});

export type OldJournalEntryData = DataOf<typeof OldJournalEntryTaken>;
export type AppealReceivedData = DataOf<typeof AppealReceived>;
