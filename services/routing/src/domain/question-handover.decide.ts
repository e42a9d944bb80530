import type { HandoverEnd } from '@otklik/contracts/enumerations';
import type { HandoverPart } from '@otklik/case/question-handover';
import { covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { placeOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';

/** Taking a forwarding back, and what comes back from another district of the platform (docs/adr/0024). */

/** Which of the handovers to which district. */
export type HandoverId = Pick<HandoverPart, 'to' | 'times'>;

export interface WithdrawForwarding {
  readonly type: 'WithdrawForwarding';
  readonly reason: string;
  readonly mayActIn: Departments;
}

/** The notice of the forwarding was cancelled before it left. */
export interface ReleaseForwarding {
  readonly type: 'ReleaseForwarding';
}

/** The receiving district has registered it. */
export interface AcceptHandover extends HandoverId {
  readonly type: 'AcceptHandover';
  readonly number: string;
  readonly registeredOn: LocalDate;
}

export interface EndHandover extends HandoverId {
  readonly type: 'EndHandover';
  readonly end: HandoverEnd;
  readonly endedOn: LocalDate;
}

/** The applicant withdrew the consent that went with the appeal. */
export interface PassOnWithdrawal {
  readonly type: 'PassOnWithdrawal';
}

/** Personal texts of the question, in clear, to be sealed into the handover. */
export interface HandoverTexts {
  readonly text?: string;
  readonly reason?: string;
}

/** Until a letter has left, it is this district's alone, and can be taken back. */
export function withdrawForwarding(
  { reason, mayActIn }: WithdrawForwarding,
  state: QuestionState,
): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { forwarding } = state.now;
  if (state.status !== 'FORWARDING' || !forwarding) refuse('QUESTION_STATE_FORBIDS');
  if (!covers(mayActIn, state.published.department)) refuse('FORBIDDEN');
  if (forwarding.proofs.length > 0) refuse('FORWARDING_SENT');
  return forwarding.isWithdrawn ? [] : [{ type: 'ForwardingWithdrawn', reason }];
}

/** The question returns to its former place. An earlier proof has ended it: the withdrawal came too late. */
export function releaseForwarding(state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'FORWARDING' || !state.now.forwarding?.isWithdrawn) return [];
  return [{ type: 'QuestionRestored', person: state.person, ...placeOf(state.published) }];
}

/** One fact for each district among the bodies. */
export function handOver({ published }: Known, texts: HandoverTexts): readonly QuestionEvent[] {
  const { handovers = [], forwardedTo = [] } = published;
  const districts = [...new Set(forwardedTo.flatMap(({ district }) => district ?? []))];
  return districts.map((to) => ({
    type: 'QuestionHandedOver',
    to,
    times: handovers.filter((one) => one.to === to).length + 1,
    ...texts,
  }));
}

export function acceptHandover(command: AcceptHandover, state: QuestionState): readonly QuestionEvent[] {
  const { number: known } = handoverOf(command, state);
  const { to, times, number, registeredOn } = command;
  return known !== undefined ? [] : [{ type: 'HandoverAccepted', to, times, number, registeredOn }];
}

/** The first end counts. Where it was none on the merits, the district may have taken it up again. */
export function endHandover(command: EndHandover, state: QuestionState): readonly QuestionEvent[] {
  const { end: known } = handoverOf(command, state);
  const { to, times, end, endedOn } = command;
  const isFinal = known !== undefined && known !== 'CLOSED';
  return isFinal || known === end ? [] : [{ type: 'HandoverEnded', to, times, end, endedOn }];
}

/**
 * Each district that has a copy is notified once, whatever the state of the copy: its publication by the consent ends,
 * too.
 */
export function passOnWithdrawal(state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const untold = (state.published.handovers ?? []).filter(({ consentWithdrawnAt }) => consentWithdrawnAt === undefined);
  return untold.map(({ to, times }) => ({ type: 'HandoverConsentWithdrawn', to, times }));
}

function handoverOf({ to, times }: HandoverId, state: QuestionState): HandoverPart {
  const handovers = state.status === 'NONE' ? [] : (state.published.handovers ?? []);
  return handovers.find((one) => one.to === to && one.times === times) ?? refuse('NOT_FOUND');
}
