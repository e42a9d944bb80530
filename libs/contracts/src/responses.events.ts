import Type from 'typebox';
import { declareEvent, Instant, oneOf, ownedEvents, Personal, Uuid } from './declare-event.js';
import { Outcome, SendBackReason } from './enumerations.js';

/** Stream: the response. One is opened with each question. */
export const ResponseOpened = declareEvent('ResponseOpened', 1, {
  titles: { ru: 'Начата подготовка ответа', en: 'Work on the answer began' },
  fields: { question: Uuid, person: Uuid },
});

export const ResponseDrafted = declareEvent('ResponseDrafted', 1, {
  titles: { ru: 'Подготовлен проект ответа', en: 'Answer drafted' },
  fields: { question: Uuid, text: Personal, outcome: oneOf(Outcome) },
  /** `draft`: id of the draft, which makes drafting idempotent; `drafter`: the official's id. */
  unpublished: { draft: Uuid, drafter: Uuid },
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
});

export const ResponseSentBack = declareEvent('ResponseSentBack', 1, {
  titles: { ru: 'Проект возвращён исполнителю', en: 'Draft sent back to the executor' },
  fields: { question: Uuid, reason: Personal, code: oneOf(SendBackReason) },
});

/** The answer: text, outcome, and the official who signed it. */
export const ResponseSigned = declareEvent('ResponseSigned', 1, {
  titles: { ru: 'Ответ подписан', en: 'Answer signed' },
  fields: {
    question: Uuid,
    person: Uuid,
    text: Personal,
    outcome: oneOf(Outcome),
    /** The official's id; the name that the resident sees is read from the directory. */
    signatory: Uuid,
    signedAt: Instant,
    /** How it was signed: `RECORDED_ACT` for now. */
    signature: Type.String(),
  },
});

/** The question was closed without an answer. */
export const ResponseClosed = declareEvent('ResponseClosed', 1, {
  titles: { ru: 'Подготовка ответа прекращена', en: 'Work on the answer ended' },
  fields: { question: Uuid },
});

export const responsesEvents = ownedEvents('responses.events', {
  ResponseOpened,
  ResponseDrafted,
  NoteAdded,
  ResponseApproved,
  ResponseSentBack,
  ResponseSigned,
  ResponseClosed,
});
