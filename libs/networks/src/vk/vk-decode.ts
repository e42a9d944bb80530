import type { Captured, CapturedFile, CapturedMessage, Iso, MessageRef } from '../network.js';
import { countOf, field, fields, fileTypeOf, idOf, instantOf, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';

/** Whose events they are: our own comments come back as the community's. */
export interface VkIdentity {
  readonly account: string;
  readonly group: string;
}

export function decodeVk(of: VkIdentity, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  const object = 'value' in read ? field(read.value, 'object') : undefined;
  return [READERS.get(type)?.(of, object) ?? { kind: 'unknown', type }];
}

type Reader = (of: VkIdentity, object: Json | undefined) => Captured | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['message_new', (of, object) => vkMessage(of, field(object, 'message'))],
  ['message_reply', (of, object) => vkMessage(of, object)],
  ['message_edit', (of, object) => edited(vkMessage(of, object), instantOf(field(object, 'update_time'), 's'))],
  ['wall_reply_new', (of, object) => vkComment(of, object)],
  // It dates the comment, not the edit.
  ['wall_reply_edit', (of, object) => edited(vkComment(of, object), undefined)],
  ['wall_reply_delete', (of, object) => fate('removed', commentRef(of, object))],
  ['wall_reply_restore', (of, object) => fate('restored', commentRef(of, object))],
  ['photo_comment_new', (of, object) => vkComment(of, object, 'photo')],
  ['video_comment_new', (of, object) => vkComment(of, object, 'video')],
  ['board_post_new', (of, object) => vkComment(of, object, 'topic')],
  ['message_allow', (_of, object) => reachability(object, true)],
  ['message_deny', (_of, object) => reachability(object, false)],
  ['message_read', read],
  ['like_add', reacted],
  ['like_remove', reacted],
]);

export function vkMessage(of: VkIdentity, message: Json | undefined): CapturedMessage | undefined {
  const thread = idOf(field(message, 'peer_id'));
  // In a community's dialogues the id may be 0; the number within the conversation is always there.
  const id = [field(message, 'id'), field(message, 'conversation_message_id')]
    .map(idOf)
    .find((one) => one && one !== '0');
  if (thread === undefined || id === undefined) return undefined;
  const replyTo = idOf(field(message, 'reply_message', 'id'));
  return said(of, { account: of.account, kind: 'DIRECT', thread, id }, message, replyTo);
}

/** `under`: what is commented, when it is no post of the wall. Such comments are received, and answered by hand. */
export function vkComment(of: VkIdentity, comment: Json | undefined, under = ''): CapturedMessage | undefined {
  const ref = commentRef(of, comment, under);
  return ref && said(of, ref, comment, idOf(field(comment, 'reply_to_comment')));
}

const ITEM: Readonly<Record<string, string>> = {
  '': 'post_id',
  photo: 'photo_id',
  video: 'video_id',
  topic: 'topic_id',
};
const OWNER: Readonly<Record<string, string>> = {
  photo: 'photo_owner_id',
  video: 'video_owner_id',
  topic: 'topic_owner_id',
};

function commentRef({ account, group }: VkIdentity, comment: Json | undefined, under = ''): MessageRef | undefined {
  const owner = idOf(field(comment, 'owner_id')) ?? idOf(field(comment, OWNER[under] ?? '')) ?? `-${group}`;
  const item = idOf(field(comment, ITEM[under]!));
  const id = idOf(field(comment, 'id'));
  return item === undefined || id === undefined
    ? undefined
    : { account, kind: 'COMMENT', thread: `${under}${owner}_${item}`, id };
}

function said(of: VkIdentity, ref: MessageRef, of_: Json | undefined, replyTo: string | undefined) {
  const author = idOf(field(of_, 'from_id'));
  if (author === undefined) return undefined;
  const self = author === `-${of.group}`;
  return present({
    kind: 'message' as const,
    ref,
    replyTo,
    author: { id: author, self },
    text: textOf(field(of_, 'text')) ?? '',
    files: list(field(of_, 'attachments')).map(fileOf),
    at: instantOf(field(of_, 'date'), 's'),
    // Another community writes by its program or in its name, never as a person.
    machine: author.startsWith('-') && !self,
  }) as CapturedMessage;
}

function edited(message: CapturedMessage | undefined, at: Iso | undefined): Captured | undefined {
  return message && { kind: 'edited', ref: message.ref, text: message.text, ...present({ at }) };
}

function fate(kind: 'removed' | 'restored', ref: MessageRef | undefined): Captured | undefined {
  return ref && { kind, ref };
}

function reachability(object: Json | undefined, allowed: boolean): Captured | undefined {
  const author = idOf(field(object, 'user_id'));
  return author === undefined ? undefined : { kind: 'reachability', author, allowed };
}

/** What we read ourselves proves nothing. */
function read({ account, group }: VkIdentity, object: Json | undefined): Captured | undefined {
  const [thread, id, reader] = ['peer_id', 'read_message_id', 'from_id'].map((name) => idOf(field(object, name)));
  if (thread === undefined || id === undefined || reader === `-${group}`) return undefined;
  return { kind: 'read', ref: { account, kind: 'DIRECT', thread, id } };
}

/** Of a comment on a post, and of the post. Who liked it stays in the raw body. */
function reacted({ account }: VkIdentity, object: Json | undefined): Captured | undefined {
  const [owner, item, post] = ['object_owner_id', 'object_id', 'post_id'].map((name) => idOf(field(object, name)));
  const type = textOf(field(object, 'object_type'));
  if (owner === undefined || item === undefined) return undefined;
  if (type === 'post') return { kind: 'reacted', ref: { account, kind: 'COMMENT', thread: `${owner}_${item}` } };
  if (type !== 'comment' || post === undefined || post === '0') return undefined;
  return { kind: 'reacted', ref: { account, kind: 'COMMENT', thread: `${owner}_${post}`, id: item } };
}

const TYPES: Readonly<Record<string, CapturedFile['type']>> = {
  photo: 'IMAGE',
  graffiti: 'IMAGE',
  video: 'VIDEO',
  audio_message: 'AUDIO',
  doc: 'FILE',
};

function fileOf(attachment: Json): CapturedFile {
  const name = textOf(field(attachment, 'type')) ?? '';
  const content = field(attachment, name);
  const type = fileTypeOf(TYPES, name);
  const more = { name: textOf(field(content, 'title')), size: countOf(field(content, 'size')) };
  return { id: addressOf(content) ?? '', type, ...(present(more) as { name?: string; size?: number }) };
}

function addressOf(content: Json | undefined): string | undefined {
  const largest = [...list(field(content, 'sizes'))].sort((one, other) => area(other) - area(one))[0];
  return textOf(field(largest, 'url')) ?? textOf(field(content, 'url')) ?? textOf(field(content, 'link_ogg'));
}

const area = (size: Json) => {
  const { width, height } = fields(size);
  return (countOf(width) ?? 0) * (countOf(height) ?? 0);
};
