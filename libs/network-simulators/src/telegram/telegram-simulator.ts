import { field, readJson, textOf, toJson } from '@otklik/networks/internals';
import {
  digits,
  type ApiAnswer,
  type ApiRequest,
  type Protocol,
  type Stage,
  type UploadedFile,
} from '../simulator/protocol.js';
import type { Happening, Person, Said, Thread } from '../simulator/world.js';

export interface TelegramOptions {
  readonly token: string;
  /** The group whose rights are asked for. */
  readonly group: string;
}

const DAY = 86_400_000;

/**
 * The Bot API as its server's source and the types of `@grammyjs/types` have it: updates in order within a chat, again
 * after 0, 2, 4 … 60 s, kept for 24 hours; no deletion, no echo; a webhook or getUpdates, not both.
 */
export function telegramProtocol(stage: Stage, options: TelegramOptions): Protocol {
  return {
    ids: {
      person: (number) => String(5_000_000_000 + number),
      thread: (_kind, number, person) => person?.id ?? `-100${2_000_000_000 + number}`,
      message: (number) => String(100 + number),
    },
    law: {
      perThread: true,
      accepts: ({ status }) => status >= 200 && status < 300,
      again: (attempt, age) =>
        age > DAY ? undefined : attempt === 1 ? 0 : Math.min(1000 * 2 ** (attempt - 1), 60_000),
      keepsPending: true,
    },
    fileHost: 'api.telegram.org',
    perSecond: 30,
    tell: (happening, number) => telling(stage, options, happening, 700_000_000 + number),
    present: (body, secret) => ({
      body,
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
    }),
    isSend: ({ path }) => /\/send(Message|Document)$/.test(path),
    flood: (wait) => failed(429, 'Too Many Requests: retry later', wait === undefined ? {} : { retry_after: wait }),
    handle: (request) => handle(stage, options, request),
    odd: (said) => ({
      type: toJson({ update_id: 1, dream: { id: 'd' } }),
      parts: toJson({
        update_id: 2,
        message: {
          ...messageOf(stage, said),
          photo: undefined,
          weather: 'snow',
          hologram: { file_id: 'h1', cubes: 3 },
        },
      }),
    }),
  };
}

const seconds = (at: number) => Math.floor(at / 1000);

function telling(stage: Stage, { group }: TelegramOptions, happening: Happening, number: number) {
  const content = updateOf(stage, group, happening);
  const thread = 'thread' in happening ? happening.thread.id : 'said' in happening ? happening.said.thread.id : group;
  return content && { body: toJson({ update_id: number, ...content }), thread };
}

function updateOf(stage: Stage, group: string, happening: Happening): object | undefined {
  switch (happening.kind) {
    case 'written':
      return happening.said.author && { message: messageOf(stage, happening.said) };
    case 'edited':
      return { edited_message: messageOf(stage, happening.said) };
    case 'blocked':
    case 'unblocked':
      return standing(stage, privateChat(happening.person), happening.kind === 'blocked' ? 'kicked' : 'member');
    case 'moved':
      return { message: { ...service(stage, happening.from), migrate_to_chat_id: digits(happening.thread.id) } };
    case 'liked':
      return reactionsOf(stage, happening.liked);
    default:
      return happening.kind === 'rights' ? rights(stage, group, happening.lost) : undefined;
  }
}

/** Two kinds of them. Of what is said in a group the network tells who reacted, and nothing to a bot that did not ask. */
function reactionsOf(stage: Stage, liked: Said | Thread): object | undefined {
  if (!('title' in liked)) return undefined;
  const reactions = [
    { type: { type: 'emoji', emoji: '👍' }, total_count: liked.likes - 1 },
    { type: { type: 'emoji', emoji: '😢' }, total_count: 1 },
  ];
  return { message_reaction_count: { ...published(stage, liked), date: seconds(stage.world.now), reactions } };
}

const rights = (stage: Stage, group: string, lost: boolean) =>
  standing(stage, { id: digits(group), type: 'supergroup' }, lost ? 'restricted' : 'administrator');

const privateChat = ({ id, name }: Person) => ({ id: digits(id), type: 'private', first_name: name });

const service = (stage: Stage, chat: string) => ({
  message_id: 99_000,
  date: seconds(stage.world.now),
  chat: { id: digits(chat), type: 'group', title: 'Алдан' },
  from: { id: 17, is_bot: false, first_name: 'Хозяин' },
});

function standing(stage: Stage, chat: object, status: string): object {
  const user = { id: 777, is_bot: true, first_name: 'Отклик' };
  const from = { id: 17, is_bot: false, first_name: 'Кто-то' };
  const [was, is] = [
    { status: 'member', user },
    { status, user },
  ];
  return { my_chat_member: { chat, from, date: seconds(stage.world.now), old_chat_member: was, new_chat_member: is } };
}

function messageOf(stage: Stage, said: Said): object {
  const { id, thread, author, text, at, editedAt, files, replyTo, album } = said;
  const photo = files[0] && [
    { file_id: `small-${files[0].id}`, file_unique_id: `s${files[0].id}`, width: 90, height: 60 },
    { file_id: files[0].id, file_unique_id: files[0].id, width: 1280, height: 960, file_size: files[0].bytes.length },
  ];
  return {
    message_id: Number(id),
    date: seconds(at),
    ...(editedAt && { edit_date: seconds(editedAt) }),
    chat: chatOf(thread),
    // A group without a channel has no posts, and what is said in it no thread.
    ...(thread.title !== undefined && { message_thread_id: POST }),
    ...(author && { from: { id: digits(author.id), is_bot: author.bot, first_name: author.name } }),
    ...above(stage, { thread, replyTo, at }),
    ...(album && { media_group_id: album }),
    ...(photo ? { photo, caption: text } : { text }),
  };
}

/** The number of the post in the group of its comments. */
const POST = 7;

/** The post as its channel has it. */
const published = ({ world }: Stage, post: Thread) => ({
  chat: { id: -1_001_000_000_001, type: 'channel', title: 'Алдан' },
  message_id: 1 + world.threads.findIndex(({ id }) => id === post.id),
});

type Replying = Pick<Said, 'thread' | 'at'> & { readonly replyTo: string | undefined };

/** A comment without an addressee replies to the post, which the network includes. */
function above(stage: Stage, { thread, replyTo, at }: Replying) {
  const message = { date: seconds(at), chat: chatOf(thread) };
  if (replyTo) return { reply_to_message: { ...message, message_id: Number(replyTo) } };
  if (thread.kind === 'DIRECT' || thread.title === undefined) return {};
  const from = { id: 777_000, is_bot: false, first_name: 'Telegram' };
  const { chat, message_id } = published(stage, thread);
  const origin = { type: 'channel', chat, message_id, date: seconds(at) };
  const post = { message_id: POST, from, sender_chat: chat, is_automatic_forward: true, text: thread.title };
  return { reply_to_message: { ...message, ...post, forward_origin: origin } };
}

const chatOf = ({ id, kind, person }: Thread) =>
  kind === 'DIRECT' && person ? privateChat(person) : { id: digits(id), type: 'supergroup', title: 'Алдан' };

const done = (result: unknown): ApiAnswer => ({ status: 200, body: { ok: true, result } });
const failed = (code: number, description: string, parameters: object = {}): ApiAnswer => ({
  status: code,
  body: { ok: false, error_code: code, description, parameters },
});

function handle(stage: Stage, { token, group }: TelegramOptions, { path, query, body: sent }: ApiRequest): ApiAnswer {
  const [, bot, method = ''] = path.split('/');
  if (bot !== `bot${token}` || stage.world.tokenRevoked) return failed(401, 'Unauthorized');
  const body: ApiRequest['body'] = { ...query, ...sent };
  const methods: Readonly<Record<string, () => ApiAnswer>> = {
    getMe: () => done({ id: Number(token.split(':')[0]), is_bot: true, first_name: 'Отклик', username: 'otklik_bot' }),
    setWebhook: () => subscribe(stage, body),
    deleteWebhook: () => unsubscribe(stage),
    getWebhookInfo: () =>
      done({
        url: stage.subscription?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: stage.pending.length,
      }),
    getUpdates: () => updates(stage, body),
    getFile: () => fileOf(stage, String(body['file_id'])),
    getChatMember: () => member(stage, group, String(body['chat_id'])),
    sendMessage: () => send(stage, body),
    sendDocument: () => send(stage, formOf(body)),
  };
  return methods[method]?.() ?? failed(404, 'Not Found');
}

function subscribe(stage: Stage, { url, secret_token: secret }: ApiRequest['body']): ApiAnswer {
  stage.subscription = { url: String(url), secret: String(secret ?? '') };
  return done(true);
}

function unsubscribe(stage: Stage): ApiAnswer {
  stage.subscription = undefined;
  return done(true);
}

/** What is asked for with a higher offset is confirmed, and gone. */
function updates(stage: Stage, { offset }: ApiRequest['body']): ApiAnswer {
  if (stage.subscription) return failed(409, "Conflict: can't use getUpdates method while webhook is active");
  const from = Number(offset ?? 0);
  const numbered = stage.pending.map((told) => ({ told, update: bodyOf(told.body) }));
  for (const { told, update } of numbered) if (numberOf(update) < from) stage.confirm(told);
  return done(
    numbered
      .filter(({ update }) => numberOf(update) >= from)
      .slice(0, 100)
      .map(({ update }) => update),
  );
}

const bodyOf = (body: string) => {
  const read = readJson(Buffer.from(body));
  return 'value' in read ? read.value : null;
};
const numberOf = (update: ReturnType<typeof bodyOf>) => Number(field(update, 'update_id'));

function fileOf(stage: Stage, id: string): ApiAnswer {
  const file = stage.world.files.get(id);
  return file
    ? done({ file_id: id, file_unique_id: id, file_path: `files/${id}` })
    : failed(400, 'Bad Request: wrong file_id');
}

function member(stage: Stage, group: string, chat: string): ApiAnswer {
  if (chat !== group) return failed(400, 'Bad Request: chat not found');
  const user = { id: 777, is_bot: true, first_name: 'Отклик' };
  return done({ status: stage.world.rightsLost ? 'left' : 'administrator', user });
}

/** A form's fields are JSON. */
function formOf({ document, caption = '', reply_parameters, ...body }: ApiRequest['body']): ApiRequest['body'] {
  const reply = reply_parameters === undefined ? {} : { reply_parameters: JSON.parse(String(reply_parameters)) };
  return { ...body, ...reply, text: caption, document };
}

function send(stage: Stage, body: ApiRequest['body']): ApiAnswer {
  const { world } = stage;
  const chat = String(body['chat_id']);
  const text = textOf(body['text'] as never) ?? '';
  const movedTo = world.newPlaceOf(chat);
  if (movedTo) return failed(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: digits(movedTo) });
  const thread = world.at(chat);
  if (!thread || thread.gone) return failed(400, 'Bad Request: chat not found');
  const refusal = refusalIn(stage, thread, text);
  if (refusal) return refusal;
  const replyTo = (body['reply_parameters'] as { readonly message_id?: number } | undefined)?.message_id;
  const { name, bytes } = (body['document'] ?? {}) as Partial<UploadedFile>;
  const files = name === undefined ? [] : [world.file({ type: 'FILE', name, bytes: bytes! })];
  return done(messageOf(stage, world.show(thread, text, replyTo === undefined ? undefined : String(replyTo), files)));
}

function refusalIn({ world }: Stage, thread: Thread, text: string): ApiAnswer | undefined {
  if (thread.person?.blocked) return failed(403, 'Forbidden: bot was blocked by the user');
  if (world.rightsLost) return failed(400, 'Bad Request: not enough rights to send text messages to the chat');
  if (thread.closed) return failed(400, 'Bad Request: TOPIC_CLOSED');
  if (text === '') return failed(400, 'Bad Request: message text is empty');
  return text.length > 4096 ? failed(400, 'Bad Request: message is too long') : undefined;
}
