import type { LocalDate } from '@otklik/kernel';
import type { AppealEvent, AppealState } from './appeal.js';

/** An official's word that a letter was registered by mistake, which another official's follows or not. */
export interface StrikeProposal {
  readonly by: string;
  readonly on: LocalDate;
}

type Aside = Extract<AppealEvent, { type: 'ReactionsMeasured' | 'StrikeProposed' | 'UrgencyDeclared' }>;

/** It changes no status. */
export function isAside(event: AppealEvent): event is Aside {
  return event.type === 'ReactionsMeasured' || event.type === 'StrikeProposed' || event.type === 'UrgencyDeclared';
}

export function aside(state: Exclude<AppealState, { status: 'NONE' }>, event: Aside): AppealState {
  if (event.type === 'ReactionsMeasured') return state;
  if (event.type === 'UrgencyDeclared') return { ...state, danger: event.danger };
  const { proposedBy: by, proposedOn: on } = event;
  return state.status === 'REGISTERED' ? { ...state, strike: { by, on } } : state;
}
