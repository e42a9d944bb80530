import { assertNever, type LocalDate } from '@otklik/kernel';
import type { Channel, Journal, Regime } from './registration.js';

export interface AttachedFile {
  readonly id: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Personal fields are plain here; they are sealed on their way to the log, and evolve never looks into them. */
export interface AppealReceived {
  readonly type: 'AppealReceived';
  readonly receipt: string;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly person: string;
  readonly identified: boolean;
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
  readonly contactKind?: 'EMAIL' | 'PHONE';
  readonly settlement?: string;
  readonly placeText?: string;
  readonly point?: string;
  readonly files: readonly AttachedFile[];
  readonly receivedAt: string;
  readonly receivedOn: LocalDate;
  readonly zone: string;
  readonly sourceTheme?: string;
  readonly sourceDepartment?: string;
  /** Private: keyed hash of the submission, for ever the memory of its key. */
  readonly fingerprint: string;
}

/**
 * What may have happened to an appeal. Stored for ever: add, never change.
 * `act` (private) is the id of the command, where the same act may be done twice and only its repetition is silent.
 */
export type AppealEvent =
  | AppealReceived
  | { readonly type: 'MessageTakenUp' }
  | { readonly type: 'MessageTurnedIntoAppeal'; readonly regime: Regime; readonly identifiedBy: string }
  | { readonly type: 'MarkedAsSpam'; readonly reason: string }
  | { readonly type: 'MarkedAsDuplicate'; readonly of: string }
  | { readonly type: 'DecisionTakenBack'; readonly reason: string; readonly act: string }
  | {
      readonly type: 'AppealRegistered';
      readonly number: string;
      readonly journal: Journal;
      readonly registeredOn: LocalDate;
      readonly zone: string;
      readonly regime: Regime;
      readonly person: string;
      /** Private: the place in the series, so that `verify` need not read numbers. */
      readonly year: number;
      readonly serial: number;
    }
  | {
      readonly type: 'AppealSupplemented';
      readonly text: string;
      readonly files: readonly AttachedFile[];
      readonly act: string;
    }
  | { readonly type: 'AppealWithdrawn' }
  /** Heard from routing, so that rating and reopening can be judged here. */
  | { readonly type: 'AppealAnswered'; readonly notice: string; readonly answeredOn: LocalDate }
  | { readonly type: 'AppealRated'; readonly score: number; readonly comment?: string; readonly act: string }
  | { readonly type: 'ReopeningRequested'; readonly reason: string; readonly act: string }
  | { readonly type: 'PersonErased'; readonly person: string; readonly ground: string };

/** What every submission keeps. */
export interface Submission {
  readonly regime: Regime;
  /** The regime before a moderator's decision. */
  readonly receivedAs: Regime;
  readonly person: string;
  readonly named: boolean;
  readonly files: number;
  readonly supplements: number;
  readonly acts: readonly string[];
}

export interface Registration {
  readonly number: string;
  readonly registeredOn: LocalDate;
}

export type AppealState =
  | { readonly status: 'NONE' }
  | (Submission & { readonly status: 'RECEIVED' | 'TAKEN_UP' | 'SPAM' })
  | (Submission & { readonly status: 'DUPLICATE'; readonly of: string })
  | (Submission & Registration & { readonly status: 'REGISTERED' })
  | (Submission &
      Registration & {
        readonly status: 'ANSWERED';
        readonly notice: string;
        readonly answeredOn: LocalDate;
        readonly rated: boolean;
        readonly reopeningRequested: boolean;
      })
  | (Submission & { readonly status: 'WITHDRAWN'; readonly number?: string })
  | (Submission & { readonly status: 'ERASED'; readonly number?: string });

export const initialState: AppealState = { status: 'NONE' };

export function evolve(state: AppealState, event: AppealEvent): AppealState {
  if (event.type === 'AppealReceived') return received(event);
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<AppealState, { status: 'NONE' }>;

function received(event: AppealReceived): AppealState {
  const { regime, person } = event;
  const named = event.name !== undefined;
  const files = event.files.length;
  return { status: 'RECEIVED', regime, receivedAs: regime, person, named, files, supplements: 0, acts: [] };
}

function next(state: Known, event: Exclude<AppealEvent, AppealReceived>): AppealState {
  switch (event.type) {
    case 'MessageTakenUp':
    case 'MessageTurnedIntoAppeal':
    case 'MarkedAsSpam':
    case 'MarkedAsDuplicate':
    case 'DecisionTakenBack':
      return decided(state, event);
    case 'AppealRegistered':
      return {
        ...submission(state),
        status: 'REGISTERED',
        regime: event.regime,
        number: event.number,
        registeredOn: event.registeredOn,
      };
    case 'AppealSupplemented':
      return {
        ...acted(state, event.act),
        files: state.files + event.files.length,
        supplements: state.supplements + 1,
      };
    case 'AppealWithdrawn':
      return ended(state, 'WITHDRAWN');
    case 'PersonErased':
      return ended(state, 'ERASED');
    default:
      return afterwards(state, event);
  }
}

type Decision = Extract<
  AppealEvent,
  {
    type: 'MessageTakenUp' | 'MessageTurnedIntoAppeal' | 'MarkedAsSpam' | 'MarkedAsDuplicate' | 'DecisionTakenBack';
  }
>;

function decided(state: Known, event: Decision): AppealState {
  const kept = submission(state);
  switch (event.type) {
    case 'MessageTakenUp':
      return { ...kept, status: 'TAKEN_UP' };
    case 'MessageTurnedIntoAppeal':
      return { ...kept, status: 'TAKEN_UP', regime: event.regime };
    case 'MarkedAsSpam':
      return { ...kept, status: 'SPAM' };
    case 'MarkedAsDuplicate':
      return { ...kept, status: 'DUPLICATE', of: event.of };
    case 'DecisionTakenBack':
      return { ...acted(kept, event.act), status: 'RECEIVED', regime: state.receivedAs };
    default:
      return assertNever(event);
  }
}

type Afterwards = Extract<AppealEvent, { type: 'AppealAnswered' | 'AppealRated' | 'ReopeningRequested' }>;

/** What follows registration. On any other state such a fact changes nothing. */
function afterwards(state: Known, event: Afterwards): AppealState {
  switch (event.type) {
    case 'AppealAnswered':
      return answered(state, event);
    case 'AppealRated':
      return state.status === 'ANSWERED' ? { ...acted(state, event.act), rated: true } : state;
    case 'ReopeningRequested':
      return state.status === 'ANSWERED' ? { ...acted(state, event.act), reopeningRequested: true } : state;
    default:
      return assertNever(event);
  }
}

function answered(state: Known, event: Extract<AppealEvent, { type: 'AppealAnswered' }>): AppealState {
  if (state.status !== 'REGISTERED' && state.status !== 'ANSWERED') return state;
  return {
    ...submission(state),
    status: 'ANSWERED',
    number: state.number,
    registeredOn: state.registeredOn,
    notice: event.notice,
    answeredOn: event.answeredOn,
    rated: state.status === 'ANSWERED' && state.rated,
    reopeningRequested: false,
  };
}

function ended(state: Known, status: 'WITHDRAWN' | 'ERASED'): AppealState {
  return { ...submission(state), status, ...('number' in state ? { number: state.number } : {}) };
}

function submission(state: Known): Submission {
  const { regime, receivedAs, person, named, files, supplements, acts } = state;
  return { regime, receivedAs, person, named, files, supplements, acts };
}

function acted<Acting extends Submission>(state: Acting, act: string): Acting {
  return { ...state, acts: [...state.acts, act] };
}
