import type { ClosingGround, Regime } from '@otklik/contracts/enumerations';
import { covers, decideBy, refuse, type Decider, type Departments, type LocalDate, type Rules } from '@otklik/kernel';
import type { AnswerDeadline } from './answer-deadline.js';
import { evolve, initialState, type QuestionEvent, type QuestionState } from './question.js';
import type { ProposedRoute } from './routing-rules.js';

export type QuestionCommand =
  OpenQuestion | RouteQuestion | AssignExecutor | ReturnQuestion | RecordAnswer | CloseQuestion;

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
}

export interface RouteQuestion {
  readonly type: 'RouteQuestion';
  readonly topic: string;
  readonly department: string;
  readonly reason?: string;
  /** Facts of the district's directory. */
  readonly topicKnown: boolean;
  readonly departmentKnown: boolean;
}

export interface AssignExecutor {
  readonly type: 'AssignExecutor';
  readonly executor: string;
  /** Where the official holds the role EXECUTOR. */
  readonly executorIn: Departments;
  /** Where the official who assigns may act. */
  readonly mayActIn: Departments;
}

export interface ReturnQuestion {
  readonly type: 'ReturnQuestion';
  readonly reason: string;
  readonly mayActIn: Departments;
}

/** The dispatch of the answer is proved by this notice. */
export interface RecordAnswer {
  readonly type: 'RecordAnswer';
  readonly notice: string;
  readonly answeredOn: LocalDate;
  readonly zone: string;
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
  ReturnQuestion: giveBack,
  RecordAnswer: answer,
  CloseQuestion: close,
};

export const question: Decider<QuestionState, QuestionCommand, QuestionEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open(command: OpenQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status !== 'NONE') return [];
  const { person, regime, ordinal, text, route: proposed, deadline } = command;
  return [
    { type: 'QuestionOpened', person, regime, ordinal, ...(text === undefined ? {} : { text }) },
    proposed ? { type: 'QuestionRouted', ...proposed, by: 'RULE' } : { type: 'QuestionLeftToCoordinator' },
    { type: 'DeadlineSet', ...deadline },
  ];
}

/** The coordinator may take a question from any department until it is answered; another executor is then chosen there. */
function route(command: RouteQuestion, state: QuestionState): readonly QuestionEvent[] {
  const { topic, department, reason } = command;
  demandOpen(state);
  if (!command.topicKnown) refuse('TOPIC_UNKNOWN');
  if (!command.departmentKnown) refuse('DEPARTMENT_UNKNOWN');
  if ('department' in state && state.department === department && state.topic === topic) return [];
  const why = reason === undefined ? {} : { reason };
  return [{ type: 'QuestionRouted', topic, department, by: 'OFFICIAL', words: [], ...why }];
}

function assign(command: AssignExecutor, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  if (!('department' in state)) refuse('QUESTION_HAS_NO_DEPARTMENT');
  const { department } = state;
  if (!covers(command.mayActIn, department)) refuse('FORBIDDEN');
  if (!covers(command.executorIn, department)) refuse('EXECUTOR_NOT_IN_DEPARTMENT');
  if (state.status === 'IN_WORK' && state.executor === command.executor) return [];
  return [{ type: 'ExecutorAssigned', executor: command.executor, department }];
}

function giveBack(command: ReturnQuestion, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  if (state.status === 'RETURNED') return [];
  if (!('department' in state)) refuse('QUESTION_HAS_NO_DEPARTMENT');
  if (!covers(command.mayActIn, state.department)) refuse('FORBIDDEN');
  return [{ type: 'QuestionReturned', reason: command.reason }];
}

/** The deadline is met by the proof of dispatch, in whatever state the question is meanwhile. */
function answer(command: RecordAnswer, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'ANSWERED') return [];
  demandOpen(state);
  const { notice, answeredOn, zone } = command;
  return [{ type: 'QuestionAnswered', notice, answeredOn, zone }];
}

/** A question that is answered stays so: the appeal may end afterwards, by its other questions or by an erasure. */
function close(command: CloseQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE' || state.status === 'ANSWERED' || state.status === 'CLOSED') return [];
  return [{ type: 'QuestionClosed', ground: command.ground }];
}

function demandOpen(state: QuestionState): void {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'ANSWERED' || state.status === 'CLOSED') refuse('QUESTION_STATE_FORBIDS');
}
