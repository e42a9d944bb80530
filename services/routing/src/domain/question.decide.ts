import { mayRoute } from '@otklik/case/question-conditions';
import { codeOf } from '@otklik/case/question-control';
import type { ClosingGround, DecidedBy, Regime } from '@otklik/contracts/enumerations';
import { compact, covers, decideBy, refuse, type Decider, type Departments, type Rules } from '@otklik/kernel';
import type { AnswerDeadline } from './answer-deadline.js';
import { acknowledge, assign, type AcknowledgeAssignment, type AssignExecutor } from './question-assignment.decide.js';
import { passOn, type PassOnAssignment } from './question-passing-on.decide.js';
import { controlRules, type ControlCommand } from './question-control.decide.js';
import { reopen, takeBack, type ReopenQuestion, type TakeBackQuestion } from './question-again.decide.js';
import {
  noteTakenUp,
  type NoteTakenUp,
  recordReaction,
  type RecordReaction,
  revokeBodyLink,
  type RevokeBodyLink,
} from './question-bodies.decide.js';
import {
  accept,
  answer,
  release,
  type AcceptAnswer,
  type RecordAnswer,
  type ReleaseAnswer,
} from './question-answer.decide.js';
import {
  endQuestion,
  forward,
  leaveUnanswered,
  noteComplainedOf,
  type EndQuestion,
  type ForwardQuestion,
  type LeaveUnanswered,
  type NoteComplainedOf,
} from './question-ends.decide.js';
import {
  acceptHandover,
  endHandover,
  passOnWithdrawal,
  releaseForwarding,
  withdrawForwarding,
  type AcceptHandover,
  type EndHandover,
  type PassOnWithdrawal,
  type ReleaseForwarding,
  type WithdrawForwarding,
} from './question-handover.decide.js';
import {
  join,
  mergeInto,
  restore,
  split,
  undoJoin,
  undoSplit,
  type JoinQuestion,
  type MergeInto,
  type RestoreQuestion,
  type SplitQuestion,
  type UndoJoin,
  type UndoSplit,
} from './question-parts.decide.js';
import { answerAtReception, type RecordReceptionAnswer } from './question-reception.decide.js';
import { demandOpen, hasEnded } from './question-standing.js';
import {
  askForExtension,
  extendDeadline,
  proveExtension,
  refuseExtension,
  type AskForExtension,
  type ExtendDeadline,
  type ProveExtension,
  type RefuseExtension,
} from './question-extension.decide.js';
import {
  proveRequest,
  recordInformation,
  requestInformation,
  type ProveRequest,
  type RecordInformation,
  type RequestInformation,
} from './question-information.decide.js';
import {
  giveInterimAnswer,
  proveInterimAnswer,
  type GiveInterimAnswer,
  type ProveInterimAnswer,
} from './question-interim.decide.js';
import { takeBackAssignment, type TakeBackAssignment } from './question-taken-back.decide.js';
import { evolve } from './question.js';
import { initialState, placeOf, type QuestionEvent, type QuestionState } from './question-state.js';
import type { ProposedRoute } from './routing-rules.js';
import {
  addTerm,
  recountTerm,
  warnOfTerm,
  type AddTerm,
  type RecountTerm,
  type WarnOfTerm,
} from './question-terms.decide.js';

export type QuestionCommand =
  | OpenQuestion
  | RouteQuestion
  | (AssignExecutor | AcknowledgeAssignment | TakeBackAssignment | PassOnAssignment)
  | ReturnQuestion
  | AcceptAnswer
  | ReleaseAnswer
  | RecordAnswer
  | RecordReceptionAnswer
  | ReopenQuestion
  | AddTerm
  | WarnOfTerm
  | RecountTerm
  | CloseQuestion
  | SplitQuestion
  | UndoSplit
  | JoinQuestion
  | UndoJoin
  | MergeInto
  | RestoreQuestion
  | NoteComplainedOf
  | ForwardQuestion
  | WithdrawForwarding
  | ReleaseForwarding
  | AcceptHandover
  | EndHandover
  | PassOnWithdrawal
  | RecordReaction
  | NoteTakenUp
  | RevokeBodyLink
  | TakeBackQuestion
  | LeaveUnanswered
  | EndQuestion
  | RequestInformation
  | ProveRequest
  | RecordInformation
  | GiveInterimAnswer
  | ProveInterimAnswer
  | AskForExtension
  | RefuseExtension
  | ExtendDeadline
  | ProveExtension
  | ControlCommand;

export interface OpenQuestion {
  readonly type: 'OpenQuestion';
  readonly person: string;
  readonly regime: Regime;
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal: number;
  /** Absent: the question is the whole appeal. */
  readonly text?: string;
  /** Undefined: no rule of the district fits. */
  readonly route: ProposedRoute | undefined;
  readonly deadline: AnswerDeadline;
  /** Counted from the same registration; of a question that is split off, the other terms of what it was part of. */
  readonly otherDeadlines?: readonly AnswerDeadline[];
  /** Whom the question that it was part of complains of. */
  readonly complainedOf?: readonly string[];
}

export interface RouteQuestion {
  readonly type: 'RouteQuestion';
  readonly topic: string;
  readonly department: string;
  readonly reason?: string;
  /** The common classifier's code of the topic. */
  readonly classifier?: string;
  /** The edition that has it. */
  readonly classifierEdition?: string;
  /** Facts of the district's directory. */
  readonly topicKnown: boolean;
  readonly departmentKnown: boolean;
}

export interface ReturnQuestion {
  readonly type: 'ReturnQuestion';
  readonly reason: string;
  readonly mayActIn: Departments;
}

export interface CloseQuestion {
  readonly type: 'CloseQuestion';
  readonly ground: ClosingGround;
}

/** One rule for each command; a command without one stops the build. */
const rules: Rules<QuestionState, QuestionCommand, QuestionEvent> = {
  OpenQuestion: open,
  RouteQuestion: route,
  AssignExecutor: assign,
  PassOnAssignment: passOn,
  AcknowledgeAssignment: acknowledge,
  TakeBackAssignment: takeBackAssignment,
  ReturnQuestion: giveBack,
  AcceptAnswer: accept,
  ReleaseAnswer: (_, state) => release(state),
  RecordAnswer: answer,
  RecordReceptionAnswer: answerAtReception,
  ReopenQuestion: reopen,
  AddTerm: addTerm,
  WarnOfTerm: warnOfTerm,
  RecountTerm: recountTerm,
  CloseQuestion: close,
  SplitQuestion: split,
  UndoSplit: undoSplit,
  JoinQuestion: join,
  UndoJoin: undoJoin,
  MergeInto: mergeInto,
  RestoreQuestion: restore,
  NoteComplainedOf: noteComplainedOf,
  ForwardQuestion: forward,
  WithdrawForwarding: withdrawForwarding,
  ReleaseForwarding: (_, state) => releaseForwarding(state),
  AcceptHandover: acceptHandover,
  EndHandover: endHandover,
  PassOnWithdrawal: (_, state) => passOnWithdrawal(state),
  RecordReaction: recordReaction,
  NoteTakenUp: noteTakenUp,
  RevokeBodyLink: revokeBodyLink,
  TakeBackQuestion: takeBack,
  LeaveUnanswered: leaveUnanswered,
  EndQuestion: endQuestion,
  RequestInformation: requestInformation,
  ProveRequest: proveRequest,
  RecordInformation: recordInformation,
  GiveInterimAnswer: giveInterimAnswer,
  ProveInterimAnswer: proveInterimAnswer,
  AskForExtension: askForExtension,
  RefuseExtension: refuseExtension,
  ExtendDeadline: extendDeadline,
  ProveExtension: proveExtension,
  ...controlRules,
};

export const question: Decider<QuestionState, QuestionCommand, QuestionEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open(command: OpenQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status !== 'NONE') return [];
  const { person, regime, ordinal, text, route: proposed, deadline, otherDeadlines = [], complainedOf = [] } = command;
  const fits = proposed && !complainedOf.includes(proposed.department);
  return [
    compact({ type: 'QuestionOpened', person, regime, ordinal, text }),
    fits ? { type: 'QuestionRouted', ...proposed, by: deciderOf(proposed) } : { type: 'QuestionLeftToCoordinator' },
    ...[deadline, ...otherDeadlines].map((set) => ({ type: 'DeadlineSet', ...set }) as const),
    ...(complainedOf.length > 0 ? [{ type: 'ComplainedOfNoted', of: complainedOf } as const] : []),
  ];
}

function deciderOf({ rule }: ProposedRoute): DecidedBy {
  return rule === undefined ? 'APPLICANT' : 'RULE';
}

/** The coordinator may take a question from any department until it is answered; another executor is then chosen there. */
function route(command: RouteQuestion, state: QuestionState): readonly QuestionEvent[] {
  const { topic, department, reason } = command;
  demandOpen(state, mayRoute);
  if (!command.topicKnown) refuse('TOPIC_UNKNOWN');
  if (!command.departmentKnown) refuse('DEPARTMENT_UNKNOWN');
  const { complainedOf, ...now } = state.published;
  if (complainedOf?.includes(department)) refuse('COMPLAINED_OF');
  const isSameTopic = placeOf(now).topic === topic;
  if (isSameTopic && now.department === department) return [];
  const code = codeOf(isSameTopic ? now : command);
  const why = reason === undefined ? {} : { reason };
  return [{ type: 'QuestionRouted', topic, department, ...code, by: 'OFFICIAL', words: [], ...why }];
}

function giveBack(command: ReturnQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'RETURNED') return [];
  demandOpen(state);
  const department = state.published.department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
  if (!covers(command.mayActIn, department)) refuse('FORBIDDEN');
  return [{ type: 'QuestionReturned', reason: command.reason }];
}

/** A question that has its end keeps it: the appeal may end afterwards, by its other questions or by an erasure. */
function close(command: CloseQuestion, state: QuestionState): readonly QuestionEvent[] {
  return hasEnded(state) ? [] : [{ type: 'QuestionClosed', ground: command.ground }];
}
