import { coExecutorActs } from './co-executors.js';
import { controlActs } from './control.js';
import {
  forward,
  leaveUnanswered,
  recordBodyReaction,
  recordReceptionAnswer,
  revokeBodyLink,
  takeBack,
  withdrawForwarding,
} from './ends.js';
import { merge, noteComplainedOf, split, undoMerge, undoSplit } from './parts.js';
import {
  askForExtension,
  extend,
  giveInterimAnswer,
  recordInformation,
  refuseExtension,
  requestInformation,
} from './terms.js';
import { passOnAssignment } from './passing-on.js';
import { workActs } from './work.js';

/** Splits and merges, what moves a term, the ends that are no answer: in the order of their buttons. */
const decisionActs = [
  ...[recordReceptionAnswer, forward, withdrawForwarding, requestInformation, recordInformation],
  ...[split, undoSplit, merge, undoMerge, noteComplainedOf, leaveUnanswered],
  ...[extend, refuseExtension, askForExtension, giveInterimAnswer, revokeBodyLink],
];

/** On the card, in the order of the menu of the drawing. */
export const cardActs = [...workActs, passOnAssignment, ...decisionActs, ...coExecutorActs, ...controlActs];

/** Of a question that other bodies have: they are listed with it. */
export const bodyActs = [recordBodyReaction, takeBack];

export const questionActs = [...cardActs, ...bodyActs];
