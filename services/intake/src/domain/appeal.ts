import type { FactOf, FactsOf } from '@otklik/contracts/declare-event';
import type { AppealReceived as Received, intakeEvents } from '@otklik/contracts/intake.events';
import type { Regime } from '@otklik/contracts/enumerations';
import { assertNever, type LocalDate } from '@otklik/kernel';

/** What may have happened to an appeal (libs/contracts). Personal fields are clear text until they are stored. */
export type AppealEvent = FactsOf<typeof intakeEvents>;
export type AppealReceived = FactOf<typeof Received>;
export type AttachedFile = AppealReceived['files'][number];

/** State common to all statuses. */
export interface Submission {
  readonly regime: Regime;
  /** The regime before a moderator's decision. */
  readonly receivedAs: Regime;
  readonly person: string;
  readonly named: boolean;
  readonly files: number;
  readonly supplements: number;
  /** Ids of repeatable commands, so that a retry of one records nothing. */
  readonly commandIds: readonly string[];
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
  if (state.status === 'NONE') return state;
  return event.type === 'FollowUpLinkRequested' ? withCommand(state, event.commandId) : next(state, event);
}

type Known = Exclude<AppealState, { status: 'NONE' }>;

function received(event: AppealReceived): AppealState {
  const { regime, person } = event;
  const named = event.name !== undefined;
  const files = event.files.length;
  return { status: 'RECEIVED', regime, receivedAs: regime, person, named, files, supplements: 0, commandIds: [] };
}

type Further = Exclude<AppealEvent, { type: 'AppealReceived' | 'FollowUpLinkRequested' }>;

function next(state: Known, event: Further): AppealState {
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
        ...withCommand(state, event.commandId),
        files: state.files + event.files.length,
        supplements: state.supplements + 1,
      };
    case 'AppealWithdrawn':
      return ended(state, 'WITHDRAWN');
    case 'PersonErased':
      return ended(state, 'ERASED');
    default:
      return afterRegistration(state, event);
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
      return { ...withCommand(kept, event.commandId), status: 'RECEIVED', regime: state.receivedAs };
    default:
      return assertNever(event);
  }
}

type AfterRegistration = Extract<AppealEvent, { type: 'AppealAnswered' | 'AppealRated' | 'ReopeningRequested' }>;

/** Events after registration; in any other state they change nothing. */
function afterRegistration(state: Known, event: AfterRegistration): AppealState {
  switch (event.type) {
    case 'AppealAnswered':
      return answered(state, event);
    case 'AppealRated':
      return state.status === 'ANSWERED' ? { ...withCommand(state, event.commandId), rated: true } : state;
    case 'ReopeningRequested':
      return state.status === 'ANSWERED' ? { ...withCommand(state, event.commandId), reopeningRequested: true } : state;
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
  const { regime, receivedAs, person, named, files, supplements, commandIds } = state;
  return { regime, receivedAs, person, named, files, supplements, commandIds };
}

function withCommand<State extends Submission>(state: State, commandId: string): State {
  return { ...state, commandIds: [...state.commandIds, commandId] };
}
