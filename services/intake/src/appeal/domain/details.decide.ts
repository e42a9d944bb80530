import { mayCorrectDetails } from '@otklik/case/appeal-conditions';
import { compact, covers } from '@otklik/kernel';
import type { CorrectDetails, PlaceParts } from './appeal.commands.js';
import { demandNotEnded, no } from './appeal.demands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';

/** By the departments that have its questions. What is as it was is not corrected. */
export function correctDetails(command: CorrectDetails, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  const { mayActIn, departments, reason, commandId } = command;
  if (!mayCorrectDetails(factsOf(state))) no('APPEAL_STATE_FORBIDS');
  if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) no('FORBIDDEN');
  const changed = { ...gistIn(command), ...placeIn(command) };
  if (Object.keys(changed).length === 0) return [];
  return [{ type: 'DetailsCorrected', ...changed, reason, commandId }];
}

function gistIn({ gist, removesGist, former }: CorrectDetails) {
  if (removesGist && gist === undefined)
    return former.gist === undefined ? {} : { isGistRemoved: true, formerGist: former.gist };
  return gist === undefined || gist === former.gist ? {} : compact({ gist, formerGist: former.gist });
}

function placeIn({ place, former }: CorrectDetails) {
  if (!place || isSame(place, former)) return {};
  const { settlement: formerSettlement, placeText: formerPlaceText, point: formerPoint } = former;
  return { isPlaceCorrected: true, ...place, ...compact({ formerSettlement, formerPlaceText, formerPoint }) };
}

function isSame(one: PlaceParts, other: PlaceParts): boolean {
  return (
    one.settlement === other.settlement &&
    one.placeText === other.placeText &&
    samePoint(one.point) === samePoint(other.point)
  );
}

/** Numbers may be written in several ways. */
function samePoint(point: string | undefined): string | undefined {
  return point?.split(',').map(Number).join();
}
