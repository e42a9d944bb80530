import type { Captured, CapturedFile, CapturedMessage, Iso } from '../network.js';
import { field, idOf, instantOf, isFields, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';
import { toJson } from '../to-json.js';

/** What OK sends when it names no type: older senders know one event. */
export const MESSAGE_CREATED = 'MESSAGE_CREATED';

export function decodeOk(account: string, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  const message = 'value' in read && type === MESSAGE_CREATED ? okMessage(account, read.value) : undefined;
  return [message ?? { kind: 'unknown', type }];
}

/** A community writes as `group:…`, a person as `user:…`; only the number identifies him. */
export function okMessage(account: string, event: Json): CapturedMessage | undefined {
  const message = field(event, 'message');
  const thread = idOf(field(event, 'recipient', 'chat_id'));
  const id = idOf(field(message, 'mid'));
  const sender = idOf(field(event, 'sender', 'user_id'));
  if (thread === undefined || id === undefined || sender === undefined) return undefined;
  const text = textOf(field(message, 'text')) ?? '';
  return present({
    kind: 'message' as const,
    ref: { account, kind: 'DIRECT' as const, thread, id },
    replyTo: idOf(field(message, 'reply_to')),
    author: present({
      id: sender.replace(/^user:/, ''),
      name: textOf(field(event, 'sender', 'name')),
      self: sender.startsWith('group:'),
    }),
    text,
    files: list(field(message, 'attachments')).map(fileOf),
    at: instantOf(field(event, 'timestamp'), 'ms'),
    machine: isSystem(text),
  }) as CapturedMessage;
}

/** Events of the chat itself come as JSON in the text of a message. */
function isSystem(text: string): boolean {
  const read = text.startsWith('{') ? readJson(Buffer.from(text)) : undefined;
  return read !== undefined && 'value' in read && isFields(read.value);
}

const TYPES: readonly string[] = ['IMAGE', 'VIDEO', 'AUDIO'];

function fileOf(attachment: Json): CapturedFile {
  const type = textOf(field(attachment, 'type')) ?? '';
  const id = textOf(field(attachment, 'payload', 'url')) ?? '';
  return { id, type: TYPES.includes(type) ? (type as CapturedFile['type']) : 'UNKNOWN' };
}

/**
 * No source shows what hangs on a comment: one that looks like a message's is read as such, every other is kept as it came. So is
 * a comment that says to be more than text and names nothing.
 */
function filesOfComment(comment: Json): readonly CapturedFile[] {
  const named = field(comment, 'attachments') ?? field(comment, 'attachment');
  const attachments = isFields(named) ? [named!] : list(named);
  const files = attachments.map((one) => (textOf(field(one, 'payload', 'url')) ? fileOf(one) : unread(one)));
  const type = textOf(field(comment, 'type')) ?? 'text';
  return files.length > 0 || /^text$/i.test(type) ? files : [unread(comment)];
}

const MAX_UNREAD_LENGTH = 4_000;

const unread = (value: Json): CapturedFile => ({
  id: '',
  type: 'UNKNOWN',
  unread: toJson(value).slice(0, MAX_UNREAD_LENGTH),
});

const MOSCOW = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;

/** Under some discussions only the time on the clock of Moscow is sent. `date_ms` is what older clients read. */
function timeOf(comment: Json): Iso | undefined {
  const counted = instantOf(field(comment, 'created_ms') ?? field(comment, 'date_ms'), 'ms');
  const [, day, time] = MOSCOW.exec(textOf(field(comment, 'date')) ?? '') ?? [];
  const written = Date.parse(`${day}T${time}+03:00`);
  return counted ?? (Number.isNaN(written) ? undefined : instantOf(written, 'ms'));
}

/** A comment under a topic of the group, as `discussions.getComments` lists it. */
export function okComment(account: string, topic: string, comment: Json): CapturedMessage | undefined {
  const id = idOf(field(comment, 'id'));
  const author = idOf(field(comment, 'author_id'));
  if (id === undefined || author === undefined) return undefined;
  return present({
    kind: 'message' as const,
    ref: { account, kind: 'COMMENT' as const, thread: topic, id },
    replyTo: idOf(field(comment, 'reply_to_comment_id')),
    author: present({ id: author, name: textOf(field(comment, 'author_name')), self: author.startsWith('group:') }),
    text: textOf(field(comment, 'text')) ?? '',
    files: filesOfComment(comment),
    at: timeOf(comment),
    machine: false,
  }) as CapturedMessage;
}
