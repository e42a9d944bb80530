import { createHash } from 'node:crypto';
import { toJson } from '@otklik/networks/internals';
import type { ApiAnswer, ApiRequest, Protocol, Stage } from '../simulator/protocol.js';
import type { Happening, Said, Thread } from '../simulator/world.js';

export interface OkOptions {
  readonly token: string;
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly group: string;
  /** Answers a message with `success` alone. */
  readonly tellsNoIds?: boolean;
}

const HOUR = 3_600_000;

/**
 * OK after its documentation of the graph API: messages without a signature, in no order, `seq` beyond 2^53, errors with
 * status 200, no event of an edit, a removal or our own message; unsubscribed after 8 hours. Assumed, because no source shows
 * it: the wait between attempts, the answer to a message (its id), one recipient who does not let us (`success: [false]`),
 * what hangs on a comment, and the fields of a topic.
 */
export function okProtocol(stage: Stage, options: OkOptions): Protocol {
  return {
    ids: {
      person: (number) => String(540_000_000_000 + number),
      thread: (kind, number) =>
        kind === 'COMMENT' ? String(66_000_000_000 + number) : `chat:C${(0x3e00 + number).toString(16)}`,
      message: (number, thread) =>
        thread.kind === 'COMMENT' ? `c${number}` : `mid:${thread.id.slice(5)}.${number.toString(16)}`,
    },
    law: {
      perThread: false,
      accepts: ({ status }) => status === 200,
      again: (attempt, age) => (age > 8 * HOUR ? undefined : Math.min(30_000 * 2 ** (attempt - 1), HOUR)),
      patience: 8 * HOUR,
      keepsPending: false,
    },
    fileHost: 'i.mycdn.me',
    perSecond: 20,
    tell: (happening) => telling(stage, options, happening),
    present: (body, secret) => ({ body, query: secret === undefined ? {} : { key: secret } }),
    isSend: ({ method, path }) => method === 'POST' && path.startsWith('/graph/me/messages'),
    flood: () => failed(11, 'LIMIT_REACHED'),
    handle: (request) => handle(stage, options, request),
    odd: (said) => ({
      type: toJson({ webhookType: 'MESSAGE_DREAMT', dream: 1 }),
      parts: toJson({ ...messageOf(stage, options, said), weather: 'snow', message: oddContent(said) }),
    }),
  };
}

const oddContent = ({ id, text }: Said) => ({
  mid: id,
  text,
  mood: 7,
  attachments: [{ type: 'HOLOGRAM', payload: { cubes: 3 } }],
});

function telling(stage: Stage, options: OkOptions, happening: Happening) {
  if (happening.kind !== 'written' || !happening.said.author) return undefined;
  if (happening.said.thread.kind === 'COMMENT') return undefined;
  const body = toJson({ webhookType: 'MESSAGE_CREATED', ...messageOf(stage, options, happening.said) });
  return { body, thread: happening.said.thread.id };
}

function messageOf(stage: Stage, { group }: OkOptions, said: Said): object {
  const { id, number, author, text, at, editedAt, files, replyTo, thread } = said;
  const attachments = files.map((file) => ({ type: 'IMAGE', payload: { url: stage.fileAddress(file) } }));
  return {
    sender: author
      ? { name: author.name, user_id: `user:${author.id}` }
      : { name: 'Отклик', user_id: `group:${group}` },
    recipient: { chat_id: thread.id },
    message: {
      text,
      seq: 98_211_023_614_189_660n + BigInt(number),
      mid: id,
      ...(replyTo && { reply_to: replyTo }),
      ...(editedAt && { edited: true }),
      ...(attachments.length > 0 && { attachments }),
    },
    timestamp: at,
  };
}

const done = (body: object): ApiAnswer => ({ status: 200, body });
const failed = (code: number, message: string): ApiAnswer => ({
  status: 200,
  headers: { 'invocation-error': String(code) },
  body: { error_code: code, error_msg: message, error_data: null },
});

function handle(stage: Stage, options: OkOptions, request: ApiRequest): ApiAnswer {
  const { path, query, method } = request;
  if (query['access_token'] !== options.token || stage.world.tokenRevoked) return failed(102, 'PARAM_SESSION_EXPIRED');
  if (path === '/fb.do') return rest(stage, options, query);
  const chat = path.startsWith('/graph/me/messages/') ? path.slice('/graph/me/messages/'.length) : undefined;
  if (chat !== undefined)
    return method === 'POST' ? send(stage, options, chat, request) : messages(stage, options, chat, query);
  return ROUTES[path]?.(stage, options, request) ?? failed(3, 'METHOD');
}

type Route = (stage: Stage, options: OkOptions, request: ApiRequest) => ApiAnswer;

const ROUTES: Readonly<Record<string, Route>> = {
  '/graph/me/info': ({ world }, { group }) =>
    world.rightsLost ? failed(10, 'PERMISSION_DENIED') : done({ name: 'Алдан', user_id: `group:${group}` }),
  '/graph/me/subscriptions': ({ subscription, world }) =>
    done({ subscriptions: subscription ? [{ time: world.now, url: subscription.url }] : [] }),
  '/graph/me/subscribe': (stage, _options, { body }) => {
    const url = String(body['url']);
    stage.subscription = { url, secret: new URL(url).searchParams.get('key') ?? '' };
    return done({ success: true });
  },
  '/graph/me/chats': ({ world }) => {
    const chats = world.threads.filter(({ kind }) => kind === 'DIRECT');
    return done({ chats: chats.map(({ id }) => ({ type: 'DIALOG', status: 'ACTIVE', chat_id: id })) });
  },
};

/** Newest first; `from` is the later end. */
function messages(stage: Stage, options: OkOptions, chat: string, { from, to, count }: ApiRequest['query']): ApiAnswer {
  const thread = stage.world.at(chat);
  if (!thread || thread.gone) return failed(300, 'NOT_FOUND');
  const inRange = ({ at }: Said) => at <= Number(from ?? Infinity) && at >= Number(to ?? 0);
  const found = stage.world
    .in(thread)
    .filter(inRange)
    .reverse()
    .slice(0, Number(count ?? 10));
  return done({ messages: found.map((one) => messageOf(stage, options, one)) });
}

function send(stage: Stage, options: OkOptions, chat: string, { body }: ApiRequest): ApiAnswer {
  const { world } = stage;
  const thread = world.at(chat);
  const { text = '', reply_to: replyTo } = (body['message'] ?? {}) as {
    readonly text?: string;
    readonly reply_to?: string;
  };
  const refusal = refusalIn(stage, thread, text);
  if (!thread || refusal) return refusal ?? failed(300, 'NOT_FOUND');
  const { id } = world.show(thread, text, replyTo);
  return done(options.tellsNoIds ? { success: true } : { message_id: id });
}

function refusalIn({ world }: Stage, thread: Thread | undefined, text: string): ApiAnswer | undefined {
  if (!thread || thread.gone) return failed(300, 'NOT_FOUND');
  if (world.rightsLost) return failed(10, 'PERMISSION_DENIED');
  if (thread.person?.blocked) return done({ success: [false] });
  return text === '' || [...text].length > 2000 ? failed(100, 'PARAM') : undefined;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function rest(stage: Stage, options: OkOptions, query: ApiRequest['query']): ApiAnswer {
  const { sig, access_token: token = '', ...signed } = query;
  const names = Object.keys(signed).sort();
  const expected = md5(
    names.map((name) => `${name}=${signed[name]}`).join('') + md5(token + options.applicationSecret),
  );
  if (sig !== expected || signed['application_key'] !== options.applicationKey) return failed(104, 'PARAM_SIGNATURE');
  if (signed['method'] === 'mediatopic.getByIds') return topics(stage, signed['topic_ids'] ?? '');
  if (signed['method'] !== 'discussions.getComments') return failed(3, 'METHOD');
  const thread = stage.world.at(signed['discussionId'] ?? '');
  if (!thread || thread.gone) return failed(300, 'NOT_FOUND');
  const comments = stage.world.in(thread).map(({ id, author, text, at, likes, replyTo, files }) => ({
    id,
    text,
    author_id: author?.id ?? `group:${options.group}`,
    author_name: author?.name ?? 'Отклик',
    created_ms: at,
    type: 'text',
    like_count: likes,
    ...(replyTo && { reply_to_comment_id: replyTo }),
    ...(files.length > 0 && { attachments: files.map(({ id: photo }) => ({ type: 'PHOTO', photo_id: photo })) }),
  }));
  return done({ comments, has_more: false });
}

function topics({ world }: Stage, ids: string): ApiAnswer {
  const threads = ids.split(',').flatMap((id) => world.at(id) ?? []);
  const found = threads
    .filter(({ gone }) => !gone)
    .map(({ id, title = '' }) => {
      const pieces = title === '' ? [] : [{ type: 'text', text: title }];
      return { id, media: [...pieces, { type: 'photo', photo_refs: ['group_photo:1'] }] };
    });
  return done({ media_topics: found, entities: {} });
}
