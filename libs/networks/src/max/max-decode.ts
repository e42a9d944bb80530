import type { Captured, CapturedFile, CapturedMessage, MessageRef } from '../network.js';
import { countOf, field, fileTypeOf, idOf, instantOf, isFields, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';

export interface MaxIdentity {
  readonly account: string;
  /** Our bot's number: what it wrote is ours. */
  readonly bot?: string;
}

export function decodeMax(of: MaxIdentity, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  const update = 'value' in read ? read.value : null;
  return [READERS.get(type)?.(of, update) ?? { kind: 'unknown', type }];
}

type Reader = (of: MaxIdentity, update: Json) => Captured | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['message_created', (of, update) => maxMessage(of, field(update, 'message'))],
  ['comment_created', (of, update) => maxMessage(of, field(update, 'message'))],
  ['message_edited', edited],
  ['comment_edited', edited],
  ['message_removed', removed],
  ['comment_removed', removed],
  ['bot_stopped', (_of, update) => reachability(update, false)],
  ['bot_started', (_of, update) => reachability(update, true)],
  ['bot_admin_permissions_changed', (_of, update) => rights(field(update, 'permissions'))],
  ['bot_removed', () => ({ kind: 'health', problem: 'RIGHTS', repaired: false })],
]);

/** A comment under a post is in the thread of the post. A forwarded message may have no body of its own. */
export function maxMessage({ account, bot }: MaxIdentity, message: Json | undefined): CapturedMessage | undefined {
  const body = isFields(field(message, 'body')) ? field(message, 'body') : field(message, 'link', 'message');
  const ref = refOf(account, field(message, 'recipient'), idOf(field(body, 'mid')));
  const author = idOf(field(message, 'sender', 'user_id'));
  if (!ref || author === undefined) return undefined;
  return present({
    kind: 'message' as const,
    ref,
    replyTo: field(message, 'link', 'type') === 'reply' ? idOf(field(message, 'link', 'message', 'mid')) : undefined,
    author: present({ id: author, name: nameOf(field(message, 'sender')), self: author === bot }),
    text: textOf(field(body, 'text')) ?? '',
    files: list(field(body, 'attachments')).map(fileOf),
    at: instantOf(field(message, 'timestamp'), 'ms'),
    machine: field(message, 'sender', 'is_bot') === true && author !== bot,
  }) as CapturedMessage;
}

function refOf(account: string, recipient: Json | undefined, id: string | undefined): MessageRef | undefined {
  const post = idOf(field(recipient, 'post_id'));
  const thread = post ?? idOf(field(recipient, 'chat_id'));
  if (thread === undefined || id === undefined) return undefined;
  const isDialogue = post === undefined && field(recipient, 'chat_type') === 'dialog';
  return { account, kind: isDialogue ? 'DIRECT' : 'COMMENT', thread, id };
}

function nameOf(sender: Json | undefined): string | undefined {
  const names = [field(sender, 'first_name'), field(sender, 'last_name')].map(textOf).filter((one) => one);
  return names.length > 0 ? names.join(' ') : textOf(field(sender, 'name'));
}

function edited(of: MaxIdentity, update: Json): Captured | undefined {
  const message = maxMessage(of, field(update, 'message'));
  const at = instantOf(field(update, 'timestamp'), 'ms');
  return message && { kind: 'edited', ref: message.ref, text: message.text, ...present({ at }) };
}

function removed({ account }: MaxIdentity, update: Json): Captured | undefined {
  const isComment = idOf(field(update, 'post_id')) !== undefined;
  const recipient = isComment ? update : { chat_id: field(update, 'chat_id') ?? null, chat_type: 'dialog' };
  const ref = refOf(account, recipient, idOf(field(update, 'message_id')));
  const at = instantOf(field(update, 'timestamp'), 'ms');
  return ref && { kind: 'removed', ref, ...present({ at }) };
}

function reachability(update: Json, allowed: boolean): Captured | undefined {
  const author = idOf(field(update, 'user', 'user_id'));
  const at = instantOf(field(update, 'timestamp'), 'ms');
  return author === undefined ? undefined : { kind: 'reachability', author, allowed, ...present({ at }) };
}

/** Without the first no webhook comes, without the second nothing is answered. */
const NEEDED = ['read_all_messages', 'write'];

export function rights(permissions: Json | undefined): Captured {
  const granted = list(permissions);
  return { kind: 'health', problem: 'RIGHTS', repaired: NEEDED.every((one) => granted.includes(one)) };
}

const TYPES: Readonly<Record<string, CapturedFile['type']>> = {
  image: 'IMAGE',
  sticker: 'IMAGE',
  video: 'VIDEO',
  audio: 'AUDIO',
  file: 'FILE',
};

function fileOf(attachment: Json): CapturedFile {
  const name = textOf(field(attachment, 'type')) ?? '';
  const type = fileTypeOf(TYPES, name);
  const token = idOf(field(attachment, 'payload', 'token'));
  // A video's address is asked for when it is fetched.
  const id = type === 'VIDEO' && token !== undefined ? `video:${token}` : textOf(field(attachment, 'payload', 'url'));
  const more = { name: textOf(field(attachment, 'filename')), size: countOf(field(attachment, 'size')) };
  return { id: id ?? '', type, ...(present(more) as { name?: string; size?: number }) };
}
