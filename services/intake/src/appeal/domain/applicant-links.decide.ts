import { compact } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import type { AppealEvent, Known } from './appeal.js';
import { demandNotErased } from './appeal.demands.js';

/* Whose appeal it is: an official joins it with another's of the same person, or parts it from those of its contact. Each undoes the other. */

type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** Of an erased applicant nothing is found any more. */
export function joinApplicant(command: Of<'JoinApplicant'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  const { with: other, ground } = command;
  const { joined = [], isApart } = state.published;
  const isJoined = other === undefined ? isApart !== true : joined.includes(other);
  return isJoined ? [] : [{ type: 'ApplicantJoined', ...compact({ with: other }), ground }];
}

export function partApplicant(command: Of<'PartApplicant'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  const { from, ground } = command;
  const { joined = [], isApart } = state.published;
  const isParted = from === undefined ? isApart === true : !joined.includes(from);
  return isParted ? [] : [{ type: 'ApplicantParted', ...compact({ from }), ground }];
}
