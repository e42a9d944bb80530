import { createHmac } from 'node:crypto';
import { toJson } from '@otklik/networks/internals';
import { digits, type ApiAnswer, type ApiRequest, type Protocol, type Stage } from '../simulator/protocol.js';
import type { Happening, Said, Thread } from '../simulator/world.js';

export interface StubOptions {
  readonly token: string;
}

/** The stub's network: the plainest that can do everything. */
export function stubProtocol(stage: Stage, { token }: StubOptions): Protocol {
  const keys = new Map<string, string>();
  return {
    ids: {
      person: (number) => String(9_007_199_254_740_993n + BigInt(number)),
      thread: (_kind, number) => `-${100 + number}`,
      message: (number) => String(number),
    },
    law: {
      perThread: false,
      accepts: ({ status }) => status === 200,
      again: (attempt, age) => (age > 86_400_000 ? undefined : Math.min(1000 * 2 ** attempt, 600_000)),
      patience: 28_800_000,
      keepsPending: false,
    },
    fileHost: 'files.stub.test',
    perSecond: 1000,
    tell: (happening, number) => ({ body: toJson(telling(stage, happening, number)), thread: threadOf(happening) }),
    present: (body, secret) => ({ body, headers: secret === undefined ? {} : { 'x-signature': sign(body, secret) } }),
    isSend: ({ path }) => path === '/say',
    flood: (wait) => ({ status: 200, body: { error: 'flood', ...(wait && { wait: wait * 1000 }) } }),
    handle: (request) => handle(stage, keys, token, request),
    handshake: (secret) => ({
      right: { body: '{}', headers: { 'x-signature': sign('{}', secret) }, query: { challenge: 'c-17' } },
      wrong: { body: '{}', headers: { 'x-signature': sign('{}', 'other') }, query: { challenge: 'c-17' } },
      expected: 'c-17',
    }),
    odd: (said) => ({
      type: toJson({ event: 'odd-1', type: 'dreamt', dream: {} }),
      parts: toJson({
        event: 'odd-2',
        type: 'written',
        at: said.at,
        weather: 'snow',
        message: { ...messageOf(stage, said), mood: 7, files: [{ type: 'HOLOGRAM', cube: {} }] },
      }),
    }),
  };
}

const sign = (body: string, secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const TYPES = {
  written: 'written',
  edited: 'edited',
  removed: 'removed',
  restored: 'restored',
  blocked: 'blocked',
  unblocked: 'allowed',
  moved: 'moved',
  rights: 'rights',
  liked: 'liked',
} as const;

function threadOf(happening: Happening): string {
  if ('said' in happening) return happening.said.thread.id;
  return 'thread' in happening ? happening.thread.id : '';
}

function telling(stage: Stage, happening: Happening, number: number): object {
  const head = { event: `e${number}`, type: TYPES[happening.kind], at: stage.world.now };
  if ('said' in happening) return { ...head, message: messageOf(stage, happening.said) };
  if (happening.kind === 'moved') return { ...head, from: happening.from, to: happening.thread.id };
  if (happening.kind === 'liked') return { ...head, liked: placeOf(happening.liked) };
  return happening.kind === 'rights' ? head : { ...head, person: digits(happening.person.id) };
}

const placeOf = (liked: Said | Thread) =>
  'thread' in liked ? { thread: digits(liked.thread.id), id: liked.id } : { thread: digits(liked.id) };

function messageOf(stage: Stage, said: Said): object {
  const { id, number, thread, author, text, at, editedAt, replyTo, album } = said;
  return {
    id,
    number,
    kind: thread.kind,
    thread: digits(thread.id),
    author: author ? { id: digits(author.id), name: author.name, bot: author.bot } : { id: 'us', self: true },
    text,
    at,
    ...(editedAt && { editedAt }),
    ...(replyTo && { replyTo }),
    ...(album && { album }),
    files: said.files.map((file) => ({ type: file.type, url: stage.fileAddress(file) })),
  };
}

function handle(stage: Stage, keys: Map<string, string>, token: string, request: ApiRequest): ApiAnswer {
  const { world } = stage;
  const { headers, path, query, body } = request;
  if (headers['authorization'] !== token || world.tokenRevoked) return refused('token');
  const { id = '', ids = '', after = '0' } = query;
  const paths: Readonly<Record<string, () => ApiAnswer>> = {
    '/say': () => say(stage, keys, body),
    '/subscription': () => subscribe(stage, body),
    '/messages': () => answered({ messages: page(stage, Number(after)) }),
    '/people': () => people(stage, ids),
    '/post': () => post(stage, id),
    '/thread': () => thread(stage, keys, id),
    '/counters': () => counters(stage, id),
  };
  return paths[path]?.() ?? refused('unknown');
}

function thread(stage: Stage, keys: Map<string, string>, id: string): ApiAnswer {
  const of = stage.world.at(id);
  const keyed = (said: Said) => ({ ...messageOf(stage, said), key: keys.get(said.id) });
  return of ? answered({ messages: stage.world.in(of).map(keyed) }) : refused('gone');
}

function post(stage: Stage, id: string): ApiAnswer {
  const of = stage.world.at(id);
  return of && !of.gone ? answered({ text: of.title ?? '' }) : refused('gone');
}

function people({ world }: Stage, ids: string): ApiAnswer {
  const known = ids.split(',').flatMap((id) => world.people.find((one) => one.id === id) ?? []);
  return answered({ people: known.map(({ id, name }) => ({ id: digits(id), name })) });
}

function counters(stage: Stage, id: string): ApiAnswer {
  const said = stage.world.said.find((one) => one.id === id);
  const post = stage.world.at(id);
  return said || post ? answered({ likes: said?.likes, views: post?.views }) : refused('gone');
}

const page = (stage: Stage, after: number) =>
  stage.world.said
    .filter(({ number }) => number > after)
    .slice(0, 50)
    .map((said) => messageOf(stage, said));

const answered = (body: object): ApiAnswer => ({ status: 200, body });
const refused = (error: string): ApiAnswer => ({ status: 200, body: { error } });

function subscribe(stage: Stage, { url, secret }: ApiRequest['body']): ApiAnswer {
  if (stage.world.rightsLost) return refused('rights');
  const renewed = stage.subscription === undefined;
  stage.subscription = { url: String(url), secret: String(secret) };
  return answered({ renewed });
}

function say(stage: Stage, keys: Map<string, string>, body: ApiRequest['body']): ApiAnswer {
  const { world } = stage;
  const known = [...keys].find(([, key]) => key === body['key']);
  if (known) return answered({ id: known[0], reached: [true] });
  if (world.rightsLost) return refused('rights');
  const movedTo = world.newPlaceOf(String(body['thread']));
  if (movedTo) return answered({ error: 'moved', movedTo: digits(movedTo) });
  const thread = world.at(String(body['thread']));
  const refusal = refusalIn(thread, String(body['text']));
  if (!thread || refusal) return refused(refusal ?? 'gone');
  if (thread.person?.blocked) return answered({ reached: [false] });
  const replyTo = body['replyTo'] === undefined ? undefined : String(body['replyTo']);
  const said = world.show(thread, String(body['text']), replyTo);
  keys.set(said.id, String(body['key']));
  return answered({ id: said.id, reached: [true] });
}

function refusalIn(thread: Stage['world']['threads'][number] | undefined, text: string): string | undefined {
  if (!thread || thread.gone) return 'gone';
  if (thread.closed) return 'closed';
  const isLong = thread.kind === 'COMMENT' ? Buffer.byteLength(text) > 2000 : [...text].length > 4000;
  return isLong ? 'long' : undefined;
}
