import type { ApiAnswer, ApiRequest, Stage } from '../simulator/protocol.js';
import type { Said, Thread } from '../simulator/world.js';

export interface InstagramOptions {
  readonly user: string;
  readonly token: string;
  readonly verifyToken: string;
  readonly secret: string;
  readonly listener: string;
}

const HOUR = 3_600_000;

const done = (body: object): ApiAnswer => ({ status: 200, body });
const data = (items: readonly unknown[]) => done({ data: items });

export const failedInstagram = (status: number, code: number, message: string, error_subcode?: number): ApiAnswer => ({
  status,
  body: { error: { message, type: 'OAuthException', code, ...(error_subcode && { error_subcode }), fbtrace_id: 'A1' } },
});

const gone = () => failedInstagram(400, 100, 'Unsupported request. Object does not exist', 33);

type Route = readonly [
  method: string,
  path: RegExp,
  answer: (stage: Stage, options: InstagramOptions, id: string, request: ApiRequest) => ApiAnswer,
];

const ROUTES: readonly Route[] = [
  ['GET', /^\/me\/permissions$/, permissions],
  [
    'GET',
    /^\/(\d+)\/subscribed_apps$/,
    ({ subscription }) => data(subscription ? [{ subscribed_fields: ['comments', 'messages'] }] : []),
  ],
  ['POST', /^\/(\d+)\/subscribed_apps$/, subscribe],
  ['GET', /^\/(\d+)\/media$/, ({ world }) => data(world.threads.filter(isPost).map(({ id }) => ({ id })))],
  ['GET', /^\/(\d+)\/comments$/, comments],
  ['GET', /^\/(\d+)\/replies$/, replies],
  ['POST', /^\/(\d+)\/replies$/, reply],
  ['GET', /^\/(\d+)\/conversations$/, conversations],
  ['POST', /^\/(\d+)\/messages$/, send],
  ['GET', /^\/(\d+)\/insights$/, insights],
  ['GET', /^\/(\d+)$/, likes],
];

export function handleInstagram(stage: Stage, options: InstagramOptions, request: ApiRequest): ApiAnswer {
  if (request.headers['authorization'] !== `Bearer ${options.token}` || stage.world.tokenRevoked)
    return failedInstagram(400, 190, 'Error validating access token');
  for (const [method, path, answer] of ROUTES) {
    const match = method === request.method && path.exec(request.path);
    if (match) return answer(stage, options, match[1] ?? '', request);
  }
  return failedInstagram(400, 100, 'Unknown path components');
}

function permissions({ world }: Stage): ApiAnswer {
  const names = [
    'instagram_business_basic',
    'instagram_business_manage_comments',
    'instagram_business_manage_messages',
  ];
  return data(
    names.map((permission, at) => ({ permission, status: world.rightsLost && at > 0 ? 'declined' : 'granted' })),
  );
}

function subscribe(stage: Stage, { listener, secret }: InstagramOptions): ApiAnswer {
  stage.subscription = { url: listener, secret };
  return done({ success: true });
}

const isPost = ({ kind, gone: isGone }: Thread) => kind === 'COMMENT' && !isGone;
const stamp = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');

const fromOf = ({ user }: InstagramOptions, { author }: Said) => ({
  id: author?.id ?? user,
  username: author?.name ?? 'aldan',
});

const commentOf = (options: InstagramOptions, said: Said) => ({
  id: said.id,
  text: said.text,
  timestamp: stamp(said.at),
  from: fromOf(options, said),
});

function comments({ world }: Stage, options: InstagramOptions, id: string): ApiAnswer {
  const thread = world.at(id);
  if (!thread || !isPost(thread)) return gone();
  const said = world.in(thread);
  const under = (above: Said) =>
    said.filter(({ replyTo }) => replyTo === above.id).map((one) => commentOf(options, one));
  const top = said.filter(({ replyTo }) => replyTo === undefined);
  return data(top.map((one) => ({ ...commentOf(options, one), replies: { data: under(one) } })));
}

function replies({ world }: Stage, options: InstagramOptions, id: string): ApiAnswer {
  const above = commentAt(world, id);
  if (!above) return gone();
  return data(
    world
      .in(above.thread)
      .filter(({ replyTo }) => replyTo === id)
      .map((one) => commentOf(options, one)),
  );
}

const commentAt = (world: Stage['world'], id: string) =>
  world.said.find((one) => one.id === id && isPost(one.thread) && !one.removed);

function reply({ world }: Stage, _options: InstagramOptions, id: string, { body, query }: ApiRequest): ApiAnswer {
  const above = commentAt(world, id);
  if (!above) return gone();
  if (world.rightsLost) return failedInstagram(403, 10, 'Application does not have permission for this action');
  if (above.replyTo !== undefined) return failedInstagram(400, 100, 'Only a top-level comment can be replied to');
  const text = String(body['message'] ?? query['message'] ?? '');
  if (text === '' || [...text].length > 300) return failedInstagram(400, 100, 'Invalid message');
  return done({ id: world.show(above.thread, text, id).id });
}

function conversations({ world }: Stage, options: InstagramOptions, _id: string, { query }: ApiRequest): ApiAnswer {
  const asked = query['user_id'];
  const threads = world.threads.filter(({ kind, id }) => kind === 'DIRECT' && (asked === undefined || id === asked));
  return data(
    threads.map((thread) => ({
      participants: { data: [{ id: options.user }, { id: thread.id }] },
      messages: {
        data: [...world.in(thread)].reverse().map((one) => ({
          id: one.id,
          created_time: stamp(one.at),
          from: fromOf(options, one),
          message: one.text,
        })),
      },
    })),
  );
}

function send({ world }: Stage, _options: InstagramOptions, _id: string, { body }: ApiRequest): ApiAnswer {
  const recipient = (body['recipient'] as { readonly id?: string } | undefined)?.id ?? '';
  const text = (body['message'] as { readonly text?: string } | undefined)?.text ?? '';
  const thread = world.at(recipient);
  const refusal = refusalIn(world, thread, text);
  if (!thread || refusal) return refusal ?? gone();
  return done({ recipient_id: recipient, message_id: world.show(thread, text).id });
}

function refusalIn(world: Stage['world'], thread: Thread | undefined, text: string): ApiAnswer | undefined {
  if (!thread || thread.gone) return gone();
  if (world.rightsLost) return failedInstagram(403, 10, 'Application does not have permission for this action');
  if (thread.person?.blocked) return failedInstagram(400, 551, 'This person is not available right now');
  if (isOutsideTheWindow(world, thread)) return failedInstagram(400, 10, 'Sent outside of allowed window', 2_534_022);
  return Buffer.byteLength(text) > 1000 ? failedInstagram(400, 100, 'Length of message[text] must be less') : undefined;
}

const isOutsideTheWindow = (world: Stage['world'], thread: Thread) =>
  world.now - (world.in(thread).findLast(({ author }) => author)?.at ?? 0) > 24 * HOUR;

/** Absent where there was nothing to count. */
function insights({ world }: Stage, _options: InstagramOptions, id: string): ApiAnswer {
  const post = world.at(id);
  if (!post) return gone();
  return data(post.views > 0 ? [{ name: 'views', period: 'lifetime', values: [{ value: post.views }] }] : []);
}

function likes({ world }: Stage, _options: InstagramOptions, id: string): ApiAnswer {
  const found = world.at(id) ?? world.said.find((one) => one.id === id);
  return found ? done({ id, like_count: found.likes }) : gone();
}
