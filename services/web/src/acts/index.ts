import { acknowledgeSupplement, reopenOnSupplement, replyToSupplement } from './after-answer.js';
import { approveResponse, draftResponse, sendBackResponse, signResponse } from './answer.js';
import { appealActs } from './appeal.js';
import {
  answerAtOnce,
  escalateUrgently,
  markAsDuplicate,
  markAsSpam,
  registerAppeal,
  takeBackDecision,
  takeUpMessage,
} from './message.js';
import {
  attachSignature,
  recordCallAttempt,
  recordLetterOutcome,
  recordOralNotice,
  recordPlacedNotice,
  recordInPos,
  recordPosting,
  releaseNotice,
  settleUnknownNotice,
} from './notice.js';
import { proposePublication, publishAnswer, takeBackPublication } from './publication.js';
import { questionActs } from './question/index.js';

/** One act for each value of `allowedActions`. */
export const allActs = [
  ...[takeUpMessage, markAsDuplicate, answerAtOnce, markAsSpam, escalateUrgently, takeBackDecision, registerAppeal],
  ...appealActs,
  ...questionActs,
  ...[draftResponse, approveResponse, signResponse, sendBackResponse],
  ...[proposePublication, publishAnswer, takeBackPublication],
  ...[acknowledgeSupplement, reopenOnSupplement, replyToSupplement],
  ...[releaseNotice, recordPlacedNotice, recordOralNotice, recordCallAttempt],
  ...[attachSignature, recordInPos, recordPosting, recordLetterOutcome, settleUnknownNotice],
];
