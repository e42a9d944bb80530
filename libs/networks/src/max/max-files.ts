import { setTimeout as sleep } from 'node:timers/promises';
import type { FileDoor } from '../file-door.js';
import type { Outcome, OutgoingFile, Part } from '../network.js';
import { field, textOf } from '../receiving/fields.js';
import type { Exchanged } from '../sending/exchange.js';
import { beforeSaying, formOf, upload } from '../sending/upload.js';
import type { MaxCall } from './max-channel.js';
import { maxOutcome, placeOf, sayingOf } from './max-send.js';

/** A file that has just come is not ready yet: the network names no event of it. */
const UNTIL_READY_MS: readonly number[] = [0, 1_000, 2_000, 4_000];

export interface Uploading {
  readonly door: FileDoor;
  readonly timeoutMs?: number | undefined;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** A place for the file, the file, and the message that shows it. */
export async function sendFile(
  call: MaxCall,
  part: Part,
  file: OutgoingFile,
  { door, timeoutMs, now, signal }: Uploading,
): Promise<Outcome> {
  const place = await call('POST', '/uploads?type=file');
  const address = place.kind === 'answered' ? textOf(field(place.body, 'url')) : undefined;
  if (address === undefined) return beforeSaying(maxOutcome(place, part.to.kind, now));
  const uploaded = await upload(address, door, formOf('data', file), signal, timeoutMs);
  const token = uploaded?.kind === 'answered' ? textOf(field(uploaded.body, 'token')) : undefined;
  if (token === undefined)
    return uploaded
      ? beforeSaying(maxOutcome(uploaded, part.to.kind, now))
      : { kind: 'rejected', why: 'NOT_SUPPORTED' };
  return maxOutcome(await whenReady(call, part, token), part.to.kind, now);
}

async function whenReady(call: MaxCall, part: Part, token: string): Promise<Exchanged> {
  for (const wait of UNTIL_READY_MS) {
    await sleep(wait);
    const said = await call('POST', placeOf(part), sayingOf(part, token));
    if (said.kind !== 'answered' || field(said.body, 'code') !== 'attachment.not.ready') return said;
  }
  return call('POST', placeOf(part), sayingOf(part, token));
}
