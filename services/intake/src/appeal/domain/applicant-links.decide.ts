import { compact } from '@otklik/kernel';
import type { AppealCommand } from './appeal.commands.js';
import type { AppealEvent, Known } from './appeal.js';
import { demandNotErased } from './appeal.demands.js';

/*
 * Whose appeal it is: an official joins it with another's of the same person, or finds that it is another person's. Each undoes the
 * other: an appeal that is taken out leaves its contact and all that it was joined with, and comes back to the same.
 */

type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** Of an erased applicant nothing is found any more. */
export function joinApplicant(command: Of<'JoinApplicant'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  const { with: other, ground } = command;
  const { joined = [], left = [], isApart } = state.published;
  const isJoined = other === undefined ? isApart !== true : joined.includes(other);
  const others = other === undefined && left.length > 0 ? left : undefined;
  return isJoined ? [] : [{ type: 'ApplicantJoined', ...compact({ with: other, others }), ground }];
}

export function partApplicant(command: Of<'PartApplicant'>, state: Known): readonly AppealEvent[] {
  demandNotErased(state);
  const { from, ground } = command;
  const { joined = [], isApart } = state.published;
  const isParted = from === undefined ? isApart === true : !joined.includes(from);
  const others = from === undefined && joined.length > 0 ? joined : undefined;
  return isParted ? [] : [{ type: 'ApplicantParted', ...compact({ from, others }), ground }];
}
