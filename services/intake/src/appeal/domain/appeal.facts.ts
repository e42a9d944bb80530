import type { AppealFacts } from '@otklik/case/action-facts';
import type { AppealState } from './appeal.js';

type Known = Exclude<AppealState, { status: 'NONE' }>;

/** By which it is decided what may be done with it; of its questions routing decides. */
export function factsOf(state: Known): AppealFacts {
  const { regime, danger, named, consent } = state;
  return {
    ...{ status: statusOf(state), regime, isUrgent: danger !== undefined, named, departments: [] },
    ...{ isConsidered: state.status !== 'ANSWERED', isAsked: isAsked(state), answered: wasAnswered(state) },
    ...{ isSupplemented: 'supplemented' in state && state.supplemented, isDisputed: isDisputed(state) },
    ...{ hold: holdOf(state), isConsented: consent === 'GIVEN' },
    ...('registeredOn' in state ? { registeredOn: state.registeredOn } : {}),
  };
}

function statusOf({ status }: Known): AppealFacts['status'] {
  if (status === 'STRUCK' || status === 'WITHDRAWN' || status === 'ERASED') return 'ENDED';
  return status === 'ANSWERED' ? 'REGISTERED' : status;
}

function isAsked(state: Known): boolean {
  return 'reopening' in state && state.reopening?.is === 'REQUESTED';
}

/** Once, whatever followed. */
function wasAnswered(state: Known): boolean {
  if (!('reopened' in state)) return false;
  return state.status === 'ANSWERED' || state.reopened > 0 || state.resumed === true;
}

function isDisputed(state: Known): boolean {
  return state.status === 'ANSWERED' && (state.afterAnswer ?? []).length > 0;
}

function holdOf({ status, legalHold }: Known): AppealFacts['hold'] {
  if (status === 'ERASED') return 'ERASED';
  return legalHold ? 'SET' : 'NONE';
}
