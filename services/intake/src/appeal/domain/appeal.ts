import type { FactOf, FactsOf } from '@otklik/contracts/declare-event';
import type { AppealReceived as Received, appealEvents } from '@otklik/contracts/intake.events';
import type { CaseEnd, Danger, Regime } from '@otklik/contracts/enumerations';
import { assertNever, warningKey, type LocalDate } from '@otklik/kernel';
import { isSeenAtSource, type SeenAtSource } from './at-source.js';
import { afterRegistration } from './after-registration.js';
import { afterDataEvent, consentIn, isAboutData } from './consent.js';
import { submission, withCommand } from './submission.js';
import { termOf, type ReceptionTerm } from './reception-term.js';
import { aside, isAside, type StrikeProposal } from './registration-error.js';

/** What may have happened to an appeal (libs/contracts). Personal fields are clear text until they are stored. */
export type AppealEvent = FactsOf<typeof appealEvents>;
export type AppealReceived = FactOf<typeof Received>;
export type AttachedFile = AppealReceived['files'][number];

/** State common to all statuses. */
export interface Submission {
  readonly regime: Regime;
  /** The regime before a moderator's decision. */
  readonly receivedAs: Regime;
  readonly person: string;
  readonly named: boolean;
  /** An issuer, or an official who saw a document, vouches for the sender. */
  readonly identified: boolean;
  readonly files: number;
  readonly supplements: number;
  /** The term of its registration or moderation that runs while it waits for them, and the one from the arrival. */
  readonly deadline?: ReceptionTerm;
  readonly firstDeadline?: ReceptionTerm;
  /** It was declared urgent. */
  readonly danger?: Danger;
  /** It is kept past its term of storage. */
  readonly legalHold?: true;
  readonly consent?: 'GIVEN' | 'WITHDRAWN';
  /** Of which terms it was warned, by `warningKey`. */
  readonly warned: readonly string[];
  /** Of a message of a network: which it is, and under which post or in which dialogue it stands. */
  readonly source?: Pick<NonNullable<AppealReceived['source']>, 'thread' | 'message'>;
  /** Ids of repeatable commands, so that a retry of one records nothing. */
  readonly commandIds: readonly string[];
}

export interface Registration {
  /** The latest: a message that was turned into an appeal has two. */
  readonly number: string;
  readonly registeredOn: LocalDate;
  readonly rated: boolean;
  /** How often another consideration was granted. */
  readonly reopened: number;
  /** The applicant added something that nobody has acknowledged. */
  readonly supplemented: boolean;
  /** What was written after the answer that stands, by the ids of the commands that recorded it. */
  readonly afterAnswer?: readonly string[];
  /** How often officials reopened it without a request. */
  readonly reopenedByOfficials?: number;
  readonly strike?: StrikeProposal;
  /** It was answered, and is considered again without a reopening. */
  readonly resumed?: true;
}

/** The request of this answer's reader for another consideration. */
export type Reopening = { readonly is: 'REQUESTED'; readonly question?: string } | { readonly is: 'REFUSED' };

export type AppealState =
  | { readonly status: 'NONE' }
  | (Submission & { readonly status: 'RECEIVED' | 'TAKEN_UP' | 'SPAM' })
  | (Submission & { readonly status: 'ANSWERED_AT_ONCE'; readonly leavesAt: string })
  | (Submission & { readonly status: 'DUPLICATE'; readonly of: string })
  | (Submission & Registration & { readonly status: 'REGISTERED'; readonly reopening?: Reopening })
  | (Submission &
      Registration & {
        readonly status: 'ANSWERED';
        /** Of the last end; absent where it demands none. */
        readonly notice?: string;
        readonly answeredOn: LocalDate;
        readonly end?: CaseEnd;
        readonly reopening?: Reopening;
      })
  /** The registration was wrong; the number stays used. */
  | (Submission & {
      readonly status: 'STRUCK';
      readonly number: string;
      /** The appeal under whose number it is considered. */
      readonly of?: string;
    })
  | (Submission & { readonly status: 'WITHDRAWN'; readonly number?: string })
  | (Submission & { readonly status: 'ERASED'; readonly number?: string });

export const initialState: AppealState = { status: 'NONE' };

export function evolve(state: AppealState, event: AppealEvent): AppealState {
  if (event.type === 'AppealReceived') return received(event);
  if (state.status === 'NONE') return state;
  if (event.type === 'FollowUpLinkRequested' || isSeenAtSource(event)) return withCommand(state, event.commandId);
  if (isAboutData(event)) return afterDataEvent(state, event);
  if (isAside(event)) return aside(state, event);
  if (isDecision(event)) return decided(state, event);
  return isWarning(event) ? { ...state, warned: [...state.warned, warningKey(event)] } : next(state, event);
}

type Warning = Extract<AppealEvent, { type: 'RegistrationNear' | 'RegistrationMissed' }>;

function isWarning(event: AppealEvent): event is Warning {
  return event.type === 'RegistrationNear' || event.type === 'RegistrationMissed';
}

type Known = Exclude<AppealState, { status: 'NONE' }>;

function received(event: AppealReceived): AppealState {
  const { regime, person } = event;
  const named = event.name !== undefined;
  const files = event.files.length;
  const { identified } = event;
  const nothing = { supplements: 0, warned: [], commandIds: [] };
  const { thread, message } = event.source ?? {};
  const source = thread !== undefined && message !== undefined ? { source: { thread, message } } : {};
  const given = { ...source, ...consentIn(event) };
  const submission = { regime, receivedAs: regime, person, named, identified, files, ...given, ...nothing };
  const term = termOf(event.deadline);
  return { status: 'RECEIVED', ...submission, ...(term ? { deadline: term, firstDeadline: term } : {}) };
}

type Further = Exclude<
  AppealEvent,
  | { type: 'AppealReceived' | 'FollowUpLinkRequested' | 'UrgencyDeclared' | 'ReactionsMeasured' }
  | { type: `LegalHold${string}` | 'ConsentWithdrawn' | 'StrikeProposed' }
  | Warning
  | Decision
  | SeenAtSource
>;

function next(state: Known, event: Further): AppealState {
  switch (event.type) {
    case 'AppealRegistered':
      return registered(state, event);
    case 'AppealSupplemented':
      return supplemented(state, event);
    case 'AppealWithdrawn':
      return ended(state, 'WITHDRAWN');
    case 'PersonErased':
      return ended(state, 'ERASED');
    default:
      return afterRegistration(state, event);
  }
}

/**
 * Before the registration the additions are read with the rest. Who writes on after the moderator's own answer is heard again: no
 * term runs for that.
 */
function supplemented(state: Known, event: Extract<AppealEvent, { type: 'AppealSupplemented' }>): AppealState {
  const files = state.files + event.files.length;
  if (state.status === 'ANSWERED_AT_ONCE') {
    const { deadline: _deadline, ...kept } = submission(withCommand(state, event.commandId));
    return { ...kept, files, supplements: state.supplements + 1, status: 'RECEIVED' };
  }
  const more = { ...withCommand(state, event.commandId), files, supplements: state.supplements + 1 };
  if (more.status === 'ANSWERED')
    return { ...more, supplemented: true, afterAnswer: [...(more.afterAnswer ?? []), event.commandId] };
  return 'supplemented' in more ? { ...more, supplemented: true } : more;
}

function registered(state: Known, event: Extract<AppealEvent, { type: 'AppealRegistered' }>): AppealState {
  const { regime, number, registeredOn } = event;
  const { rated = false, reopened = 0, supplemented: more = false } = 'rated' in state ? state : {};
  const known = { rated, reopened, supplemented: more };
  const kept = state.status === 'REGISTERED' ? state : {};
  return { ...kept, ...submission(state), status: 'REGISTERED', regime, number, registeredOn, ...known };
}

const decisions = [
  ...(['MessageTakenUp', 'MessageTurnedIntoAppeal', 'MarkedAsSpam', 'AnsweredAtOnce'] as const),
  ...(['MarkedAsDuplicate', 'DecisionTakenBack'] as const),
];
type Decision = Extract<AppealEvent, { type: (typeof decisions)[number] }>;

function isDecision(event: AppealEvent): event is Decision {
  return (decisions as readonly string[]).includes(event.type);
}

function decided(state: Known, event: Decision): AppealState {
  const kept = submission(state);
  switch (event.type) {
    case 'MessageTakenUp':
      return { ...kept, status: 'TAKEN_UP' };
    case 'MessageTurnedIntoAppeal': {
      const term = termOf(event.deadline);
      const turned = { regime: event.regime, identified: true, ...(term ? { deadline: term } : {}) };
      return state.status === 'REGISTERED' ? { ...state, ...turned } : { ...kept, ...turned, status: 'TAKEN_UP' };
    }
    case 'MarkedAsSpam':
      return { ...kept, status: 'SPAM' };
    case 'AnsweredAtOnce':
      return { ...withCommand(kept, event.commandId), status: 'ANSWERED_AT_ONCE', leavesAt: event.leavesAt };
    case 'MarkedAsDuplicate':
      return { ...kept, status: 'DUPLICATE', of: event.of };
    case 'DecisionTakenBack':
      return takenBack(state.status, withCommand(kept, event.commandId));
    default:
      return assertNever(event);
  }
}

function ended(state: Known, status: 'WITHDRAWN' | 'ERASED'): AppealState {
  return { ...submission(state), status, ...('number' in state ? { number: state.number } : {}) };
}

/** A message as it came: it waits for the moderator by the term from its arrival. Without a decision, it is not urgent. */
function takenBack(was: Known['status'], { deadline: _deadline, danger, ...kept }: Submission): AppealState {
  const { receivedAs: regime, firstDeadline } = kept;
  const urgent = danger && was !== 'RECEIVED' ? { danger } : {};
  return { ...kept, ...urgent, status: 'RECEIVED', regime, ...(firstDeadline ? { deadline: firstDeadline } : {}) };
}
