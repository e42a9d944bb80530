import { toJson } from '@otklik/networks/internals';
import { digits, type ApiAnswer, type ApiRequest, type Protocol, type Stage } from '../simulator/protocol.js';
import { flooded, handleVk, type VkOptions } from './vk-simulator-api.js';
import { commentOf, messageOf } from './vk-simulator-objects.js';
import type { Happening, Said, Thread } from '../simulator/world.js';

export type { VkOptions } from './vk-simulator-api.js';

const MINUTE = 60_000;

/**
 * The Callback API and the methods that the connector needs, after VK's public schema 5.199: each event until the answer
 * is exactly `ok`, in no order, with its own echoes; errors with status 200; a token of the right kind for each method.
 * How often VK tries again is not published: here after 10 s, doubled up to an hour, for five hours.
 */
export function vkProtocol(stage: Stage, options: VkOptions): Protocol {
  const { group, confirmation } = options;
  const shown = new Map<string, string>();
  return {
    ids: {
      person: (number) => String(200_000_000 + number),
      thread: (_kind, number, person) => person?.id ?? `-${group}_${number}`,
      message: (number) => String(number),
    },
    law: {
      perThread: false,
      accepts: ({ status, body }) => status === 200 && body === 'ok',
      again: (attempt, age, answer) => {
        // This word takes the server away.
        if (answer?.body === 'remove') stage.subscription = undefined;
        return age > 300 * MINUTE ? undefined : waitOf(answer?.headers, attempt);
      },
      keepsPending: false,
    },
    fileHost: 'sun9-1.userapi.com',
    perSecond: 20,
    // What happens on a wall of others it tells to its own program.
    tell: (happening, number) => (isElsewhere(group, happening) ? undefined : telling(stage, group, happening, number)),
    present: (body, secret) => ({ body: secret === undefined ? body : withSecret(body, secret) }),
    isSend: ({ path }) => path === '/method/messages.send' || path === '/method/wall.createComment',
    flood: flooded,
    handle: (request: ApiRequest): ApiAnswer => handleVk(stage, options, shown, request),
    handshake: (secret) => {
      const body = toJson({ type: 'confirmation', group_id: digits(group) });
      const right = { body: withSecret(body, secret) };
      return { right, wrong: { body: withSecret(body, 'another') }, expected: confirmation };
    },
    odd: (said) => ({
      type: toJson({ type: 'dream_new', group_id: digits(group), event_id: 'odd-1', v: '5.199', object: { dream: 1 } }),
      parts: toJson({
        type: 'wall_reply_new',
        group_id: digits(group),
        event_id: 'odd-2',
        weather: 'snow',
        object: { ...commentOf(stage, said), mood: 7, attachments: [{ type: 'hologram', hologram: { cubes: 3 } }] },
      }),
    }),
  };
}

function waitOf(headers: Readonly<Record<string, string>> | undefined, attempt: number): number {
  const asked = Date.parse(headers?.['retry-after'] ?? '') - Date.now();
  return asked > 0 && asked < 180 * MINUTE ? asked : Math.min(10_000 * 2 ** (attempt - 1), 60 * MINUTE);
}

const withSecret = (body: string, secret: string) =>
  body.startsWith('{') ? `{"secret":${JSON.stringify(secret)},${body.slice(1)}` : body;

function isElsewhere(group: string, happening: Happening): boolean {
  const thread =
    'said' in happening
      ? happening.said.thread
      : happening.kind === 'liked' && ('thread' in happening.liked ? happening.liked.thread : happening.liked);
  return thread !== false && thread.kind === 'COMMENT' && !thread.id.startsWith(`-${group}_`);
}

function telling(stage: Stage, group: string, happening: Happening, number: number) {
  const [type, object] = eventOf(stage, happening) ?? [];
  if (type === undefined) return undefined;
  const event_id = `${number}`.padStart(40, 'e');
  return { body: toJson({ type, group_id: digits(group), event_id, v: '5.199', object }), thread: '' };
}

function eventOf(stage: Stage, happening: Happening): readonly [string, object] | undefined {
  if ('said' in happening)
    return happening.said.thread.kind === 'COMMENT' ? comment(stage, happening) : message(stage, happening);
  if (happening.kind === 'liked') return likeOf(happening.liked);
  if (happening.kind === 'blocked') return ['message_deny', { user_id: digits(happening.person.id) }];
  return happening.kind === 'unblocked'
    ? ['message_allow', { user_id: digits(happening.person.id), key: '' }]
    : undefined;
}

function likeOf(liked: Said | Thread): readonly [string, object] | undefined {
  const thread = 'thread' in liked ? liked.thread : liked;
  if (thread.kind !== 'COMMENT') return undefined;
  const [owner, post] = thread.id.split('_') as [string, string];
  const [type, item] = 'thread' in liked ? ['comment', liked.id] : ['post', post];
  const object = { object_type: type, object_owner_id: digits(owner), object_id: Number(item) };
  return ['like_add', { liker_id: 200_000_999, ...object, post_id: type === 'comment' ? Number(post) : 0 }];
}

type OfSaid = Extract<Happening, { readonly said: unknown }>;

const COMMENT = {
  written: 'wall_reply_new',
  edited: 'wall_reply_edit',
  removed: 'wall_reply_delete',
  restored: 'wall_reply_restore',
} as const;

function comment(stage: Stage, { kind, said }: OfSaid): readonly [string, object] {
  const whole = commentOf(stage, said);
  if (kind !== 'removed') return [COMMENT[kind], whole];
  return [COMMENT[kind], { owner_id: whole.owner_id, id: whole.id, post_id: whole.post_id, deleter_id: 1 }];
}

function message(stage: Stage, { kind, said }: OfSaid): readonly [string, object] | undefined {
  const whole = messageOf(stage, said);
  if (kind === 'edited') return ['message_edit', whole];
  if (kind !== 'written') return undefined;
  if (said.author === undefined) return ['message_reply', whole];
  return ['message_new', { client_info: { button_actions: ['text'], keyboard: true, lang_id: 0 }, message: whole }];
}
