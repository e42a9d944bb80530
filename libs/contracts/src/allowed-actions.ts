import { covers, type Departments } from '@otklik/kernel';
import type { Action, NoticeState, NoticeWay, QuestionState, Regime } from './enumerations.js';
import { isMessage } from './regime.js';

/*
 * What an official may do with an appeal, question, response or notice, told by its published facts. The owners' deciders
 * have the last word; a property test walks their states and compares (services/single/src/allowed-actions.spec.ts).
 */

export interface Acting {
  /** The official's id. */
  readonly official: string;
  /** Where the official's roles permit the action's mutation (`@access`); undefined: nowhere in the district. */
  readonly mayActIn: (action: Action) => Departments | undefined;
}

export interface AppealFacts {
  readonly status: 'RECEIVED' | 'TAKEN_UP' | 'SPAM' | 'DUPLICATE' | 'REGISTERED' | 'ENDED';
  readonly regime: Regime;
  /** The applicant gave a name. */
  readonly named: boolean;
}

export interface QuestionFacts {
  readonly state: QuestionState;
  readonly department?: string | undefined;
  readonly executor?: string | undefined;
}

export interface ResponseFacts {
  readonly stage: 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';
  /** Who wrote the draft that stands now. */
  readonly drafter?: string | undefined;
}

export interface NoticeFacts {
  readonly way: NoticeWay;
  readonly state: NoticeState;
}

/** Conditions on the facts, in the order in which the actions are shown. */
type Conditions<Facts> = Partial<Record<Action, (facts: Facts, acting: Acting) => boolean>>;

function allowed<Facts>(conditions: Conditions<Facts>, facts: Facts, acting: Acting): readonly Action[] {
  return (Object.keys(conditions) as Action[]).filter(
    (action) => acting.mayActIn(action) !== undefined && conditions[action]!(facts, acting),
  );
}

const isUndecided = ({ status, regime }: AppealFacts): boolean => status === 'RECEIVED' && isMessage(regime);

const ofAppeal: Conditions<AppealFacts> = {
  TAKE_UP_MESSAGE: isUndecided,
  REGISTER_APPEAL: ({ status, regime }) => status === 'TAKEN_UP' || (status === 'RECEIVED' && !isMessage(regime)),
  TURN_INTO_APPEAL: ({ status, regime, named }) =>
    named && isMessage(regime) && (status === 'RECEIVED' || status === 'TAKEN_UP'),
  MARK_AS_DUPLICATE: isUndecided,
  MARK_AS_SPAM: isUndecided,
  TAKE_BACK_DECISION: ({ status }) => status === 'TAKEN_UP' || status === 'SPAM' || status === 'DUPLICATE',
};

export function appealActions(facts: AppealFacts, acting: Acting): readonly Action[] {
  return allowed(ofAppeal, facts, acting);
}

const isOpen = ({ state }: QuestionFacts): boolean => state !== 'ANSWERED' && state !== 'CLOSED';

/** In a department where the official may do it. */
const inOwnDepartment =
  (action: Action) =>
  ({ department }: QuestionFacts, { mayActIn }: Acting): boolean =>
    department !== undefined && mayAct(mayActIn(action), department);

const ofQuestion: Conditions<QuestionFacts> = {
  ROUTE_QUESTION: isOpen,
  ASSIGN_EXECUTOR: (facts, acting) => isOpen(facts) && inOwnDepartment('ASSIGN_EXECUTOR')(facts, acting),
  RETURN_QUESTION: (facts, acting) =>
    isOpen(facts) && facts.state !== 'RETURNED' && inOwnDepartment('RETURN_QUESTION')(facts, acting),
};

export function questionActions(facts: QuestionFacts, acting: Acting): readonly Action[] {
  return allowed(ofQuestion, facts, acting);
}

type Answering = ResponseFacts & Pick<QuestionFacts, 'department' | 'executor'>;

const isUnsigned = ({ stage }: Answering): boolean => stage !== 'SIGNED' && stage !== 'CLOSED';

/** Officials whose role is bound to departments act in these only; the others also while the question has none. */
const mayAnswer = (action: Action, { department }: Answering, { mayActIn }: Acting): boolean =>
  mayAct(mayActIn(action), department);

const ofResponse: Conditions<Answering> = {
  DRAFT_RESPONSE: (facts, acting) =>
    isUnsigned(facts) && facts.executor === acting.official && mayAnswer('DRAFT_RESPONSE', facts, acting),
  APPROVE_RESPONSE: (facts, acting) =>
    facts.stage === 'DRAFTED' &&
    facts.drafter !== acting.official &&
    facts.department !== undefined &&
    mayAnswer('APPROVE_RESPONSE', facts, acting),
  SIGN_RESPONSE: (facts, acting) =>
    facts.stage === 'APPROVED' && facts.department !== undefined && mayAnswer('SIGN_RESPONSE', facts, acting),
  SEND_BACK_RESPONSE: (facts, acting) =>
    (facts.stage === 'DRAFTED' || facts.stage === 'APPROVED') && mayAnswer('SEND_BACK_RESPONSE', facts, acting),
  ADD_NOTE: (facts, acting) => isUnsigned(facts) && mayAnswer('ADD_NOTE', facts, acting),
};

/** With the department and executor of its question. */
export function responseActions(facts: Answering, acting: Acting): readonly Action[] {
  return allowed(ofResponse, facts, acting);
}

const ofNotice: Conditions<NoticeFacts> = {
  RECORD_ORAL_NOTICE: ({ way, state }) => way === 'ORAL' && state === 'PENDING',
  RECORD_CALL_ATTEMPT: ({ way, state }) => way === 'ORAL' && state === 'PENDING',
};

export function noticeActions(facts: NoticeFacts, acting: Acting): readonly Action[] {
  return allowed(ofNotice, facts, acting);
}

function mayAct(departments: Departments | undefined, department: string | undefined): boolean {
  return departments !== undefined && covers(departments, department);
}
