import type { FileDoor } from '../file-door.js';
import type { Outcome, OutgoingFile, Part } from '../network.js';
import { field, idOf, textOf } from '../receiving/fields.js';
import { beforeSaying, formOf, upload } from '../sending/upload.js';
import type { VkCall } from './vk-channel.js';
import { vkOutcome } from './vk-send.js';

export interface Uploading {
  readonly door: FileDoor;
  readonly timeoutMs?: number | undefined;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** The file as a document of that dialogue alone: what a message attaches, or why it cannot. */
export async function attachmentOf(
  call: VkCall,
  { to }: Part,
  file: OutgoingFile,
  { door, timeoutMs, now, signal }: Uploading,
): Promise<string | Outcome> {
  const place = await call('group', 'docs.getMessagesUploadServer', { type: 'doc', peer_id: to.thread });
  const address = place.kind === 'answered' ? textOf(field(place.body, 'response', 'upload_url')) : undefined;
  if (address === undefined) return beforeSaying(vkOutcome(place, now));
  const uploaded = await upload(address, door, formOf('file', file), signal, timeoutMs);
  if (!uploaded) return { kind: 'rejected', why: 'NOT_SUPPORTED' };
  const raw = uploaded.kind === 'answered' ? textOf(field(uploaded.body, 'file')) : undefined;
  if (raw === undefined) return beforeSaying(vkOutcome(uploaded, now));
  const saved = await call('group', 'docs.save', { file: raw, title: file.name });
  const doc = saved.kind === 'answered' ? field(saved.body, 'response', 'doc') : undefined;
  const [owner, id] = [idOf(field(doc, 'owner_id')), idOf(field(doc, 'id'))];
  return owner === undefined || id === undefined ? beforeSaying(vkOutcome(saved, now)) : `doc${owner}_${id}`;
}
