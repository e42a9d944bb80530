import Type from 'typebox';
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
import { AnswerWay, AppealKind, Channel, ContactKind, Journal, Regime } from './enumerations.js';

const AttachedFile = Type.Object({
  id: Uuid,
  type: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  sha256: Type.String(),
});

/** Names of the event's files in their order, as one JSON array: a name may tell of a person. Empty for one without. */
const FileNames = Personal;

/** The same act may be repeated; only a repeated command records nothing. */
const commandId = Uuid;

export const AppealReceived = declareEvent('AppealReceived', 1, {
  titles: { ru: 'Обращение поступило', en: 'Received' },
  fields: {
    /** Number of the receipt, returned to the sender at once. */
    receipt: Type.String(),
    regime: oneOf(Regime),
    channel: oneOf(Channel),
    /** The person whose key seals this appeal's personal fields. */
    person: Uuid,
    /** An OIDC issuer, or an official who saw the passport, vouches for the sender. */
    identified: Type.Boolean(),
    /** `<issuer> <subject>` of the sender at the residents' OIDC issuer. */
    subject: Type.Optional(Personal),
    text: Personal,
    name: Type.Optional(Personal),
    contact: Type.Optional(Personal),
    contactKind: Type.Optional(oneOf(ContactKind)),
    /** Parts of the name, as an official entered them; `name` is all of them. */
    surname: Type.Optional(Personal),
    givenName: Type.Optional(Personal),
    patronymic: Type.Optional(Personal),
    /** A telephone beside the contact. */
    phone: Type.Optional(Personal),
    /** The postal address, with its postcode in front. */
    address: Type.Optional(Personal),
    kind: Type.Optional(oneOf(AppealKind)),
    answerWay: Type.Optional(oneOf(AnswerWay)),
    collective: Type.Optional(Type.Boolean()),
    /** Of a letter on paper: what stands on the original, and how many sheets came. */
    original: Type.Optional(
      Type.Object({
        number: Type.Optional(Type.String()),
        date: Type.Optional(LocalDate),
        sheets: Type.Optional(Type.Integer({ minimum: 1 })),
        enclosures: Type.Optional(Type.Integer({ minimum: 0 })),
      }),
    ),
    /** Who handed it on, if not the applicant. */
    forwardedBy: Type.Optional(Personal),
    settlement: Type.Optional(Type.String()),
    placeText: Type.Optional(Personal),
    /** `<latitude>,<longitude>` */
    point: Type.Optional(Personal),
    files: Type.Array(AttachedFile),
    fileNames: Type.Optional(FileNames),
    /** Which version of the district's text the sender agreed to have personal data processed under. */
    consent: Type.Optional(Type.Object({ version: Type.String() })),
    /** The sender agreed to publication without name and address. */
    mayBePublished: Type.Optional(Type.Boolean()),
    receivedAt: Instant,
    receivedOn: LocalDate,
    zone: Zone,
    /** Labels of the imported source; never used for decisions. */
    sourceTheme: Type.Optional(Type.String()),
    sourceDepartment: Type.Optional(Type.String()),
  },
  /** Keyed hash of the submission: detects other content under the same key, for ever. */
  unpublished: { fingerprint: Type.String() },
});

export const MessageTakenUp = declareEvent('MessageTakenUp', 1, {
  titles: { ru: 'Сообщение принято к рассмотрению', en: 'Message taken up' },
  fields: {},
});

export const MessageTurnedIntoAppeal = declareEvent('MessageTurnedIntoAppeal', 1, {
  titles: { ru: 'Сообщение переведено в обращение', en: 'Message turned into an appeal' },
  fields: { regime: oneOf(Regime), identifiedBy: Personal },
});

export const MarkedAsSpam = declareEvent('MarkedAsSpam', 1, {
  titles: { ru: 'Отмечено как спам', en: 'Marked as spam' },
  fields: { reason: Personal },
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

export const AppealRegistered = declareEvent('AppealRegistered', 1, {
  titles: { ru: 'Зарегистрировано', en: 'Registered' },
  fields: {
    number: Type.String(),
    journal: oneOf(Journal),
    registeredOn: LocalDate,
    zone: Zone,
    regime: oneOf(Regime),
    person: Uuid,
  },
  /** The place in the series, so that `verify` does not parse numbers. */
  unpublished: { year: Type.Integer(), serial: Type.Integer() },
});

export const AppealSupplemented = declareEvent('AppealSupplemented', 1, {
  titles: { ru: 'Заявитель дополнил обращение', en: 'The applicant added to the appeal' },
  fields: { text: Personal, files: Type.Array(AttachedFile), fileNames: Type.Optional(FileNames) },
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

/** The answer to a question was dispatched: the resident may rate it, and for a term ask for reopening. */
export const AppealAnswered = declareEvent('AppealAnswered', 1, {
  titles: { ru: 'На обращение дан ответ', en: 'The appeal is answered' },
  fields: { notice: Uuid, answeredOn: LocalDate },
});

export const AppealRated = declareEvent('AppealRated', 1, {
  titles: { ru: 'Заявитель оценил ответ', en: 'The applicant rated the answer' },
  fields: { score: Type.Integer({ minimum: 1, maximum: 5 }), comment: Type.Optional(Personal) },
  unpublished: { commandId },
});

export const ReopeningRequested = declareEvent('ReopeningRequested', 1, {
  titles: { ru: 'Заявитель просит рассмотреть снова', en: 'The applicant asks for another consideration' },
  fields: { reason: Personal },
  unpublished: { commandId },
});

/** The person's key is destroyed, which makes sealed copies unreadable; consumers purge clear copies. */
export const PersonErased = declareEvent('PersonErased', 1, {
  titles: { ru: 'Данные заявителя удалены', en: "The applicant's data was erased" },
  fields: { person: Uuid, ground: Type.String() },
});

export const intakeEvents = ownedEvents('intake.events', {
  AppealReceived,
  MessageTakenUp,
  MessageTurnedIntoAppeal,
  MarkedAsSpam,
  MarkedAsDuplicate,
  DecisionTakenBack,
  AppealRegistered,
  AppealSupplemented,
  FollowUpLinkRequested,
  AppealWithdrawn,
  AppealAnswered,
  AppealRated,
  ReopeningRequested,
  PersonErased,
});

export type AppealReceivedData = DataOf<typeof AppealReceived>;
