import {
  isUndecided,
  mayAcknowledgeSupplement,
  mayDecideReopening,
  mayRegister,
  mayTakeBackDecision,
} from '@otklik/case/appeal-conditions';
import { addDays, covers, decideBy, type Decider, type Rules } from '@otklik/kernel';
import { MAX_FILES, MAX_HEARD, MAX_REOPENINGS, MAX_SUPPLEMENTS, type AppealCommand } from './appeal.commands.js';
import { reopenOnSupplement, replyToSupplement } from './after-answer.decide.js';
import { measureReactions, noteAtSource } from './at-source.js';
import { evolve, initialState, type AppealEvent, type AppealState } from './appeal.js';
import { factsOf } from './appeal.facts.js';
import { demandNotEnded, demandUndecidedMessage, isOpen, isUnderWay, no } from './appeal.demands.js';
import { answerAtOnce, demandAnswerHere, escalate, takeUp } from './moderation.decide.js';
import { withdrawConsent } from './consent.js';
import { correct, isLost } from './registration-error.decide.js';
import { isMessage } from '@otklik/case/regime';
import { demandIdentified, journalOf } from './registration.js';
import { warnOfReception } from './reception-terms.decide.js';
import { endRetention, liftHold, setHold } from './retention.js';

export type { AppealCommand, Numbered, Original } from './appeal.commands.js';
export { MAX_FILES, MAX_HEARD } from './appeal.commands.js';
export { isLost } from './registration-error.decide.js';

type Known = Exclude<AppealState, { status: 'NONE' }>;
type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** One rule for each command; a command without one stops the build. */
const rules: Rules<Known, Exclude<AppealCommand, { type: 'ReceiveAppeal' }>, AppealEvent> = {
  TakeUpMessage: takeUp,
  WarnOfReception: warnOfReception,
  TurnIntoAppeal: turnIntoAppeal,
  MarkAsSpam: markAsSpam,
  AnswerAtOnce: answerAtOnce,
  EscalateUrgently: escalate,
  MarkAsDuplicate: markAsDuplicate,
  TakeBackDecision: takeBack,
  ReleaseDuplicate: release,
  CorrectRegistration: correct,
  RegisterAppeal: register,
  SupplementAppeal: supplement,
  NoteAtSource: noteAtSource,
  MeasureReactions: measureReactions,
  AcknowledgeSupplement: acknowledge,
  ReopenOnSupplement: reopenOnSupplement,
  ReplyToSupplement: replyToSupplement,
  RequestFollowUpLink: requestLink,
  WithdrawAppeal: (_, state) => withdraw(state),
  AnswerAppeal: answer,
  ResumeConsideration: resume,
  RateAppeal: rate,
  RequestReopening: requestReopening,
  GrantReopening: grantReopening,
  RefuseReopening: refuseReopening,
  SetLegalHold: setHold,
  LiftLegalHold: liftHold,
  EndRetention: endRetention,
  WithdrawConsent: withdrawConsent,
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
  const max = command.source ? MAX_HEARD.files : MAX_FILES;
  if (command.files.length > max) no('TOO_MANY_FILES', { max });
  return [{ ...command, type: 'AppealReceived' }];
}

function markAsSpam(command: Of<'MarkAsSpam'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'SPAM') return [];
  demandUndecidedMessage(state);
  const { kind, reason } = command;
  return [{ type: 'MarkedAsSpam', kind, ...(reason === undefined ? {} : { reason }) }];
}

/** At any time before the answer. Of a message that is registered both numbers stand: each journal has its own. */
function turnIntoAppeal(command: Of<'TurnIntoAppeal'>, state: Known): readonly AppealEvent[] {
  const { identification, identifiedBy, registration, deadline } = command;
  const isTurned = !isMessage(state.regime) && isMessage(state.receivedAs);
  if (isTurned && (state.status === 'TAKEN_UP' || state.status === 'REGISTERED')) return [];
  if (state.status === 'REGISTERED') demandMessage(state);
  else if (state.status !== 'TAKEN_UP') demandUndecidedMessage(state);
  demandIdentified(state.named, identifiedBy);
  const turned = { type: 'MessageTurnedIntoAppeal', regime: 'APPEAL_59FZ', identification, identifiedBy } as const;
  if (state.status !== 'REGISTERED') return [{ ...turned, ...(deadline ? { deadline } : {}) }];
  // Registered since the caller looked: it takes a number and comes again.
  if (!registration) return no('APPEAL_ALREADY_REGISTERED');
  const { person } = state;
  return [turned, { type: 'AppealRegistered', ...registration, journal: 'APPEALS', regime: 'APPEAL_59FZ', person }];
}

function demandMessage({ regime }: Known): void {
  if (!isMessage(regime)) no('APPEAL_STATE_FORBIDS');
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
  if (state.status === 'ANSWERED_AT_ONCE') demandAnswerHere(command.at, state);
  else if (!mayTakeBackDecision(factsOf(state)))
    no(state.status === 'RECEIVED' ? 'NO_DECISION_TO_TAKE_BACK' : 'APPEAL_ALREADY_REGISTERED');
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
}

/** A later decision of the moderator stays. */
function release(command: Of<'ReleaseDuplicate'>, state: Known): readonly AppealEvent[] {
  if (state.status !== 'DUPLICATE' || state.of !== command.of) return [];
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
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
  const facts = factsOf(state);
  if (isUndecided(facts)) no('APPEAL_NOT_TAKEN_UP');
  if (!mayRegister(facts)) no('APPEAL_STATE_FORBIDS');
}

function answer(command: Of<'AnswerAppeal'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ANSWERED' && isSameEnd(state, command)) return [];
  demandNotEnded(state);
  if (state.status !== 'REGISTERED' && state.status !== 'ANSWERED') no('APPEAL_STATE_FORBIDS');
  const { type: _, ...end } = command;
  return [{ type: 'AppealAnswered', ...end }];
}

/** An appeal with an open question is not answered. */
function resume({ question }: Of<'ResumeConsideration'>, state: Known): readonly AppealEvent[] {
  return state.status === 'ANSWERED' ? [{ type: 'ConsiderationResumed', question }] : [];
}

/** A notice proves one end; without one the day tells. */
function isSameEnd(known: Omit<Of<'AnswerAppeal'>, 'type'>, { notice, answeredOn }: Of<'AnswerAppeal'>): boolean {
  return known.notice === notice && (notice !== undefined || known.answeredOn === answeredOn);
}

function withdraw(state: Known): readonly AppealEvent[] {
  if (state.status === 'WITHDRAWN') return [];
  demandNotEnded(state);
  if (!isUnderWay(state)) no('APPEAL_STATE_FORBIDS');
  return [{ type: 'AppealWithdrawn' }];
}

/** Also of spam and duplicates, and after the answer: the addition may show that the decision was a mistake. */
function supplement(command: Of<'SupplementAppeal'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  const isHeard = command.source !== undefined || command.mail !== undefined;
  const [most, files] = isHeard ? [MAX_HEARD.supplements, MAX_HEARD.filesInAll] : [MAX_SUPPLEMENTS, MAX_FILES];
  if (state.supplements >= most) no('TOO_MANY_SUPPLEMENTS', { max: most });
  if (state.files + command.files.length > files) no('TOO_MANY_FILES', { max: files });
  const { type: _, ...supplement } = command;
  return [{ type: 'AppealSupplemented', ...supplement }];
}

/** As of the version that the official saw: what is added meanwhile is another thing to read. */
function acknowledge({ mayActIn, departments }: Of<'AcknowledgeSupplement'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (!('supplemented' in state)) return no('APPEAL_STATE_FORBIDS');
  if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) no('FORBIDDEN');
  return mayAcknowledgeSupplement(factsOf(state)) ? [{ type: 'SupplementAcknowledged' }] : [];
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
  const { reopening, reopened, reopenedByOfficials = 0 } = state;
  if (mayDecideReopening(factsOf(state))) return no('APPEAL_STATE_FORBIDS');
  if (reopening?.is === 'REFUSED' || reopened - reopenedByOfficials >= MAX_REOPENINGS) return no('REOPENING_DECIDED');
  const until = addDays(state.answeredOn, command.withinDays);
  if (command.today > until) return no('REOPENING_TERM_OVER', { until });
  const { reason, question, commandId } = command;
  return [{ type: 'ReopeningRequested', reason, ...(question === undefined ? {} : { question }), commandId }];
}

function grantReopening(command: Of<'GrantReopening'>, state: Known): readonly AppealEvent[] {
  const { regime, person, reopened, reopening } = demandRequested(state);
  const question = command.question ?? reopening.question;
  const { grantedOn, zone, commandId } = command;
  const granted = { times: reopened + 1, person, regime, grantedOn, zone, commandId };
  return [{ type: 'ReopeningGranted', ...(question === undefined ? {} : { question }), ...granted }];
}

function refuseReopening(command: Of<'RefuseReopening'>, state: Known): readonly AppealEvent[] {
  if ('reopening' in state && state.reopening?.is === 'REFUSED') return [];
  demandRequested(state);
  const end = state.status === 'ANSWERED' && state.end !== undefined ? { end: state.end } : {};
  return [{ type: 'ReopeningRefused', reason: command.reason, ...end }];
}

/** Also of what is considered again meanwhile. */
type Answered = Extract<AppealState, { readonly status: 'ANSWERED' | 'REGISTERED' }>;

function demandRequested(state: Known): Answered & { readonly reopening: { readonly question?: string } } {
  demandNotEnded(state);
  const isAnswered = state.status === 'ANSWERED' || state.status === 'REGISTERED';
  if (!isAnswered || state.reopening?.is !== 'REQUESTED') return no('NO_REOPENING_REQUESTED');
  return { ...state, reopening: state.reopening };
}

/** The papers of an open case, and what is on hold, must be kept, unless the erasure names its ground. */
function erase(command: Of<'ErasePerson'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED') return [];
  if (isOpen(state) && !command.ground) return no('APPEAL_STILL_OPEN');
  if (state.legalHold && !command.ground) return no('APPEAL_ON_HOLD');
  return [{ type: 'PersonErased', person: state.person, ground: command.ground ?? 'CASE_CLOSED' }];
}
