import { FormData } from 'undici';
import { ownAddress } from '../addresses.js';
import type { FileDoor } from '../file-door.js';
import type { Outcome, OutgoingFile } from '../network.js';
import { outsideAgent } from '../outside.js';
import { exchange, type Exchanged } from './exchange.js';

const outside = outsideAgent();

/** A form with the file, and what goes beside it. */
export function formOf(
  field: string,
  { name, mediaType, bytes }: OutgoingFile,
  more: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  form.set(field, new Blob([Uint8Array.from(bytes)], { type: mediaType }), name);
  return form;
}

/** Where the network itself said that the file goes: to its own hosts alone. Nothing for another one. */
export async function upload(
  address: string,
  { hosts, served }: FileDoor,
  body: FormData,
  signal: AbortSignal,
  timeoutMs?: number,
): Promise<Exchanged | undefined> {
  const own = ownAddress(address, hosts);
  if (!own) return undefined;
  const url = served ? new URL(own.pathname + own.search, served) : own;
  const to = { method: 'POST', url, body, ...(timeoutMs && { timeoutMs }) } as const;
  return exchange({ ...to, ...(!served && { dispatcher: outside }) }, signal);
}

/** Nothing is visible there before the message itself is sent: an unknown outcome is repeated. */
export const beforeSaying = (outcome: Outcome): Outcome =>
  outcome.kind === 'unknown' || outcome.kind === 'sent' ? { kind: 'retry', scope: 'thread' } : outcome;
