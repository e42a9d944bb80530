import type { AppealState, Submission } from './appeal.js';

type Known = Exclude<AppealState, { status: 'NONE' }>;

/** What is common to all statuses, without what is of one. */
export function submission(state: Known): Submission {
  const { regime, receivedAs, person, named, identified, files, supplements, commandIds, warned } = state;
  const { deadline, firstDeadline, danger, source } = state;
  const terms = { ...(deadline ? { deadline } : {}), ...(firstDeadline ? { firstDeadline } : {}), warned };
  const more = { ...(danger ? { danger } : {}), ...(source ? { source } : {}), ...keptFor(state) };
  return { regime, receivedAs, person, named, identified, files, supplements, ...terms, ...more, commandIds };
}

function keptFor({ legalHold, consent }: Submission): Pick<Submission, 'legalHold' | 'consent'> {
  return { ...(legalHold ? { legalHold } : {}), ...(consent ? { consent } : {}) };
}

export function withCommand<State extends Submission>(state: State, commandId: string): State {
  return { ...state, commandIds: [...state.commandIds, commandId] };
}
