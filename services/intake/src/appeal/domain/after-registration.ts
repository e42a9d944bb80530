import { assertNever } from '@otklik/kernel';
import type { AppealEvent, AppealState, Registration } from './appeal.js';
import { submission, withCommand } from './submission.js';

type Known = Exclude<AppealState, { status: 'NONE' }>;

export type AfterRegistration = Extract<
  AppealEvent,
  {
    type:
      | 'RegistrationCorrected'
      | 'SupplementAcknowledged'
      | 'SupplementAnswered'
      | 'AppealAnswered'
      | 'ConsiderationResumed'
      | 'AppealRated'
      | 'ReopeningRequested'
      | 'ReopeningGranted'
      | 'ReopeningRefused';
  }
>;
type Answered = Extract<AppealState, { readonly status: 'ANSWERED' | 'REGISTERED' }>;

/** Events after registration; in any other state they change nothing. */
export function afterRegistration(state: Known, event: AfterRegistration): AppealState {
  if (event.type === 'AppealAnswered') return answered(state, event);
  if (event.type === 'RegistrationCorrected') return struck(state, event);
  if (event.type === 'SupplementAcknowledged') return withSupplementsRead(state);
  if (event.type === 'SupplementAnswered') return withSupplementsRead(withCommand(state, event.commandId));
  if (event.type === 'ConsiderationResumed') return state.status === 'ANSWERED' ? resumed(state) : state;
  return state.status === 'ANSWERED' || isAsked(state) ? afterAnswer(state, event) : state;
}

function struck(state: Known, { of }: Extract<AppealEvent, { type: 'RegistrationCorrected' }>): AppealState {
  if (!('registeredOn' in state)) return state;
  return { ...submission(state), status: 'STRUCK', number: state.number, ...(of === undefined ? {} : { of }) };
}

function withSupplementsRead(state: Known): Known {
  return 'supplemented' in state ? { ...state, supplemented: false } : state;
}

function afterAnswer(
  state: Answered,
  event: Extract<AfterRegistration, { type: 'AppealRated' | `Reopening${string}` }>,
): AppealState {
  switch (event.type) {
    case 'AppealRated':
      return { ...withCommand(state, event.commandId), rated: true };
    case 'ReopeningRequested': {
      const { question } = event;
      const reopening = { is: 'REQUESTED', ...(question === undefined ? {} : { question }) } as const;
      return { ...withCommand(state, event.commandId), reopening };
    }
    case 'ReopeningGranted':
      return reopened(state, event);
    case 'ReopeningRefused':
      return { ...state, reopening: { is: 'REFUSED' } };
    default:
      return assertNever(event);
  }
}

function reopened(state: Answered, event: Extract<AfterRegistration, { type: 'ReopeningGranted' }>): AppealState {
  const { reopenedByOfficials = 0 } = state;
  const own = event.supplement === undefined ? reopenedByOfficials : reopenedByOfficials + 1;
  return {
    ...withCommand(submission(state), event.commandId),
    ...registration(state),
    ...(own > 0 ? { reopenedByOfficials: own } : {}),
    ...{ status: 'REGISTERED', reopened: event.times, supplemented: false },
  };
}

function answered(state: Known, event: Extract<AppealEvent, { type: 'AppealAnswered' }>): AppealState {
  if (state.status !== 'REGISTERED' && state.status !== 'ANSWERED') return state;
  const { notice, answeredOn, end } = event;
  const told = { ...(notice === undefined ? {} : { notice }), ...(end === undefined ? {} : { end }) };
  return { ...submission(state), ...registration(state), status: 'ANSWERED', ...told, answeredOn };
}

/** What is asked of the earlier answer stays asked. */
function resumed(state: Extract<Answered, { readonly status: 'ANSWERED' }>): AppealState {
  const { reopening } = state;
  const asked = reopening?.is === 'REQUESTED' ? { reopening } : {};
  return { ...submission(state), ...registration(state), status: 'REGISTERED', resumed: true, ...asked };
}

function isAsked(state: Known): state is Extract<Answered, { readonly status: 'REGISTERED' }> {
  return state.status === 'REGISTERED' && state.reopening !== undefined;
}

function registration({ number, registeredOn, rated, reopened, supplemented: more, ...kept }: Registration) {
  const { resumed: again, reopenedByOfficials } = kept;
  const own = reopenedByOfficials === undefined ? {} : { reopenedByOfficials };
  return { number, registeredOn, rated, reopened, supplemented: more, ...own, ...(again ? { resumed: again } : {}) };
}
