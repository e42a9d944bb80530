import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import type { Vault } from '@otklik/vault';
import type { SignResponse, Standing } from '../domain/response.decide.js';
import type { ResponseEvent } from '../domain/response.js';

/** What is signed, by whom and when (ISO 8601 UTC). */
export interface ActOfSigning {
  readonly district: number;
  readonly response: string;
  readonly signatory: string;
  readonly text: string;
  readonly at: string;
}

/** Signs, and names how: what it answers is recorded with the answer. */
export type Signature = (act: ActOfSigning) => Promise<string>;

/**
 * Opens the draft that stood when the official looked, signs its words and puts them into the command: the answer is
 * sealed anew under its own event.
 */
export async function signResponse(
  { vault, signature }: { readonly vault: Vault; readonly signature: Signature },
  district: number,
  response: string,
  events: readonly RecordedEvent[],
  standing: Standing,
  at: string,
): Promise<SignResponse> {
  const opened = await lastDraft(vault, district, events);
  const signed = opened && (await signature({ district, response, signatory: standing.by, text: opened.text, at }));
  return { type: 'SignResponse', ...standing, opened, signedAt: at, signature: signed ?? '' };
}

async function lastDraft(
  vault: Vault,
  district: number,
  events: readonly RecordedEvent[],
): Promise<SignResponse['opened']> {
  const last = events.findLast(({ type }) => type === 'ResponseDrafted');
  if (!last) return undefined;
  const { draft, text: sealed } = domainEvent<Extract<ResponseEvent, { type: 'ResponseDrafted' }>>(last);
  const text = await vault.open(district, sealed, { eventId: last.id, field: 'text' });
  return text === undefined ? undefined : { draft, text };
}
