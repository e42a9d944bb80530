import type { ResponsesFact } from './events.js';
import type { StatesAfter } from './states-after.js';

export type ResponseStage = 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';

export const responseStates: StatesAfter<ResponsesFact, ResponseStage> = {
  ResponseOpened: 'OPEN',
  ResponseDrafted: 'DRAFTED',
  NoteAdded: null,
  ResponseApproved: 'APPROVED',
  ResponseSentBack: 'SENT_BACK',
  DraftVoided: 'OPEN',
  ResponseSigned: 'SIGNED',
  ResponseRevoked: 'SENT_BACK',
  RevocationCameLate: 'SIGNED',
  ResponseClosed: 'CLOSED',
  ResponseReopened: 'OPEN',
  PublicationProposed: null,
  AnswerPublished: null,
  PublicationDropped: null,
  AnswerUnpublished: null,
};
