import { toJson } from '@otklik/networks/internals';
import type { Happening, Person, Said } from '../simulator/world.js';
import { digits, type Protocol, type Stage } from '../simulator/protocol.js';
import { floodedMax, handleMax, sends, type Uploads } from './max-simulator-api.js';
import { commentOf, messageOf, recipientOf, type MaxOptions } from './max-simulator-objects.js';

export type { MaxOptions } from './max-simulator-objects.js';

const HOUR = 3_600_000;

/**
 * MAX after its published schemas and client: in no order, again after 60 s, 150 s … (the wait times 2.5), unsubscribed when
 * nothing was taken for 8 hours; `seq` beyond 2^53; a forwarded message without a body; `success: false` with status 200.
 * Assumed, because no source shows it: `recipient.post_id` of a comment is the post's id.
 */
export function maxProtocol(stage: Stage, options: MaxOptions): Protocol {
  const uploads: Uploads = new Map();
  return {
    ids: {
      person: (number) => String(300_000_000 + number),
      thread: (_kind, number, person) => (person ? `-${40_000_000_000 + number}` : `mid.post.${number}`),
      message: (number) => `mid.${number.toString(16).padStart(16, '0')}`,
    },
    law: {
      perThread: false,
      accepts: ({ status }) => status === 200,
      again: (attempt, age) => (age > 8 * HOUR ? undefined : Math.round(60_000 * 2.5 ** (attempt - 1))),
      patience: 8 * HOUR,
      keepsPending: false,
    },
    fileHost: 'i.oneme.ru',
    perSecond: 30,
    tell: (happening) => {
      const update = updateOf(stage, options, happening);
      return update && { body: toJson({ timestamp: stage.world.now, ...update }), thread: '' };
    },
    present: (body, secret) => ({ body, headers: secret === undefined ? {} : { 'x-max-bot-api-secret': secret } }),
    isSend: (request) => sends(request, uploads),
    flood: floodedMax,
    handle: (request) => handleMax(stage, options, uploads, request),
    odd: (said) => ({
      type: toJson({ update_type: 'dream_seen', timestamp: said.at, dream: 1 }),
      parts: toJson({
        update_type: 'comment_created',
        timestamp: said.at,
        weather: 'snow',
        message: oddMessage(stage, options, said),
      }),
    }),
  };
}

function oddMessage(stage: Stage, options: MaxOptions, said: Said): object {
  const message = commentOf(stage, options, said);
  return { ...message, body: { ...message.body, mood: 7, attachments: [{ type: 'hologram', payload: { cubes: 3 } }] } };
}

function updateOf(stage: Stage, options: MaxOptions, happening: Happening): object | undefined {
  if ('said' in happening) return happening.said.author && ofSaid(stage, options, happening);
  if (happening.kind === 'moved' || happening.kind === 'liked') return undefined;
  if (happening.kind === 'rights') {
    const permissions = happening.lost ? ['read_all_messages'] : ['read_all_messages', 'write', 'edit', 'delete'];
    return { update_type: 'bot_admin_permissions_changed', chat_id: digits(options.channel), permissions };
  }
  const update_type = happening.kind === 'blocked' ? 'bot_stopped' : 'bot_started';
  return { update_type, chat_id: digits(happening.thread.id), user: userOf(happening.person), payload: null };
}

const userOf = ({ id, name, bot }: Person) => ({
  user_id: digits(id),
  first_name: name,
  name,
  username: null,
  is_bot: bot,
});

type OfSaid = Extract<Happening, { readonly said: Said }>;

function ofSaid(stage: Stage, options: MaxOptions, { kind, said }: OfSaid): object | undefined {
  if (kind === 'restored') return undefined;
  const prefix = said.thread.kind === 'COMMENT' ? 'comment' : 'message';
  if (kind === 'removed') {
    const { chat_id, post_id } = recipientOf(options, said);
    const user_id = digits(said.author!.id);
    return { update_type: `${prefix}_removed`, message_id: said.id, chat_id, user_id, post_id };
  }
  const message = said.thread.kind === 'COMMENT' ? commentOf(stage, options, said) : messageOf(stage, options, said);
  return { update_type: `${prefix}_${kind === 'written' ? 'created' : 'edited'}`, message, user_locale: 'ru' };
}
