import { addDays, decideBy, refuse, type Decider, type LocalDate, type Rules } from '@otklik/kernel';
import {
  evolve,
  initialState,
  type AppealEvent,
  type AppealReceived,
  type AppealState,
  type AttachedFile,
} from './appeal.js';
import { demandIdentified, isMessage, journalOf } from './registration.js';

export const MAX_FILES = 5;
/** Each may be as long as the appeal itself, and every command reads them all. */
export const MAX_SUPPLEMENTS = 20;

export type AppealRefusal =
  | 'APPEAL_STATE_FORBIDS'
  | 'APPEAL_NOT_TAKEN_UP'
  | 'APPEAL_ALREADY_REGISTERED'
  | 'APPEAL_WITHDRAWN'
  | 'APPEAL_STILL_OPEN'
  | 'APPLICANT_NOT_IDENTIFIED'
  | 'DUPLICATE_OF_ITSELF'
  | 'NO_DECISION_TO_TAKE_BACK'
  | 'NOT_ANSWERED_YET'
  | 'ALREADY_RATED'
  | 'REOPENING_TERM_OVER'
  | 'TOO_MANY_FILES'
  | 'TOO_MANY_SUPPLEMENTS';

/** The other appeal, as it was loaded before the command. */
export interface Original {
  readonly id: string;
  readonly status: AppealState['status'];
}

export type AppealCommand =
  | (Omit<AppealReceived, 'type'> & { readonly type: 'ReceiveAppeal' })
  | { readonly type: 'TakeUpMessage' }
  | { readonly type: 'TurnIntoAppeal'; readonly identifiedBy: string }
  | { readonly type: 'MarkAsSpam'; readonly reason: string }
  | { readonly type: 'MarkAsDuplicate'; readonly id: string; readonly of: Original }
  | { readonly type: 'TakeBackDecision'; readonly reason: string; readonly commandId: string }
  /** The original ended without an answer. */
  | { readonly type: 'ReleaseDuplicate'; readonly of: string; readonly reason: string; readonly commandId: string }
  | {
      readonly type: 'RegisterAppeal';
      readonly number: string;
      readonly year: number;
      readonly serial: number;
      readonly registeredOn: LocalDate;
      readonly zone: string;
    }
  | {
      readonly type: 'SupplementAppeal';
      readonly text: string;
      readonly files: readonly AttachedFile[];
      readonly fileNames?: string;
      readonly commandId: string;
    }
  | {
      readonly type: 'RequestFollowUpLink';
      readonly link: string;
      readonly expiresAt: string;
      readonly commandId: string;
    }
  | { readonly type: 'WithdrawAppeal' }
  | { readonly type: 'AnswerAppeal'; readonly notice: string; readonly answeredOn: LocalDate }
  | { readonly type: 'RateAppeal'; readonly score: number; readonly comment?: string; readonly commandId: string }
  | {
      readonly type: 'RequestReopening';
      readonly reason: string;
      readonly commandId: string;
      readonly today: LocalDate;
      /** The district's term, in days after the answer. */
      readonly withinDays: number;
    }
  | { readonly type: 'ErasePerson'; readonly ground?: string };

type Known = Exclude<AppealState, { status: 'NONE' }>;
type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** One rule for each command; a command without one stops the build. */
const rules: Rules<Known, Exclude<AppealCommand, { type: 'ReceiveAppeal' }>, AppealEvent> = {
  TakeUpMessage: (_, state) => takeUp(state),
  TurnIntoAppeal: turnIntoAppeal,
  MarkAsSpam: markAsSpam,
  MarkAsDuplicate: markAsDuplicate,
  TakeBackDecision: takeBack,
  ReleaseDuplicate: release,
  RegisterAppeal: register,
  SupplementAppeal: supplement,
  RequestFollowUpLink: requestLink,
  WithdrawAppeal: (_, state) => withdraw(state),
  AnswerAppeal: answer,
  RateAppeal: rate,
  RequestReopening: requestReopening,
  ErasePerson: erase,
};

const decideKnown = decideBy(rules);

export function decide(command: AppealCommand, state: AppealState): readonly AppealEvent[] {
  if (command.type === 'ReceiveAppeal') return receive(command, state);
  if (state.status === 'NONE') return no('APPEAL_STATE_FORBIDS');
  if ('commandId' in command && state.commandIds.includes(command.commandId)) return [];
  return decideKnown(command, state);
}

export const appeal: Decider<AppealState, AppealCommand, AppealEvent> = { initialState, decide, evolve };

function receive(command: Of<'ReceiveAppeal'>, state: AppealState): readonly AppealEvent[] {
  if (state.status !== 'NONE') return [];
  if (command.files.length > MAX_FILES) no('TOO_MANY_FILES', { max: MAX_FILES });
  return [{ ...command, type: 'AppealReceived' }];
}

function takeUp(state: Known): readonly AppealEvent[] {
  if (state.status === 'TAKEN_UP') return [];
  demandUndecidedMessage(state);
  return [{ type: 'MessageTakenUp' }];
}

function markAsSpam(command: Of<'MarkAsSpam'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'SPAM') return [];
  demandUndecidedMessage(state);
  return [{ type: 'MarkedAsSpam', reason: command.reason }];
}

function turnIntoAppeal(command: Of<'TurnIntoAppeal'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'TAKEN_UP' && !isMessage(state.regime)) return [];
  if (state.status !== 'TAKEN_UP') demandUndecidedMessage(state);
  demandIdentified(state.named, command.identifiedBy);
  return [{ type: 'MessageTurnedIntoAppeal', regime: 'APPEAL_59FZ', identifiedBy: command.identifiedBy }];
}

/** The appeal has ended without an answer, as far as its status tells. */
export function isLost(status: AppealState['status']): boolean {
  return status === 'SPAM' || status === 'WITHDRAWN' || status === 'ERASED';
}

/** The answer to the original is the answer to its duplicates, so it must be one that will have an answer. */
function markAsDuplicate(command: Of<'MarkAsDuplicate'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'DUPLICATE' && state.of === command.of.id) return [];
  if (command.of.id === command.id || command.of.status === 'DUPLICATE') no('DUPLICATE_OF_ITSELF');
  if (command.of.status === 'NONE' || isLost(command.of.status)) no('APPEAL_STATE_FORBIDS');
  demandUndecidedMessage(state);
  return [{ type: 'MarkedAsDuplicate', of: command.of.id }];
}

function takeBack(command: Of<'TakeBackDecision'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (state.status === 'RECEIVED') no('NO_DECISION_TO_TAKE_BACK');
  if (state.status === 'REGISTERED' || state.status === 'ANSWERED') no('APPEAL_ALREADY_REGISTERED');
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
}

/** A later decision of the moderator stays. */
function release(command: Of<'ReleaseDuplicate'>, state: Known): readonly AppealEvent[] {
  if (state.status !== 'DUPLICATE' || state.of !== command.of) return [];
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
}

/** A message is moderated; an appeal must be registered and considered whatever it says (59-FZ art. 8(2), 9(1)). */
function demandUndecidedMessage(state: Known): void {
  demandNotEnded(state);
  if (state.status === 'REGISTERED' || state.status === 'ANSWERED') no('APPEAL_ALREADY_REGISTERED');
  if (state.status !== 'RECEIVED' || !isMessage(state.regime)) no('APPEAL_STATE_FORBIDS');
}

function register(command: Of<'RegisterAppeal'>, state: Known): readonly AppealEvent[] {
  const registered = state.status === 'REGISTERED' || state.status === 'ANSWERED';
  if (registered && state.number === command.number) return [];
  demandRegistrable(state);
  const { type: _, ...registration } = command;
  const { regime, person } = state;
  return [{ type: 'AppealRegistered', ...registration, journal: journalOf(regime), regime, person }];
}

/** Refuses what may not be registered; also called before a number is taken, so that no number is lost. */
export function demandRegistrable(state: AppealState): asserts state is Known {
  if (state.status === 'NONE') no('APPEAL_STATE_FORBIDS');
  demandNotEnded(state);
  if (state.status === 'REGISTERED' || state.status === 'ANSWERED') no('APPEAL_ALREADY_REGISTERED');
  if (state.status === 'SPAM' || state.status === 'DUPLICATE') no('APPEAL_STATE_FORBIDS');
  if (state.status === 'RECEIVED' && isMessage(state.regime)) no('APPEAL_NOT_TAKEN_UP');
}

function answer(command: Of<'AnswerAppeal'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ANSWERED' && state.notice === command.notice) return [];
  demandNotEnded(state);
  if (state.status !== 'REGISTERED' && state.status !== 'ANSWERED') no('APPEAL_STATE_FORBIDS');
  return [{ type: 'AppealAnswered', notice: command.notice, answeredOn: command.answeredOn }];
}

function withdraw(state: Known): readonly AppealEvent[] {
  if (state.status === 'WITHDRAWN') return [];
  demandNotEnded(state);
  if (!isUnderWay(state)) no('APPEAL_STATE_FORBIDS');
  return [{ type: 'AppealWithdrawn' }];
}

/** Also of spam and duplicates: the addition may show that the decision was a mistake. */
function supplement(command: Of<'SupplementAppeal'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (state.status === 'ANSWERED') no('APPEAL_STATE_FORBIDS');
  if (state.supplements >= MAX_SUPPLEMENTS) no('TOO_MANY_SUPPLEMENTS', { max: MAX_SUPPLEMENTS });
  if (state.files + command.files.length > MAX_FILES) no('TOO_MANY_FILES', { max: MAX_FILES });
  const { type: _, ...supplement } = command;
  return [{ type: 'AppealSupplemented', ...supplement }];
}

/** Also of what has ended: its answer and its reasons may still be read. */
function requestLink(command: Of<'RequestFollowUpLink'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED') no('APPEAL_STATE_FORBIDS');
  const { type: _, ...request } = command;
  return [{ type: 'FollowUpLinkRequested', ...request }];
}

function rate(command: Of<'RateAppeal'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (state.status !== 'ANSWERED') return no('NOT_ANSWERED_YET');
  if (state.rated) return no('ALREADY_RATED');
  const { type: _, ...rating } = command;
  return [{ type: 'AppealRated', ...rating }];
}

function requestReopening(command: Of<'RequestReopening'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (state.status !== 'ANSWERED') return no('NOT_ANSWERED_YET');
  if (state.reopeningRequested) return no('APPEAL_STATE_FORBIDS');
  const until = addDays(state.answeredOn, command.withinDays);
  if (command.today > until) return no('REOPENING_TERM_OVER', { until });
  return [{ type: 'ReopeningRequested', reason: command.reason, commandId: command.commandId }];
}

/** The papers of an open case must be kept, unless the erasure names its ground. */
function erase(command: Of<'ErasePerson'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED') return [];
  if (isOpen(state) && !command.ground) return no('APPEAL_STILL_OPEN');
  return [{ type: 'PersonErased', person: state.person, ground: command.ground ?? 'CASE_CLOSED' }];
}

function isOpen(state: Known): boolean {
  return isUnderWay(state) || (state.status === 'ANSWERED' && state.reopeningRequested);
}

function isUnderWay(state: Known): boolean {
  return state.status === 'RECEIVED' || state.status === 'TAKEN_UP' || state.status === 'REGISTERED';
}

function demandNotEnded(state: Known): void {
  if (state.status === 'WITHDRAWN') no('APPEAL_WITHDRAWN');
  if (state.status === 'ERASED') no('APPEAL_STATE_FORBIDS');
}

function no(code: AppealRefusal, details: Readonly<Record<string, string | number>> = {}): never {
  return refuse(code, details);
}
