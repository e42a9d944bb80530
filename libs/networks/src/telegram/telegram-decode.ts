import { compact } from '@otklik/kernel';
import type {
  Captured,
  CapturedCounts,
  CapturedFile,
  CapturedMessage,
  CapturedPost,
  Iso,
  MessageRef,
  Ref,
} from '../network.js';
import { countOf, field, fields, idOf, instantOf, isFields, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';

/** The names under which an update holds a new message, and a changed one. */
const WRITTEN = 'message';
const EDITED = 'edited_message';
const MESSAGES = [WRITTEN, EDITED];

/** The one field of an update beside its number. */
export function updateType(update: Json): string | undefined {
  return Object.keys(fields(update)).find((name) => name !== 'update_id');
}

export function decodeTelegram(account: string, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  return telegramCaptured(account, type, 'value' in read ? read.value : null);
}

/** A comment contains its post, as what it replies to. */
export function telegramCaptured(account: string, type: string, update: Json): readonly Captured[] {
  const content = field(update, type);
  const above = MESSAGES.includes(type) ? postOf(account, field(content, 'reply_to_message')) : undefined;
  return [known(account, type, content) ?? { kind: 'unknown', type }, ...(above ? [above] : [])];
}

/** What the channel publishes comes into the group by itself. What is said under it bears its number. */
function postOf(account: string, message: Json | undefined): CapturedPost | undefined {
  const chat = idOf(field(message, 'chat', 'id'));
  const id = idOf(field(message, 'message_id'));
  if (!isPost(message) || chat === undefined || id === undefined) return undefined;
  const origin = originOf(account, message);
  const ref = { account, kind: 'COMMENT', thread: `${chat}:${id}` } as const;
  return compact({ kind: 'post', ref, text: wordsOf(message), origin });
}

/** The channel's own message, of which the one in the group is a copy. Until Bot API 7 it had other names. */
function originOf(account: string, message: Json | undefined): MessageRef | undefined {
  const thread =
    idOf(field(message, 'forward_origin', 'chat', 'id')) ?? idOf(field(message, 'forward_from_chat', 'id'));
  const id = idOf(field(message, 'forward_origin', 'message_id')) ?? idOf(field(message, 'forward_from_message_id'));
  return thread === undefined || id === undefined ? undefined : { account, kind: 'COMMENT', thread, id };
}

/** For a message in a channel, where reactions are anonymous: all kinds together, minutes later. */
function countedOf(account: string, change: Json | undefined): CapturedCounts | undefined {
  const thread = idOf(field(change, 'chat', 'id'));
  const id = idOf(field(change, 'message_id'));
  if (thread === undefined || id === undefined) return undefined;
  const counts = list(field(change, 'reactions')).map((one) => countOf(field(one, 'total_count')));
  const value = counts.reduce<number | null>((sum, one) => (sum === null || one === undefined ? null : sum + one), 0);
  const quality = value === null ? 'missing' : 'delayed';
  return {
    kind: 'counted',
    ref: { account, kind: 'COMMENT', thread, id },
    samples: [{ metric: 'REACTIONS', value, quality }],
    ...present({ at: instantOf(field(change, 'date'), 's') }),
  };
}

const isPost = (message: Json | undefined) => field(message, 'is_automatic_forward') === true;

const wordsOf = (message: Json | undefined) =>
  textOf(field(message, 'text')) ?? textOf(field(message, 'caption')) ?? '';

function known(account: string, type: string, content: Json | undefined): Captured | undefined {
  if (type === 'my_chat_member') return standing(content);
  if (type === 'message_reaction_count') return countedOf(account, content);
  const post = MESSAGES.includes(type) ? postOf(account, content) : undefined;
  if (post) return post;
  if (type === WRITTEN) return moved(account, content) ?? (isService(content) ? undefined : written(account, content));
  const message = type === EDITED ? written(account, content) : undefined;
  return message && edited(message, instantOf(field(content, 'edit_date'), 's'));
}

function edited({ ref, text }: CapturedMessage, at: Iso | undefined): Captured {
  return { kind: 'edited', ref, text, ...present({ at }) };
}

/** A thread is a chat, or what is said under one post of it. */
function refOf(account: string, message: Json | undefined): MessageRef | undefined {
  const chat = idOf(field(message, 'chat', 'id'));
  const id = idOf(field(message, 'message_id'));
  if (chat === undefined || id === undefined) return undefined;
  const topic = idOf(field(message, 'message_thread_id'));
  const kind = field(message, 'chat', 'type') === 'private' ? 'DIRECT' : 'COMMENT';
  return { account, kind, thread: topic === undefined ? chat : `${chat}:${topic}`, id };
}

function written(account: string, message: Json | undefined): CapturedMessage | undefined {
  const ref = refOf(account, message);
  const author = authorOf(message);
  if (!ref || !author) return undefined;
  const above = field(message, 'reply_to_message');
  return present({
    kind: 'message' as const,
    ref,
    // Under a post it is no reply.
    replyTo: isPost(above) ? undefined : idOf(field(above, 'message_id')),
    author,
    text: wordsOf(message),
    files: filesOf(message),
    at: instantOf(field(message, 'date'), 's'),
    editedAt: instantOf(field(message, 'edit_date'), 's'),
    machine: field(message, 'from', 'is_bot') === true && !isFields(field(message, 'sender_chat')),
    album: idOf(field(message, 'media_group_id')),
  }) as CapturedMessage;
}

/** Who writes in a chat's name comes as a service account beside `sender_chat`. */
function authorOf(message: Json | undefined): CapturedMessage['author'] | undefined {
  const chat = field(message, 'sender_chat');
  const who = isFields(chat) ? chat : field(message, 'from');
  const id = idOf(field(who, 'id')) ?? idOf(field(message, 'chat', 'id'));
  if (id === undefined) return undefined;
  const names = [field(who, 'first_name'), field(who, 'last_name'), field(who, 'title')].map(textOf);
  const name = names.filter((one) => one !== undefined).join(' ');
  return { id, self: false, ...(name && { name }) };
}

const TYPES: Readonly<Record<string, CapturedFile['type']>> = {
  document: 'FILE',
  video: 'VIDEO',
  video_note: 'VIDEO',
  animation: 'VIDEO',
  audio: 'AUDIO',
  voice: 'AUDIO',
  sticker: 'IMAGE',
};

function filesOf(message: Json | undefined): readonly CapturedFile[] {
  // Of a photo's sizes the last is the largest.
  const photo = list(field(message, 'photo')).at(-1);
  const largest = photo === undefined ? undefined : fileOf('IMAGE', photo);
  const others = Object.entries(fields(message))
    // An animation comes a second time, as a document for old clients.
    .filter(([name]) => name !== 'document' || !isFields(field(message, 'animation')))
    .map(([name, value]) => fileOf(TYPES[name] ?? 'UNKNOWN', value));
  return [largest, ...others].filter((one) => one !== undefined);
}

function fileOf(type: CapturedFile['type'], of: Json): CapturedFile | undefined {
  const id = idOf(field(of, 'file_id'));
  if (id === undefined) return undefined;
  const more = { name: textOf(field(of, 'file_name')), size: countOf(field(of, 'file_size')) };
  return { id, type, ...(present(more) as { name?: string; size?: number }) };
}

/** A service message of a chat: a new member, a new title. It has no author, and begins no case. */
const SERVICE =
  /^(new_chat_|left_chat_|delete_chat_|pinned_message|forum_topic_|general_forum_topic_|video_chat_|message_auto_delete_|boost_added)|_chat_created$/;

const isService = (message: Json | undefined) => Object.keys(fields(message)).some((name) => SERVICE.test(name));

/** A group that became a supergroup, as reported by both: its messages keep neither chat nor number. */
function moved(account: string, message: Json | undefined): Captured | undefined {
  const chat = idOf(field(message, 'chat', 'id'));
  const before = idOf(field(message, 'migrate_from_chat_id'));
  const to = before === undefined ? idOf(field(message, 'migrate_to_chat_id')) : chat;
  const from = before ?? chat;
  if (to === undefined || from === undefined) return undefined;
  const ref = (thread: string): Ref => ({ account, kind: 'COMMENT', thread });
  return { kind: 'moved', from: ref(from), to: ref(to), ...present({ at: instantOf(field(message, 'date'), 's') }) };
}

const WITHOUT_RIGHTS = ['restricted', 'left', 'kicked'];

/** In a private chat: whether the person lets us write. In a group: whether we still have our rights there. */
function standing(change: Json | undefined): Captured | undefined {
  const status = textOf(field(change, 'new_chat_member', 'status'));
  const chat = idOf(field(change, 'chat', 'id'));
  if (status === undefined || chat === undefined) return undefined;
  if (field(change, 'chat', 'type') === 'private')
    return {
      kind: 'reachability',
      author: chat,
      allowed: !WITHOUT_RIGHTS.includes(status),
      ...present({ at: instantOf(field(change, 'date'), 's') }),
    };
  return { kind: 'health', problem: 'RIGHTS', repaired: !WITHOUT_RIGHTS.includes(status) };
}
