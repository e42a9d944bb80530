import Type from 'typebox';
import { AttachedFile, FileNames } from './attached-file.js';
import { declareEvent, Instant, LocalDate, oneOf, ownedEvents, Personal, Uuid } from './declare-event.js';
import { Outcome, ReadyText, SendBackReason } from './enumerations.js';
import { AnswerPublished, AnswerUnpublished, PublicationDropped, PublicationProposed } from './publication.events.js';

export { AnswerPublished, AnswerUnpublished, PublicationDropped, PublicationProposed };

/** With the outcome MEASURES_PROMISED: the last day for the measures. */
const promisedUntil = Type.Optional(LocalDate);

/** Scans, plans and photos that go with the answer: a version of the draft is its text and its files. Absent: none. */
const files = { files: Type.Optional(Type.Array(AttachedFile)), fileNames: Type.Optional(FileNames) };

/**
 * What was ready beside the answer while it was written, and what of it was used: numbers alone. `shown`: so many texts; `place`: of
 * the one that was taken among them, from 1, absent where none was; `kept`: how many percent of its words are in the answer.
 */
const readyTexts = Type.Optional(
  Type.Array(
    Type.Object({
      kind: oneOf(ReadyText),
      shown: Type.Integer(),
      place: Type.Optional(Type.Integer()),
      kept: Type.Optional(Type.Integer()),
    }),
  ),
);

/** Stream: the response. One is opened with each question. */
export const ResponseOpened = declareEvent('ResponseOpened', 1, {
  titles: { ru: 'Начата подготовка ответа', en: 'Work on the answer began' },
  fields: { question: Uuid, person: Uuid },
});

export const ResponseDrafted = declareEvent('ResponseDrafted', 1, {
  titles: { ru: 'Подготовлен проект ответа', en: 'Answer drafted' },
  /** `department`: the one that writes it; a draft is of no force in another. */
  fields: {
    question: Uuid,
    text: Personal,
    outcome: oneOf(Outcome),
    promisedUntil,
    department: Type.String(),
    ...files,
  },
  /** `draft`: id of the draft, which makes drafting idempotent; `drafter`: the official's id. */
  unpublished: { draft: Uuid, drafter: Uuid, readyTexts },
});

export const NoteAdded = declareEvent('NoteAdded', 1, {
  titles: { ru: 'Добавлена заметка', en: 'Note added' },
  fields: { question: Uuid, text: Personal },
  /** Id of the note, which makes adding it idempotent. */
  unpublished: { note: Uuid },
});

export const ResponseApproved = declareEvent('ResponseApproved', 1, {
  titles: { ru: 'Проект согласован', en: 'Draft approved' },
  fields: { question: Uuid },
  /** Ids of the officials: who approved, and in whose stead. */
  unpublished: { approver: Type.Optional(Uuid), approvedFor: Type.Optional(Uuid) },
});

export const ResponseSentBack = declareEvent('ResponseSentBack', 1, {
  titles: { ru: 'Проект возвращён исполнителю', en: 'Draft sent back to the executor' },
  fields: { question: Uuid, reason: Personal, code: oneOf(SendBackReason) },
});

/** The question left the department that wrote the draft, signed or not: the next department writes its own. */
export const DraftVoided = declareEvent('DraftVoided', 1, {
  titles: { ru: 'Проект утратил силу: вопрос ушёл из отдела', en: 'Draft voided: the question left the department' },
  fields: { question: Uuid },
});

/** The answer: text, outcome, and the official who signed it. It is sent once routing has accepted it. */
export const ResponseSigned = declareEvent('ResponseSigned', 1, {
  titles: { ru: 'Ответ подписан', en: 'Answer signed' },
  fields: {
    question: Uuid,
    person: Uuid,
    /** Id of the answer. */
    answer: Uuid,
    text: Personal,
    ...files,
    outcome: oneOf(Outcome),
    promisedUntil,
    /** The department that wrote it. */
    department: Type.String(),
    /** The official's id; the name that the resident sees is read from the directory. */
    signatory: Uuid,
    /** Who signs in another's stead signs with this post: «и. о. главы района». */
    post: Type.Optional(Type.String()),
    signedAt: Instant,
    /** How it was signed: `RECORDED_ACT` for now. */
    signature: Type.String(),
    readyTexts,
  },
});

/** The signatory took the signature back before the answer was sent: the draft returns to the executor. */
export const ResponseRevoked = declareEvent('ResponseRevoked', 1, {
  titles: { ru: 'Подпись отозвана', en: 'Signature revoked' },
  fields: { question: Uuid, answer: Uuid, reason: Personal },
});

/** The answer was already being sent when its signature was revoked: the signature remains valid. */
export const RevocationCameLate = declareEvent('RevocationCameLate', 1, {
  titles: { ru: 'Отзыв подписи опоздал: ответ уже отправлен', en: 'The revocation came late: the answer was sent' },
  fields: { question: Uuid, answer: Uuid },
});

/** The question was closed without an answer. */
export const ResponseClosed = declareEvent('ResponseClosed', 1, {
  titles: { ru: 'Подготовка ответа прекращена', en: 'Work on the answer ended' },
  fields: { question: Uuid },
});

/** The question is considered again: another draft may follow; what was signed stays. */
export const ResponseReopened = declareEvent('ResponseReopened', 1, {
  titles: { ru: 'Готовится новый ответ', en: 'Another answer is being prepared' },
  fields: { question: Uuid },
});

export const responsesEvents = ownedEvents('responses.events', {
  ResponseOpened,
  ResponseDrafted,
  NoteAdded,
  ResponseApproved,
  ResponseSentBack,
  DraftVoided,
  ResponseSigned,
  ResponseRevoked,
  RevocationCameLate,
  ResponseClosed,
  ResponseReopened,
  PublicationProposed,
  AnswerPublished,
  PublicationDropped,
  AnswerUnpublished,
});
