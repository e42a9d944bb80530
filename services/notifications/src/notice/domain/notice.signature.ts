import { signingFacts } from '@otklik/case/notice';
import { mayAttachSignature } from '@otklik/case/notice-conditions';
import type { AttachedSignature } from '@otklik/contracts/notifications.events';
import { covers, refuse } from '@otklik/kernel';
import type { Calling } from './notice.decide.js';
import type { Known, NoticeEvent, NoticeState } from './notice.js';

/** A signature that covers the letter's sheet, or of which nothing can be said here. */
export interface AttachSignature extends Calling {
  readonly type: 'AttachSignature';
  readonly signed: Omit<AttachedSignature, 'kind' | 'about'>;
}

/** Of one letter: of its signatory, with room for those that are made again. */
const MAX_SIGNATURES = 5;

/** A further one is kept beside the first: a document may have several, and a weaker one takes nothing away. */
export function attachSignature(
  { signed, mayActIn, department }: AttachSignature,
  state: NoticeState,
): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  const { signatures = [] } = state.published;
  if (signatures.some(({ signature }) => signature === signed.signature)) return [];
  if (state.published.outgoing === undefined) refuse('LETTER_NOT_KEPT');
  if (!mayAttachSignature({ ...state.published, ...signingFacts(state.published) })) refuse('NOTICE_DISPATCHED');
  if (signatures.length >= MAX_SIGNATURES) refuse('TOO_MANY_SIGNATURES');
  return [{ type: 'SignatureAttached', ...state.matter, ...signed }];
}

/** It has not left, whatever a clerk records: what leaves without its signature is not the letter. */
export function assertSigned({ status, published }: Known): void {
  if (status === 'OPEN' && signingFacts(published).lacksSignature) refuse('LETTER_NOT_SIGNED');
}
