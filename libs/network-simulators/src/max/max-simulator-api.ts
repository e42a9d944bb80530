import { digits, type ApiAnswer, type ApiRequest, type Stage, type UploadedFile } from '../simulator/protocol.js';
import type { Thread } from '../simulator/world.js';
import { botUser, commentOf, messageOf, type MaxOptions } from './max-simulator-objects.js';

const done = (body: object): ApiAnswer => ({ status: 200, body });
const failed = (status: number, code: string, message: string): ApiAnswer => ({ status, body: { code, message } });
const gone = () => failed(404, 'not.found', 'Not found');

export const floodedMax = (wait: number | undefined): ApiAnswer => ({
  ...failed(429, 'too.many.requests', 'Too many requests'),
  ...(wait !== undefined && { headers: { 'retry-after': String(wait) } }),
});

/** Files that came, by their tokens; whether one was asked for before it was ready. */
export type Uploads = Map<string, UploadedFile & { isReady: boolean }>;

type Route = readonly [method: string, path: RegExp, (stage: Stage, options: MaxOptions, request: Routed) => ApiAnswer];
type Routed = ApiRequest & { readonly id: string; readonly uploads: Uploads };

const ROUTES: readonly Route[] = [
  ['GET', /^\/me$/, (_stage, options) => done(botUser(options))],
  ['GET', /^\/subscriptions$/, subscriptions],
  ['POST', /^\/subscriptions$/, subscribe],
  ['DELETE', /^\/subscriptions$/, unsubscribe],
  ['GET', /^\/chats\/([^/]+)\/members\/me$/, membership],
  ['POST', /^\/uploads$/, () => done({ url: 'https://fu.oneme.ru/upload.do?sig=1' })],
  ['GET', /^\/messages$/, messages],
  ['POST', /^\/messages$/, (stage, options, request) => say(stage, options, dialogueOf(stage, request), request)],
  ['GET', /^\/messages\/([^/]+)$/, post],
  ['GET', /^\/messages\/([^/]+)\/comments$/, comments],
  [
    'POST',
    /^\/messages\/([^/]+)\/comments$/,
    (stage, options, request) => say(stage, options, stage.world.at(request.id), request),
  ],
];

export function handleMax(stage: Stage, options: MaxOptions, uploads: Uploads, request: ApiRequest): ApiAnswer {
  // On another host, which asks for no token.
  if (request.path === '/upload.do') return uploaded(uploads, request);
  if (request.headers['authorization'] !== options.token || stage.world.tokenRevoked)
    return failed(401, 'verify.token', 'Invalid access_token');
  for (const [method, path, answer] of ROUTES) {
    const match = method === request.method && path.exec(request.path);
    if (match) return answer(stage, options, { ...request, uploads, id: match[1] ?? '' });
  }
  return failed(404, 'method.not.found', 'Unknown method');
}

function subscriptions({ subscription, world }: Stage): ApiAnswer {
  return done({ subscriptions: subscription ? [{ url: subscription.url, time: world.now, update_types: null }] : [] });
}

function subscribe(stage: Stage, _options: MaxOptions, { body }: Routed): ApiAnswer {
  const secret = String(body['secret'] ?? '');
  if (!/^[\w-]{5,256}$/.test(secret)) return failed(400, 'proto.payload', 'secret: invalid');
  stage.subscription = { url: String(body['url']), secret };
  return done({ success: true });
}

function unsubscribe(stage: Stage): ApiAnswer {
  stage.subscription = undefined;
  return done({ success: true });
}

function membership({ world }: Stage, options: MaxOptions, { id }: Routed): ApiAnswer {
  if (id !== options.channel) return gone();
  const permissions = world.rightsLost ? ['read_all_messages'] : ['read_all_messages', 'write', 'edit', 'delete'];
  return done({ ...botUser(options), is_admin: true, is_owner: false, join_time: 0, permissions });
}

/** Of the channel: its posts; of a dialogue: its messages. Newest first. */
function messages(stage: Stage, options: MaxOptions, { query }: Routed): ApiAnswer {
  const { chat_id = '' } = query;
  if (chat_id === options.channel) {
    const posts = stage.world.threads.filter(({ kind, gone: isGone }) => kind === 'COMMENT' && !isGone);
    return done({ messages: posts.map((thread) => postOf(options, thread)).reverse() });
  }
  const thread = stage.world.at(chat_id);
  if (!thread) return gone();
  return done({ messages: [...stage.world.in(thread)].reverse().map((one) => messageOf(stage, options, one)) });
}

const postOf = (options: MaxOptions, { id, views, title = 'Новости района' }: Thread) => ({
  recipient: { chat_id: digits(options.channel), chat_type: 'channel', user_id: null, post_id: null },
  timestamp: 1,
  body: { mid: id, seq: 1, text: title, attachments: [] },
  stat: { views },
});

function post(stage: Stage, options: MaxOptions, { id }: Routed): ApiAnswer {
  const thread = stage.world.at(id);
  if (thread) return thread.gone ? gone() : done(postOf(options, thread));
  const said = stage.world.said.find((one) => one.id === id);
  return said ? done(messageOf(stage, options, said)) : gone();
}

function comments(stage: Stage, options: MaxOptions, { id }: Routed): ApiAnswer {
  const thread = stage.world.at(id);
  if (!thread || thread.gone) return gone();
  return done({ messages: [...stage.world.in(thread)].reverse().map((one) => commentOf(stage, options, one)) });
}

function dialogueOf({ world }: Stage, { query }: Routed): Thread | undefined {
  const { chat_id, user_id } = query;
  return world.threads.find(({ id, person }) => id === chat_id || (user_id !== undefined && person?.id === user_id));
}

function uploaded(uploads: Uploads, { body }: ApiRequest): ApiAnswer {
  const { name, bytes } = (body['data'] ?? {}) as Partial<UploadedFile>;
  if (name === undefined || !bytes) return failed(400, 'bad.request', 'data: missing');
  const token = `f${uploads.size + 1}`;
  uploads.set(token, { name, bytes, isReady: false });
  return done({ token });
}

type Attached = readonly { readonly type: string; readonly payload: { readonly token: string } }[];

const attachedIn = (body: ApiRequest['body'], uploads: Uploads) =>
  ((body['attachments'] ?? []) as Attached).map(({ payload }) => uploads.get(payload.token));

/** What is asked for before it is ready sends nothing. */
export const sends = ({ method, path, body }: ApiRequest, uploads: Uploads) =>
  method === 'POST' && path.startsWith('/messages') && attachedIn(body, uploads).every((one) => one?.isReady);

function say(stage: Stage, options: MaxOptions, thread: Thread | undefined, { body, uploads }: Routed): ApiAnswer {
  const text = String(body['text'] ?? '');
  const refusal = refusalIn(stage, thread, text);
  if (!thread || refusal) return refusal ?? gone();
  const link = body['link'] as { readonly mid?: string } | undefined;
  const attached = attachedIn(body, uploads);
  if (attached.some((one) => one === undefined)) return failed(400, 'proto.payload', 'attachments: unknown token');
  const late = attached.find((one) => !one!.isReady);
  if (late) {
    late.isReady = true;
    return failed(400, 'attachment.not.ready', 'Key: errors.process.attachment.file.not.processed');
  }
  const files = attached.map((one) => stage.world.file({ type: 'FILE', name: one!.name, bytes: one!.bytes }));
  const said = stage.world.show(thread, text, link?.mid, files);
  return done({ message: messageOf(stage, options, said) });
}

function refusalIn({ world }: Stage, thread: Thread | undefined, text: string): ApiAnswer | undefined {
  if (!thread || thread.gone) return gone();
  if (thread.person?.blocked) return failed(403, 'chat.denied', 'error.dialog.suspended');
  if (world.rightsLost) return failed(403, 'access.denied', 'Not enough rights: write');
  // A refusal with status 200.
  if (thread.closed) return done({ success: false, code: 'comments.closed', message: 'Comments are closed' });
  return [...text].length > 4000 ? failed(400, 'proto.payload', 'text: too long') : undefined;
}
