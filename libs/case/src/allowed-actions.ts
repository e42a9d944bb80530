import { covers, type Departments } from '@otklik/kernel';
import type { Acting, AppealFacts, NoticeFacts, QuestionFacts, ResponseFacts } from './action-facts.js';
import type { Action } from '@otklik/contracts/enumerations';
import {
  departmentOf,
  isWaited,
  mayAnswerAtReception,
  mayAskForExtension,
  mayAssign,
  mayAssignCoExecutors,
  mayClassify,
  mayContribute,
  mayExtend,
  mayForward,
  mayGiveInterimAnswer,
  mayLeaveUnanswered,
  mayMerge,
  mayNoteComplainedOf,
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
import { isMessage } from './regime.js';
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
 * What an official may do with an appeal, question, response or notice, told by its published facts. The owners' deciders
 * have the last word; a property test walks their states and compares (services/single/src/allowed-actions.spec.ts).
 */

export type { Acting, AppealFacts, NoticeFacts, QuestionFacts, ResponseFacts };

/** Conditions on the facts, in the order in which the actions are shown. */
type Conditions<Facts> = Partial<Record<Action, (facts: Facts, acting: Acting) => boolean>>;

function allowed<Facts>(conditions: Conditions<Facts>, facts: Facts, acting: Acting): readonly Action[] {
  const capacities = [acting, ...(acting.substituting ?? [])];
  return (Object.keys(conditions) as Action[]).filter((action) =>
    capacities.some((one) => one.mayActIn(action) !== undefined && conditions[action]!(facts, one)),
  );
}

const isUndecided = ({ status, regime }: AppealFacts): boolean => status === 'RECEIVED' && isMessage(regime);

/** Being moderated, or considered for the first time or again. */
const isBeforeAnswer = ({ status, isConsidered }: AppealFacts): boolean =>
  status === 'RECEIVED' || status === 'TAKEN_UP' || (status === 'REGISTERED' && isConsidered);

/** Something was written after the answer that stands, about questions of the official's departments. */
const isDisputed =
  (action: Action) =>
  ({ status, isDisputed: is, departments }: AppealFacts, { mayActIn }: Acting): boolean =>
    status === 'REGISTERED' && is && mayActInAny(mayActIn(action), departments);

const ofAppeal: Conditions<AppealFacts> = {
  TAKE_UP_MESSAGE: isUndecided,
  REGISTER_APPEAL: ({ status, regime }) => status === 'TAKEN_UP' || (status === 'RECEIVED' && !isMessage(regime)),
  TURN_INTO_APPEAL: (facts) => facts.named && isMessage(facts.regime) && isBeforeAnswer(facts),
  MARK_AS_DUPLICATE: isUndecided,
  ANSWER_AT_ONCE: isUndecided,
  MARK_AS_SPAM: isUndecided,
  ESCALATE_URGENTLY: (facts) => isBeforeAnswer(facts) && !facts.isUrgent,
  CORRECT_REGISTRATION: ({ status, answered, registeredOn }, { correctsOn }) =>
    status === 'REGISTERED' && !answered && (correctsOn === undefined || correctsOn === registeredOn),
  GRANT_REOPENING: ({ status, isAsked }) => status === 'REGISTERED' && isAsked,
  REFUSE_REOPENING: ({ status, isAsked }) => status === 'REGISTERED' && isAsked,
  REOPEN_ON_SUPPLEMENT: (facts, acting) => !facts.isAsked && isDisputed('REOPEN_ON_SUPPLEMENT')(facts, acting),
  REPLY_TO_SUPPLEMENT: (facts, acting) => isMessage(facts.regime) && isDisputed('REPLY_TO_SUPPLEMENT')(facts, acting),
  ACKNOWLEDGE_SUPPLEMENT: ({ status, isSupplemented, departments }, { mayActIn }) =>
    status === 'REGISTERED' && isSupplemented && mayActInAny(mayActIn('ACKNOWLEDGE_SUPPLEMENT'), departments),
  SET_LEGAL_HOLD: ({ hold }) => hold === 'NONE',
  LIFT_LEGAL_HOLD: ({ hold }) => hold === 'SET',
  RECORD_CONSENT_WITHDRAWAL: ({ hold, isConsented }) => isConsented && hold !== 'ERASED',
  TAKE_BACK_DECISION: ({ status, isUrgent }) =>
    ['TAKEN_UP', 'SPAM', 'DUPLICATE'].includes(status) || (status === 'RECEIVED' && isUrgent),
};

export function appealActions(facts: AppealFacts, acting: Acting): readonly Action[] {
  return allowed(ofAppeal, facts, acting);
}

type MayBeDone = (question: QuestionFacts, acting: Acting) => boolean;

/** Officials whose role is bound to departments act in these only; the others also while the question has none. */
const where =
  (action: Action, may: MayBeDone, departmentIn = ({ department }: QuestionFacts) => department): MayBeDone =>
  (question, acting) =>
    may(question, acting) && mayAct(acting.mayActIn(action), departmentIn(question));

const ofQuestion: Conditions<QuestionFacts> = {
  ROUTE_QUESTION: mayRoute,
  ASSIGN_EXECUTOR: where('ASSIGN_EXECUTOR', mayAssign),
  RECORD_RECEPTION_ANSWER: where('RECORD_RECEPTION_ANSWER', mayAnswerAtReception),
  CLASSIFY_QUESTION: where('CLASSIFY_QUESTION', mayClassify, departmentOf),
  ASSIGN_CO_EXECUTORS: where('ASSIGN_CO_EXECUTORS', mayAssignCoExecutors),
  ADD_CONTRIBUTION: (question, acting) => mayContribute(question, acting, acting.mayActIn('ADD_CONTRIBUTION')),
  RETURN_QUESTION: where('RETURN_QUESTION', mayReturn),
  SPLIT_QUESTION: maySplit,
  UNDO_SPLIT: mayUndoSplit,
  MERGE_QUESTIONS: mayMerge,
  UNDO_MERGE: mayUndoMerge,
  NOTE_COMPLAINED_OF: mayNoteComplainedOf,
  FORWARD_QUESTION: where('FORWARD_QUESTION', mayForward),
  WITHDRAW_FORWARDING: where('WITHDRAW_FORWARDING', mayWithdrawForwarding),
  RECORD_BODY_REACTION: mayRecordReaction,
  REVOKE_BODY_LINK: mayRevokeBodyLink,
  TAKE_BACK_QUESTION: mayTakeBack,
  LEAVE_UNANSWERED: where('LEAVE_UNANSWERED', mayLeaveUnanswered),
  EXTEND_DEADLINE: where('EXTEND_DEADLINE', mayExtend),
  ASK_FOR_EXTENSION: where('ASK_FOR_EXTENSION', mayAskForExtension),
  REFUSE_EXTENSION: where('REFUSE_EXTENSION', mayRefuseExtension),
  REQUEST_INFORMATION: where('REQUEST_INFORMATION', mayRequestInformation),
  RECORD_INFORMATION: where('RECORD_INFORMATION', mayRecordInformation),
  GIVE_INTERIM_ANSWER: where('GIVE_INTERIM_ANSWER', mayGiveInterimAnswer),
  CONFIRM_PROMISE: where('CONFIRM_PROMISE', isWaited),
  EXTEND_PROMISE: where('EXTEND_PROMISE', isWaited),
};

export function questionActions(facts: QuestionFacts, acting: Acting): readonly Action[] {
  return allowed(ofQuestion, facts, acting);
}

/** Officials whose role is bound to departments act in these only; the others also while the question has none. */
const mayAnswer =
  (action: Action, may: (response: Answering, acting: Acting) => boolean) =>
  (response: Answering, acting: Acting): boolean =>
    may(response, acting) && mayAct(acting.mayActIn(action), response.department);

const ofResponse: Conditions<Answering> = {
  DRAFT_RESPONSE: mayAnswer('DRAFT_RESPONSE', mayDraft),
  APPROVE_RESPONSE: mayAnswer('APPROVE_RESPONSE', mayApprove),
  SIGN_RESPONSE: mayAnswer('SIGN_RESPONSE', maySign),
  REVOKE_RESPONSE: mayAnswer('REVOKE_RESPONSE', mayRevoke),
  SEND_BACK_RESPONSE: mayAnswer('SEND_BACK_RESPONSE', maySendBack),
  ADD_NOTE: mayAnswer('ADD_NOTE', isUnsigned),
};

/** With the department and executor of its question. */
export function responseActions(facts: Answering, acting: Acting): readonly Action[] {
  return allowed(ofResponse, facts, acting);
}

const mayCall = (action: Action, { way, state, department }: NoticeFacts, { mayActIn }: Acting): boolean =>
  way === 'ORAL' && state === 'PENDING' && mayAct(mayActIn(action), department);

const ofNotice: Conditions<NoticeFacts> = {
  RECORD_ORAL_NOTICE: (facts, acting) => mayCall('RECORD_ORAL_NOTICE', facts, acting),
  RECORD_CALL_ATTEMPT: (facts, acting) => mayCall('RECORD_CALL_ATTEMPT', facts, acting),
  /** Also of a letter that left before the applicant withdrew the appeal: its proof comes late. */
  RECORD_POSTING: ({ way, state }) => way === 'PAPER' && (state === 'PENDING' || state === 'CANCELLED'),
  SETTLE_UNKNOWN_NOTICE: ({ attention }) => attention === 'UNKNOWN',
  RELEASE_NOTICE: ({ attention, department }, { mayActIn }) =>
    attention === 'HELD' && mayAct(mayActIn('RELEASE_NOTICE'), department),
  RECORD_PLACED_NOTICE: ({ attention, department }, { mayActIn }) =>
    attention === 'BY_HAND' && mayAct(mayActIn('RECORD_PLACED_NOTICE'), department),
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
