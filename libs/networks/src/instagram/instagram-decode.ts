import type { Captured, CapturedFile, CapturedMessage, Iso } from '../network.js';
import { field, fileTypeOf, idOf, instantOf, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';
import { eventAt } from './instagram-events.js';

export interface InstagramIdentity {
  readonly account: string;
  /** The professional account's number. */
  readonly user: string;
}

export function decodeInstagram(of: InstagramIdentity, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  const event = 'value' in read ? eventAt(read.value, type) : undefined;
  if (event?.field === 'comments') return [comment(of, event.value, event.time) ?? { kind: 'unknown', type }];
  if (event?.field === 'messages') return [direct(of, event.value) ?? { kind: 'unknown', type }];
  return [{ kind: 'unknown', type }];
}

function comment(of: InstagramIdentity, value: Json, time: Json | undefined): CapturedMessage | undefined {
  return instagramComment(of, idOf(field(value, 'media', 'id')), value, instantOf(time, 's'));
}

/** Only a comment directly under a post can be answered: the thread of a reply names the comment above it. */
export function instagramComment(
  { account, user }: InstagramIdentity,
  media: string | undefined,
  value: Json,
  at: Iso | undefined,
  above = idOf(field(value, 'parent_id')),
): CapturedMessage | undefined {
  const id = idOf(field(value, 'id'));
  const author = idOf(field(value, 'from', 'id'));
  if (media === undefined || id === undefined || author === undefined) return undefined;
  return present({
    kind: 'message' as const,
    ref: { account, kind: 'COMMENT' as const, thread: above === undefined ? media : `${media}:${above}`, id },
    replyTo: above,
    author: present({ id: author, name: textOf(field(value, 'from', 'username')), self: author === user }),
    text: textOf(field(value, 'text')) ?? '',
    files: [],
    at,
    machine: false,
  }) as CapturedMessage;
}

function direct({ account }: InstagramIdentity, value: Json): Captured | undefined {
  const message = field(value, 'message');
  const self = field(message, 'is_echo') === true;
  const author = idOf(field(value, 'sender', 'id'));
  const thread = self ? idOf(field(value, 'recipient', 'id')) : author;
  const id = idOf(field(message, 'mid'));
  if (author === undefined || thread === undefined || id === undefined) return undefined;
  const ref = { account, kind: 'DIRECT' as const, thread, id };
  const at = instantOf(field(value, 'timestamp'), 'ms');
  if (field(message, 'is_deleted') === true) return { kind: 'removed', ref, ...(at && { at }) };
  return present({
    kind: 'message' as const,
    ref,
    replyTo: idOf(field(message, 'reply_to', 'mid')),
    author: { id: author, self },
    text: textOf(field(message, 'text')) ?? '',
    files: list(field(message, 'attachments')).map(fileOf),
    at,
    machine: false,
  }) as CapturedMessage;
}

/** As a conversation lists it. */
export function instagramMessage(
  { account, user }: InstagramIdentity,
  thread: string,
  value: Json,
): CapturedMessage | undefined {
  const id = idOf(field(value, 'id'));
  const author = idOf(field(value, 'from', 'id'));
  if (id === undefined || author === undefined) return undefined;
  return present({
    kind: 'message' as const,
    ref: { account, kind: 'DIRECT' as const, thread, id },
    author: { id: author, self: author === user },
    text: textOf(field(value, 'message')) ?? '',
    files: [],
    at: timeOf(field(value, 'created_time')),
    machine: false,
  }) as CapturedMessage;
}

/** `2026-11-27T03:00:00+0000` */
export function timeOf(value: Json | undefined): Iso | undefined {
  const text = textOf(value) ?? '';
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text) ? instantOf(Date.parse(text), 'ms') : undefined;
}

const TYPES: Readonly<Record<string, CapturedFile['type']>> = {
  image: 'IMAGE',
  video: 'VIDEO',
  audio: 'AUDIO',
  file: 'FILE',
};

function fileOf(attachment: Json): CapturedFile {
  const name = textOf(field(attachment, 'type')) ?? '';
  const type = fileTypeOf(TYPES, name);
  return { id: textOf(field(attachment, 'payload', 'url')) ?? '', type };
}
