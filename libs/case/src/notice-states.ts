import type { NoticeState } from '@otklik/contracts/enumerations';
import type { NotificationsFact } from './events.js';
import type { StatesAfter } from './states-after.js';

export const noticeStates: StatesAfter<NotificationsFact, NoticeState> = {
  NoticeOpened: 'PENDING',
  NoticeDispatched: 'DISPATCHED',
  CallAttempted: null,
  NoticePosted: 'DISPATCHED',
  NoticeFailed: 'PENDING',
  NoticeCancelled: 'CANCELLED',
  ProofCameLate: null,
  NoticeOutcomeUnknown: null,
  NoticeOutcomeSettled: null,
  RestoredNoticeSettled: null,
  NoticeHeld: null,
  NoticeByHand: null,
  NoticeReleased: null,
  NoticeSeenInPlace: null,
  NoticeRemovedInPlace: null,
  NoticeNotFoundInPlace: null,
  NoticeReadInPlace: null,
  BodyReported: null,
  SignatureAttached: null,
  NoticeSigned: null,
  LetterDelivered: null,
  LetterReturned: null,
};
