import { covers, type Departments } from '@otklik/kernel';
import type { Acting, AppealFacts, NoticeFacts, QuestionFacts, ResponseFacts } from './action-facts.js';
import type { Action } from '@otklik/contracts/enumerations';
import { isConsidered } from './question-status.js';
import { isMessage } from './regime.js';
import {
  isOf,
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

/** What is signed is on its way: nothing else may be decided. */
const isOpen = ({ state, answering }: QuestionFacts): boolean => isConsidered(state) && !answering;

const isAtBodies = ({ state }: QuestionFacts): boolean => state === 'FORWARDING' || state === 'FORWARDED';

/** In a department where the official may do it. */
const inOwnDepartment =
  (action: Action) =>
  ({ department }: QuestionFacts, { mayActIn }: Acting): boolean =>
    department !== undefined && mayAct(mayActIn(action), department);

const isOfExecutor = ({ executor, department }: QuestionFacts, acting: Acting): boolean =>
  isOf(acting, executor) && mayAct(acting.mayActIn('ASK_FOR_EXTENSION'), department);

const isWaited = ({ state, isPromised }: QuestionFacts): boolean => state === 'ANSWERED' && isPromised === true;

const isCoExecutor = ({ coExecutors }: QuestionFacts, acting: Acting): boolean => {
  const { officials = [], departments = [] } = coExecutors ?? {};
  const isNamed = officials.some((one) => isOf(acting, one));
  return isNamed || departments.some((code) => mayAct(acting.mayActIn('ADD_CONTRIBUTION'), code));
};

/** A question that has its end is of no department any more. */
const placeOf = ({ state, department }: QuestionFacts): string | undefined =>
  isConsidered(state) ? department : undefined;

const ofQuestion: Conditions<QuestionFacts> = {
  ROUTE_QUESTION: isOpen,
  ASSIGN_EXECUTOR: (facts, acting) => isOpen(facts) && inOwnDepartment('ASSIGN_EXECUTOR')(facts, acting),
  RECORD_RECEPTION_ANSWER: (facts, { mayActIn }) =>
    isOpen(facts) && facts.regime === 'ORAL_RECEPTION' && mayAct(mayActIn('RECORD_RECEPTION_ANSWER'), facts.department),
  CLASSIFY_QUESTION: (facts, { mayActIn }) =>
    facts.state !== 'CLOSED' && mayAct(mayActIn('CLASSIFY_QUESTION'), placeOf(facts)),
  ASSIGN_CO_EXECUTORS: (facts, { mayActIn }) =>
    isOpen(facts) && mayAct(mayActIn('ASSIGN_CO_EXECUTORS'), facts.department),
  ADD_CONTRIBUTION: (facts, acting) => isOpen(facts) && isCoExecutor(facts, acting),
  RETURN_QUESTION: (facts, acting) =>
    isOpen(facts) && facts.state !== 'RETURNED' && inOwnDepartment('RETURN_QUESTION')(facts, acting),
  SPLIT_QUESTION: isOpen,
  UNDO_SPLIT: (facts) => isOpen(facts) && facts.lastChange === 'SPLIT',
  MERGE_QUESTIONS: isOpen,
  UNDO_MERGE: ({ state, mergedInto }) => state === 'CLOSED' && mergedInto !== undefined,
  NOTE_COMPLAINED_OF: isOpen,
  FORWARD_QUESTION: (facts, { mayActIn }) => isOpen(facts) && mayAct(mayActIn('FORWARD_QUESTION'), facts.department),
  WITHDRAW_FORWARDING: ({ state, takingBack, department }, { mayActIn }) =>
    state === 'FORWARDING' && !takingBack && mayAct(mayActIn('WITHDRAW_FORWARDING'), department),
  RECORD_BODY_REACTION: (facts) => isAtBodies(facts) && facts.awaitsBody === true,
  REVOKE_BODY_LINK: (facts) =>
    isAtBodies(facts) ? facts.bodyLinks === true : isConsidered(facts.state) && facts.requestLinks === true,
  TAKE_BACK_QUESTION: ({ state, bodiesRefused }) => state === 'FORWARDED' && bodiesRefused === true,
  LEAVE_UNANSWERED: (facts, { mayActIn }) => isOpen(facts) && mayAct(mayActIn('LEAVE_UNANSWERED'), facts.department),
  EXTEND_DEADLINE: (facts, { mayActIn }) =>
    isOpen(facts) && facts.extendable === true && mayAct(mayActIn('EXTEND_DEADLINE'), facts.department),
  ASK_FOR_EXTENSION: (facts, acting) =>
    isOpen(facts) && facts.extendable === true && facts.extensionAsked !== true && isOfExecutor(facts, acting),
  REFUSE_EXTENSION: (facts, { mayActIn }) =>
    isOpen(facts) && facts.extensionAsked === true && mayAct(mayActIn('REFUSE_EXTENSION'), facts.department),
  REQUEST_INFORMATION: (facts, { mayActIn }) =>
    isOpen(facts) && mayAct(mayActIn('REQUEST_INFORMATION'), facts.department),
  /** Also while a signed answer is on its way. */
  RECORD_INFORMATION: (facts, { mayActIn }) =>
    isConsidered(facts.state) &&
    facts.awaitsInformation === true &&
    mayAct(mayActIn('RECORD_INFORMATION'), facts.department),
  GIVE_INTERIM_ANSWER: (facts, { mayActIn }) =>
    isOpen(facts) && facts.interimDue === true && mayAct(mayActIn('GIVE_INTERIM_ANSWER'), facts.department),
  CONFIRM_PROMISE: (facts, { mayActIn }) => isWaited(facts) && mayAct(mayActIn('CONFIRM_PROMISE'), facts.department),
  EXTEND_PROMISE: (facts, { mayActIn }) => isWaited(facts) && mayAct(mayActIn('EXTEND_PROMISE'), facts.department),
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
