import { signingFacts } from '@otklik/case/notice';
import { mayAttachSignature, mayLeave } from '@otklik/case/notice-conditions';
import type { AttachedSignature, Outgoing } from '@otklik/contracts/notifications.events';
import { compact, covers, refuse } from '@otklik/kernel';
import { leavesByPage } from './notice-proof.js';
import type { Calling } from './notice.decide.js';
import { evolve, type Known, type NoticeEvent, type NoticeState } from './notice.js';

/** A signature that covers the letter's sheet, or of which nothing can be said here. */
export interface AttachSignature extends Calling {
  readonly type: 'AttachSignature';
  readonly signed: Omit<AttachedSignature, 'kind' | 'about'>;
  readonly at: string;
}

/** By an official, of a notice that waits for whom the district's settings name. */
export interface SignNotice {
  readonly type: 'SignNotice';
  /** The official's id who signs. */
  readonly signatory: string;
  readonly post?: string;
  /** The settings name that official today, or the one whom he substitutes. */
  readonly isNamed: boolean;
  /** That the letter would have. */
  readonly outgoing: Outgoing;
  readonly at: string;
}

/** Of one letter: of its signatory, with room for those that are made again. */
const MAX_SIGNATURES = 5;

/** A further one is kept beside the first: a document may have several, and a weaker one takes nothing away. */
export function attachSignature(
  { signed, mayActIn, department, at }: AttachSignature,
  state: NoticeState,
): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  const { signatures = [] } = state.published;
  if (signatures.some(({ signature }) => signature === signed.signature)) return [];
  if (state.published.outgoing === undefined) refuse('LETTER_NOT_KEPT');
  if (!mayAttachSignature({ ...state.published, ...signingFacts(state.published) })) refuse('NOTICE_DISPATCHED');
  if (signatures.length >= MAX_SIGNATURES) refuse('TOO_MANY_SIGNATURES');
  return onPageThen({ type: 'SignatureAttached', ...state.matter, ...signed }, state, at);
}

/** Once, by the first official who does: the number and the day of the letter are those of the first. */
export function signNotice(command: SignNotice, state: NoticeState): readonly NoticeEvent[] {
  const { signatory, post, isNamed, outgoing, at } = command;
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!isNamed) refuse('NOT_THE_NAMED_SIGNATORY');
  if (state.published.signed) return [];
  if (state.status === 'CANCELLED') refuse('NOTICE_CANCELLED');
  if (!state.published.toSign) refuse('NOTICE_NOT_TO_SIGN');
  const signed = compact({ signatory, post, outgoing, signedAt: at });
  return onPageThen({ type: 'NoticeSigned', ...state.matter, ...signed }, state, at);
}

/** On the page alone it is there with the last signature that it waited for. */
function onPageThen(signed: NoticeEvent, state: Known, at: string): readonly NoticeEvent[] {
  const after = evolve(state, signed);
  return after.status === 'OPEN' ? [signed, ...leavesByPage(after, after.way, at)] : [signed];
}

/** It has not left, whatever a clerk records: what leaves without its signature is not the letter. */
export function assertSigned(state: Known): void {
  assertNotToSign(state);
  const { status, published } = state;
  if (status === 'OPEN' && !mayLeave(signingFacts(published))) refuse('LETTER_NOT_SIGNED');
}

/** Of any way, whatever electronic signature a sheet would need. */
export function assertNotToSign({ status, published }: Known): void {
  if (status === 'OPEN' && published.toSign) refuse('NOTICE_WAITS_FOR_SIGNATORY');
}
