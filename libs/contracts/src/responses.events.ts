import Type from 'typebox';
import { event, Instant, Sealed, Uuid, type DataOf } from './event-schema.js';

export const Outcome = Type.Enum(['SUPPORTED', 'NOT_SUPPORTED', 'EXPLAINED', 'MEASURES_TAKEN']);

/** Stream: the response. One is opened with each question. */
export const ResponseOpened = event('ResponseOpened', 1, { question: Uuid, person: Uuid });
export const ResponseDrafted = event('ResponseDrafted', 1, { question: Uuid, text: Sealed, outcome: Outcome });
export const NoteAdded = event('NoteAdded', 1, { question: Uuid, text: Sealed });
export const ResponseApproved = event('ResponseApproved', 1, { question: Uuid });
export const ResponseSentBack = event('ResponseSentBack', 1, { question: Uuid, reason: Sealed });

/** The answer: text, outcome, and the official whose recorded act it is. */
export const ResponseSigned = event('ResponseSigned', 1, {
  question: Uuid,
  person: Uuid,
  text: Sealed,
  outcome: Outcome,
  /** The official's id; the name that the resident sees is read from the directory. */
  signatory: Uuid,
  signedAt: Instant,
  /** How it was signed: `RECORDED_ACT` for now. */
  signature: Type.String(),
});
/** The question was closed without an answer. */
export const ResponseClosed = event('ResponseClosed', 1, { question: Uuid });

export const responsesEvents = [
  ResponseOpened,
  ResponseDrafted,
  NoteAdded,
  ResponseApproved,
  ResponseSentBack,
  ResponseSigned,
  ResponseClosed,
] as const;

export type ResponseSignedData = DataOf<typeof ResponseSigned>;
