import { covers, type Departments } from '@otklik/kernel';
import type { Acting, AppealFacts, NoticeFacts } from './action-facts.js';
import {
  isUndecided,
  mayAcknowledgeSupplement,
  mayCorrectDetails,
  mayCorrectRegistration,
  mayDecideReopening,
  mayEscalate,
  mayLiftHold,
  mayRecordRepeat,
  mayRecordSource,
  mayRegister,
  mayReopen,
  mayReopenOnSupplement,
  mayReplyToSupplement,
  maySetHold,
  mayTakeBackDecision,
  mayTurnIntoAppeal,
  mayWithdrawConsent,
} from './appeal-conditions.js';
import type { Action } from '@otklik/contracts/enumerations';
import {
  mayAttachSignature,
  mayCall,
  mayRecordOutcome,
  mayRecordPlaced,
  mayRecordInPos,
  mayRecordPosting,
  mayRelease,
  maySettleUnknown,
} from './notice-conditions.js';
import {
  departmentOf,
  isUnderControl,
  isWaited,
  mayAcknowledgeAssignment,
  mayAnswerAtReception,
  mayAskForExtension,
  mayAssign,
  mayAssignCoExecutors,
  mayClassify,
  mayContribute,
  mayCorrectTopic,
  mayExtend,
  mayFinishPart,
  mayForward,
  mayGiveInterimAnswer,
  mayLeaveUnanswered,
  mayMerge,
  mayNoteComplainedOf,
  mayPassOnAssignment,
  mayPutUnderControl,
  mayRecordInformation,
  mayRecordReaction,
  mayRefuseExtension,
  mayRequestInformation,
  mayReturn,
  mayRevokeBodyLink,
  mayRoute,
  maySplit,
  mayTakeBack,
  mayUndoMerge,
  mayUndoSplit,
  mayWithdrawForwarding,
} from './question-conditions.js';
import type { QuestionFacts } from './question-facts.js';
import { mayProposePublication, mayPublish, mayTakeBackPublication } from './publication-conditions.js';
import {
  isUnsigned,
  mayApprove,
  mayDraft,
  mayRevoke,
  maySendBack,
  maySign,
  type Answering,
} from './response-conditions.js';

/*
 * What an official may do with an appeal, question, response or notice, derived from its published facts: an action a
 * line, by the condition that its owner's decider asks, and where the official acts. The decider has the last word; a
 * property test walks its states and compares (services/single/src/allowed-actions.spec.ts).
 */

/** Conditions on the facts, in the order in which the actions are shown. */
type Conditions<Facts> = Partial<Record<Action, (facts: Facts, acting: Acting) => boolean>>;

function allowed<Facts>(conditions: Conditions<Facts>, facts: Facts, acting: Acting): readonly Action[] {
  const capacities = [acting, ...(acting.substituting ?? [])];
  return (Object.keys(conditions) as Action[]).filter((action) =>
    capacities.some((one) => one.mayActIn(action) !== undefined && conditions[action]!(facts, one)),
  );
}

/** In a department; officials whose role is not bound to departments act also while there is none. */
const where =
  <Facts extends { readonly department?: string | undefined }>(
    action: Action,
    may: (facts: Facts, acting: Acting) => boolean,
  ) =>
  (facts: Facts, acting: Acting): boolean =>
    may(facts, acting) && mayAct(acting.mayActIn(action), facts.department);

type OfAppeal = (appeal: AppealFacts, acting: Acting) => boolean;

/** About questions of the official's departments. */
const ofTheirs =
  (action: Action, may: OfAppeal): OfAppeal =>
  (appeal, acting) =>
    may(appeal, acting) && mayActInAny(acting.mayActIn(action), appeal.departments);

const ofAppeal: Conditions<AppealFacts> = {
  TAKE_UP_MESSAGE: isUndecided,
  REGISTER_APPEAL: mayRegister,
  TURN_INTO_APPEAL: mayTurnIntoAppeal,
  MARK_AS_DUPLICATE: isUndecided,
  ANSWER_AT_ONCE: isUndecided,
  MARK_AS_SPAM: isUndecided,
  ESCALATE_URGENTLY: mayEscalate,
  CORRECT_REGISTRATION: (appeal, { correctsOn }) =>
    mayCorrectRegistration(appeal) && (correctsOn === undefined || correctsOn === appeal.registeredOn),
  RECORD_SOURCE: ofTheirs('RECORD_SOURCE', mayRecordSource),
  RECORD_REPEAT: ofTheirs('RECORD_REPEAT', mayRecordRepeat),
  CORRECT_DETAILS: ofTheirs('CORRECT_DETAILS', mayCorrectDetails),
  GRANT_REOPENING: mayDecideReopening,
  REFUSE_REOPENING: mayDecideReopening,
  REOPEN_APPEAL: ofTheirs('REOPEN_APPEAL', mayReopen),
  REOPEN_ON_SUPPLEMENT: ofTheirs('REOPEN_ON_SUPPLEMENT', mayReopenOnSupplement),
  REPLY_TO_SUPPLEMENT: ofTheirs('REPLY_TO_SUPPLEMENT', mayReplyToSupplement),
  ACKNOWLEDGE_SUPPLEMENT: ofTheirs('ACKNOWLEDGE_SUPPLEMENT', mayAcknowledgeSupplement),
  SET_LEGAL_HOLD: maySetHold,
  LIFT_LEGAL_HOLD: mayLiftHold,
  RECORD_CONSENT_WITHDRAWAL: mayWithdrawConsent,
  TAKE_BACK_DECISION: mayTakeBackDecision,
};

export function appealActions(facts: AppealFacts, acting: Acting): readonly Action[] {
  return allowed(ofAppeal, facts, acting);
}

const inQuestion = where<QuestionFacts>;

const ofQuestion: Conditions<QuestionFacts> = {
  ROUTE_QUESTION: mayRoute,
  ASSIGN_EXECUTOR: inQuestion('ASSIGN_EXECUTOR', mayAssign),
  ACKNOWLEDGE_ASSIGNMENT: inQuestion('ACKNOWLEDGE_ASSIGNMENT', mayAcknowledgeAssignment),
  PASS_ON_ASSIGNMENT: inQuestion('PASS_ON_ASSIGNMENT', mayPassOnAssignment),
  RECORD_RECEPTION_ANSWER: inQuestion('RECORD_RECEPTION_ANSWER', mayAnswerAtReception),
  CLASSIFY_QUESTION: (question, acting) =>
    mayClassify(question) && mayAct(acting.mayActIn('CLASSIFY_QUESTION'), departmentOf(question)),
  CORRECT_TOPIC: inQuestion('CORRECT_TOPIC', mayCorrectTopic),
  ASSIGN_CO_EXECUTORS: inQuestion('ASSIGN_CO_EXECUTORS', mayAssignCoExecutors),
  FINISH_PART: (question, acting) => mayFinishPart(question, acting, acting.mayActIn('FINISH_PART')),
  ADD_CONTRIBUTION: (question, acting) => mayContribute(question, acting, acting.mayActIn('ADD_CONTRIBUTION')),
  RETURN_QUESTION: inQuestion('RETURN_QUESTION', mayReturn),
  SPLIT_QUESTION: maySplit,
  UNDO_SPLIT: mayUndoSplit,
  MERGE_QUESTIONS: mayMerge,
  UNDO_MERGE: mayUndoMerge,
  NOTE_COMPLAINED_OF: mayNoteComplainedOf,
  FORWARD_QUESTION: inQuestion('FORWARD_QUESTION', mayForward),
  WITHDRAW_FORWARDING: inQuestion('WITHDRAW_FORWARDING', mayWithdrawForwarding),
  RECORD_BODY_REACTION: mayRecordReaction,
  REVOKE_BODY_LINK: mayRevokeBodyLink,
  TAKE_BACK_QUESTION: mayTakeBack,
  LEAVE_UNANSWERED: inQuestion('LEAVE_UNANSWERED', mayLeaveUnanswered),
  EXTEND_DEADLINE: inQuestion('EXTEND_DEADLINE', mayExtend),
  ASK_FOR_EXTENSION: inQuestion('ASK_FOR_EXTENSION', mayAskForExtension),
  REFUSE_EXTENSION: inQuestion('REFUSE_EXTENSION', mayRefuseExtension),
  REQUEST_INFORMATION: inQuestion('REQUEST_INFORMATION', mayRequestInformation),
  RECORD_INFORMATION: inQuestion('RECORD_INFORMATION', mayRecordInformation),
  GIVE_INTERIM_ANSWER: inQuestion('GIVE_INTERIM_ANSWER', mayGiveInterimAnswer),
  CONFIRM_PROMISE: inQuestion('CONFIRM_PROMISE', isWaited),
  EXTEND_PROMISE: inQuestion('EXTEND_PROMISE', isWaited),
  PUT_UNDER_CONTROL: inQuestion('PUT_UNDER_CONTROL', mayPutUnderControl),
  TAKE_OFF_CONTROL: inQuestion('TAKE_OFF_CONTROL', isUnderControl),
};

export function questionActions(facts: QuestionFacts, acting: Acting): readonly Action[] {
  return allowed(ofQuestion, facts, acting);
}

const inResponse = where<Answering>;

const ofResponse: Conditions<Answering> = {
  DRAFT_RESPONSE: inResponse('DRAFT_RESPONSE', mayDraft),
  APPROVE_RESPONSE: inResponse('APPROVE_RESPONSE', mayApprove),
  SIGN_RESPONSE: inResponse('SIGN_RESPONSE', maySign),
  REVOKE_RESPONSE: inResponse('REVOKE_RESPONSE', mayRevoke),
  SEND_BACK_RESPONSE: inResponse('SEND_BACK_RESPONSE', maySendBack),
  ADD_NOTE: inResponse('ADD_NOTE', isUnsigned),
  PROPOSE_PUBLICATION: inResponse('PROPOSE_PUBLICATION', mayProposePublication),
  PUBLISH_ANSWER: inResponse('PUBLISH_ANSWER', mayPublish),
  TAKE_BACK_PUBLICATION: inResponse('TAKE_BACK_PUBLICATION', mayTakeBackPublication),
};

/** With the department and executor of its question. */
export function responseActions(facts: Answering, acting: Acting): readonly Action[] {
  return allowed(ofResponse, facts, acting);
}

const inNotice = where<NoticeFacts>;

const ofNotice: Conditions<NoticeFacts> = {
  RECORD_ORAL_NOTICE: inNotice('RECORD_ORAL_NOTICE', mayCall),
  RECORD_CALL_ATTEMPT: inNotice('RECORD_CALL_ATTEMPT', mayCall),
  ATTACH_SIGNATURE: inNotice('ATTACH_SIGNATURE', mayAttachSignature),
  RECORD_POSTING: mayRecordPosting,
  RECORD_IN_POS: inNotice('RECORD_IN_POS', mayRecordInPos),
  RECORD_LETTER_OUTCOME: mayRecordOutcome,
  SETTLE_UNKNOWN_NOTICE: maySettleUnknown,
  RELEASE_NOTICE: inNotice('RELEASE_NOTICE', mayRelease),
  RECORD_PLACED_NOTICE: inNotice('RECORD_PLACED_NOTICE', mayRecordPlaced),
};

export function noticeActions(facts: NoticeFacts, acting: Acting): readonly Action[] {
  return allowed(ofNotice, facts, acting);
}

function mayActInAny(departments: Departments | undefined, any: readonly string[]): boolean {
  return mayAct(departments, undefined) || any.some((department) => mayAct(departments, department));
}

function mayAct(departments: Departments | undefined, department: string | undefined): boolean {
  return departments !== undefined && covers(departments, department);
}
