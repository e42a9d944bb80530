import {
  isUndecided,
  mayAcknowledgeSupplement,
  mayDecideReopening,
  mayRegister,
  mayTakeBackDecision,
} from '@otklik/case/appeal-conditions';
import { addDays, compact, covers, decideBy, type Decider, type Rules } from '@otklik/kernel';
import { MAX_FILES, MAX_HEARD, MAX_REOPENINGS, MAX_SUPPLEMENTS, type AppealCommand } from './appeal.commands.js';
import { reopenAppeal, reopenOnSupplement, replyToSupplement } from './after-answer.decide.js';
import { joinApplicant, partApplicant } from './applicant-links.decide.js';
import { measureReactions, noteAtSource } from './at-source.js';
import { correctDetails } from './details.decide.js';
import {
  evolve,
  factsOf,
  initialState,
  numberOf,
  type AppealEvent,
  type AppealState,
  type End,
  type Known,
} from './appeal.js';
import { demandNotEnded, demandUndecidedMessage, isOpen, isRegistered, isUnderWay, no } from './appeal.demands.js';
import { answerAtOnce, demandAnswerHere, escalate, reportIssueEnd, takeUp } from './moderation.decide.js';
import { recordRepeat } from './repeat.decide.js';
import { recordSource } from './source.decide.js';
import { allowPublication, disallowPublication, withdrawConsent } from './consent.js';
import { removeWithOldJournal, takeFromOldJournal } from './old-journal.decide.js';
import { correct, isLost } from './registration-error.decide.js';
import { isMessage } from '@otklik/case/regime';
import { demandIdentified, journalOf } from './registration.js';
import { warnOfReception } from './reception-terms.decide.js';
import { endRetention, liftHold, setHold } from './retention.js';

export type { AppealCommand, Numbered, Original } from './appeal.commands.js';
export { MAX_FILES, MAX_HEARD } from './appeal.commands.js';
export { isLost } from './registration-error.decide.js';

type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** One rule for each command; a command without one stops the build. */
const rules: Rules<Known, Exclude<AppealCommand, { type: 'ReceiveAppeal' | 'TakeFromOldJournal' }>, AppealEvent> = {
  TakeUpMessage: takeUp,
  WarnOfReception: warnOfReception,
  TurnIntoAppeal: turnIntoAppeal,
  MarkAsSpam: markAsSpam,
  AnswerAtOnce: answerAtOnce,
  ReportIssueEnd: reportIssueEnd,
  EscalateUrgently: escalate,
  MarkAsDuplicate: markAsDuplicate,
  TakeBackDecision: takeBack,
  ReleaseDuplicate: release,
  CorrectRegistration: correct,
  CorrectDetails: correctDetails,
  RecordSource: recordSource,
  RecordRepeat: recordRepeat,
  RegisterAppeal: register,
  SupplementAppeal: supplement,
  NoteAtSource: noteAtSource,
  MeasureReactions: measureReactions,
  AcknowledgeSupplement: acknowledge,
  ReopenAppeal: reopenAppeal,
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
  JoinApplicant: joinApplicant,
  PartApplicant: partApplicant,
  SetLegalHold: setHold,
  LiftLegalHold: liftHold,
  EndRetention: endRetention,
  WithdrawConsent: withdrawConsent,
  AllowPublication: allowPublication,
  DisallowPublication: disallowPublication,
  ErasePerson: erase,
  RemoveWithOldJournal: removeWithOldJournal,
};

const decideKnown = decideBy(rules);

export function decide(command: AppealCommand, state: AppealState): readonly AppealEvent[] {
  if (command.type === 'ReceiveAppeal') return receive(command, state);
  if (command.type === 'TakeFromOldJournal') return takeFromOldJournal(command, state);
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
  return [compact({ type: 'MarkedAsSpam', kind, reason })];
}

/** At any time before the answer. Of a message that is registered both numbers stand: each journal has its own. */
function turnIntoAppeal(command: Of<'TurnIntoAppeal'>, state: Known): readonly AppealEvent[] {
  const { identification, identifiedBy, registration, deadline } = command;
  const { received } = state.published;
  const isTurned = !isMessage(state.regime) && isMessage(received.regime);
  if (isTurned && (state.status === 'TAKEN_UP' || state.status === 'REGISTERED')) return [];
  if (state.status === 'REGISTERED') demandMessage(state);
  else if (state.status !== 'TAKEN_UP') demandUndecidedMessage(state);
  demandIdentified(received.name !== undefined, identifiedBy);
  const turned = { type: 'MessageTurnedIntoAppeal', regime: 'APPEAL_59FZ', identification, identifiedBy } as const;
  if (state.status !== 'REGISTERED') return [{ ...turned, ...compact({ deadline }), state: 'TAKEN_UP' }];
  // Registered since the caller looked: it takes a number and comes again.
  if (!registration) return no('APPEAL_ALREADY_REGISTERED');
  const { person } = state;
  const registered = { type: 'AppealRegistered', ...registration, journal: 'APPEALS', regime: 'APPEAL_59FZ' } as const;
  return [turned, { ...registered, person, ...whileAsked(state) }];
}

function demandMessage({ regime }: Known): void {
  if (!isMessage(regime)) no('APPEAL_STATE_FORBIDS');
}

/** The answer to the original is the answer to its duplicates, so it must be one that will have an answer. */
function markAsDuplicate(command: Of<'MarkAsDuplicate'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'DUPLICATE' && state.published.duplicateOf === command.of.id) return [];
  if (command.of.id === command.id || command.of.status === 'DUPLICATE') no('DUPLICATE_OF_ITSELF');
  if (command.of.status === 'NONE' || isLost(command.of.status)) no('APPEAL_STATE_FORBIDS');
  demandUndecidedMessage(state);
  return [{ type: 'MarkedAsDuplicate', of: command.of.id }];
}

function takeBack(command: Of<'TakeBackDecision'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (state.status === 'ANSWERED_AT_ONCE') demandAnswerHere(command.at, state.published);
  else if (!mayTakeBackDecision(factsOf(state)))
    no(state.status === 'RECEIVED' ? 'NO_DECISION_TO_TAKE_BACK' : 'APPEAL_ALREADY_REGISTERED');
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
}

/** A later decision of the moderator stays. */
function release(command: Of<'ReleaseDuplicate'>, state: Known): readonly AppealEvent[] {
  if (state.status !== 'DUPLICATE' || state.published.duplicateOf !== command.of) return [];
  return [{ type: 'DecisionTakenBack', reason: command.reason, commandId: command.commandId }];
}

function register(command: Of<'RegisterAppeal'>, state: Known): readonly AppealEvent[] {
  if (isRegistered(state) && numberOf(state) === command.number) return [];
  demandRegistrable(state);
  const { type: _, ...registration } = command;
  const { regime, person, published } = state;
  const urgent = published.danger !== undefined && ({ urgent: true } as const);
  return [{ type: 'AppealRegistered', ...registration, journal: journalOf(regime), regime, person, ...urgent }];
}

/** Refuses what may not be registered; also called before a number is taken, so that no number is lost. */
export function demandRegistrable(state: AppealState): asserts state is Known {
  if (state.status === 'NONE') no('APPEAL_STATE_FORBIDS');
  demandNotEnded(state);
  if (isRegistered(state)) no('APPEAL_ALREADY_REGISTERED');
  const facts = factsOf(state);
  if (isUndecided(facts)) no('APPEAL_NOT_TAKEN_UP');
  if (!mayRegister(facts)) no('APPEAL_STATE_FORBIDS');
}

function answer(command: Of<'AnswerAppeal'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ANSWERED' && isSameEnd(state.end, command)) return [];
  demandNotEnded(state);
  if (!isRegistered(state)) no('APPEAL_STATE_FORBIDS');
  const { type: _, ...end } = command;
  return [{ type: 'AppealAnswered', ...end }];
}

/** An appeal with an open question is not answered. */
function resume({ question }: Of<'ResumeConsideration'>, state: Known): readonly AppealEvent[] {
  return state.status === 'ANSWERED' ? [{ type: 'ConsiderationResumed', question, ...whileAsked(state) }] : [];
}

/** Whatever else happens, the applicant waits for that decision. */
function whileAsked(state: Known): { readonly state?: 'REOPEN_REQUESTED' } {
  return mayDecideReopening(factsOf(state)) ? { state: 'REOPEN_REQUESTED' } : {};
}

/** A notice proves one end; without one the day tells. */
function isSameEnd(known: End | undefined, { notice, answeredOn }: Of<'AnswerAppeal'>): boolean {
  return known?.notice === notice && (notice !== undefined || known?.answeredOn === answeredOn);
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
  const { received, supplements } = state.published;
  if (supplements.length >= most) no('TOO_MANY_SUPPLEMENTS', { max: most });
  const sent = [received, ...supplements, command].flatMap((one) => one.files);
  if (sent.length > files) no('TOO_MANY_FILES', { max: files });
  const { type: _, ...supplement } = command;
  // Who writes on after the moderator's own answer waits for the moderator again.
  const heardAgain = state.status === 'ANSWERED_AT_ONCE' ? ({ state: 'RECEIVED' } as const) : {};
  return [{ type: 'AppealSupplemented', ...supplement, ...heardAgain }];
}

/** As of the version that the official saw: what is added meanwhile is another thing to read. */
function acknowledge({ mayActIn, departments }: Of<'AcknowledgeSupplement'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (!isRegistered(state)) return no('APPEAL_STATE_FORBIDS');
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
  if (state.published.rating) return no('ALREADY_RATED');
  const { type: _, ...rating } = command;
  return [{ type: 'AppealRated', ...rating }];
}

function requestReopening(command: Of<'RequestReopening'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  const { status, end, published } = state;
  if (status !== 'ANSWERED' || !end) return no('NOT_ANSWERED_YET');
  if (mayDecideReopening(factsOf(state))) return no('APPEAL_STATE_FORBIDS');
  if (isRefused(published) || timesAsked(published) >= MAX_REOPENINGS) return no('REOPENING_DECIDED');
  const until = addDays(end.answeredOn, command.withinDays);
  if (command.today > until) return no('REOPENING_TERM_OVER', { until });
  const { reason, question, commandId } = command;
  return [compact({ type: 'ReopeningRequested', reason, question, commandId })];
}

/** Of the current answer. */
function isRefused({ reopening }: Known['published']): boolean {
  return reopening?.decided?.decision === 'REFUSED';
}

/** How often it was considered again because the applicant asked. */
function timesAsked({ reopened = 0, reopenedByOfficials = 0 }: Known['published']): number {
  return reopened - reopenedByOfficials;
}

function grantReopening(command: Of<'GrantReopening'>, state: Known): readonly AppealEvent[] {
  demandRequested(state);
  const { regime, person, published } = state;
  const { reopening, reopened = 0 } = published;
  const question = command.question ?? reopening?.question;
  const { grantedOn, zone, commandId } = command;
  const granted = { times: reopened + 1, person, regime, grantedOn, zone, commandId };
  return [{ type: 'ReopeningGranted', ...compact({ question }), ...granted }];
}

function refuseReopening(command: Of<'RefuseReopening'>, state: Known): readonly AppealEvent[] {
  const { status, end, published } = state;
  demandNotEnded(state);
  if (isRefused(published)) return [];
  demandRequested(state);
  const stands = end?.end === undefined ? {} : { end: end.end };
  const told = status === 'ANSWERED' ? stands : ({ state: 'REGISTERED' } as const);
  return [{ type: 'ReopeningRefused', reason: command.reason, ...told }];
}

/** Also of what is considered again meanwhile. */
function demandRequested(state: Known): void {
  demandNotEnded(state);
  if (!mayDecideReopening(factsOf(state))) no('NO_REOPENING_REQUESTED');
}

/** The papers of an open case, and what is on hold, must be kept, unless the erasure names its ground. */
function erase(command: Of<'ErasePerson'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'ERASED') return [];
  if (isOpen(state) && !command.ground) return no('APPEAL_STILL_OPEN');
  if (state.published.legalHold && !command.ground) return no('APPEAL_ON_HOLD');
  const left = command.left && { leftOut: command.left.appeals, leftOutWhy: command.left.why };
  return [{ type: 'PersonErased', person: state.person, ground: command.ground ?? 'CASE_CLOSED', ...left }];
}
