import { createHmac } from 'node:crypto';
import { toJson } from '@otklik/networks/internals';
import type { Protocol, Stage } from '../simulator/protocol.js';
import type { Happening, Said } from '../simulator/world.js';
import { failedInstagram, handleInstagram, type InstagramOptions } from './instagram-simulator-api.js';

export type { InstagramOptions } from './instagram-simulator-api.js';

const HOUR = 3_600_000;

/**
 * Instagram after Meta's documentation: batches, signed over the raw bytes, in either of the two forms that are seen;
 * no event of an edit, and of a removal for direct messages alone; answers only to comments directly under a post. How
 * often it tries again is general knowledge: here after a minute, doubled up to an hour, for 36 hours.
 */
export function instagramProtocol(stage: Stage, options: InstagramOptions): Protocol {
  const { user, verifyToken } = options;
  const challenge = (token: string) => ({
    body: '',
    query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
  });
  return {
    ids: {
      person: (number) => String(17_841_400_000_000_000 + number),
      thread: (_kind, number, person) => person?.id ?? `1790${5_000_000_000_000 + number}`,
      message: (number, { kind }) => (kind === 'DIRECT' ? `aWdfZAG${number}` : String(17_900_000_000_000_000 + number)),
    },
    law: {
      perThread: false,
      accepts: ({ status }) => status === 200,
      again: (attempt, age) => (age > 36 * HOUR ? undefined : Math.min(60_000 * 2 ** (attempt - 1), HOUR)),
      keepsPending: false,
    },
    fileHost: 'scontent.cdninstagram.com',
    perSecond: 50,
    tell: (happening, number) => telling(stage, user, happening, number),
    present: (body, secret) => ({
      body,
      headers: secret === undefined ? {} : { 'x-hub-signature-256': sign(body, secret) },
    }),
    isSend: ({ method, path }) => method === 'POST' && /\/(replies|messages)$/.test(path),
    flood: () => failedInstagram(429, 613, 'Calls to this api have exceeded the rate limit.'),
    handle: (request) => handleInstagram(stage, options, request),
    handshake: () => ({ right: challenge(verifyToken), wrong: challenge('another'), expected: '1158201444' }),
    odd: (said) => ({
      type: toJson({
        object: 'instagram',
        entry: [{ id: user, time: 1, changes: [{ field: 'dreams', value: { id: 'd' } }] }],
      }),
      parts: toJson({
        object: 'instagram',
        weather: 'snow',
        entry: [{ id: user, time: 1, messaging: [odd(user, said)] }],
      }),
    }),
  };
}

const sign = (body: string, secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const odd = (user: string, { id, text, at }: Said) => ({
  sender: { id: '7' },
  recipient: { id: user },
  timestamp: at,
  message: { mid: `odd-${id}`, text, mood: 7, attachments: [{ type: 'hologram', payload: { cubes: 3 } }] },
});

function telling(stage: Stage, user: string, happening: Happening, number: number) {
  if (!('said' in happening)) return undefined;
  const { kind, said } = happening;
  const head = { id: user, time: Math.floor(stage.world.now / 1000) };
  if (said.thread.kind === 'DIRECT') {
    const event = kind === 'written' || kind === 'removed' ? message(stage, user, said, kind === 'removed') : undefined;
    return event && { body: toJson({ object: 'instagram', entry: [{ ...head, messaging: [event] }] }), thread: '' };
  }
  if (kind !== 'written') return undefined;
  const change = { field: 'comments', value: comment(user, said) };
  const nested = { object: 'instagram', entry: [{ ...head, changes: [change] }] };
  const flat = [{ object: 'instagram', entry: [{ ...head, ...change }] }];
  return { body: toJson(number % 2 === 0 ? nested : flat), thread: '' };
}

const comment = (user: string, { id, author, text, thread, replyTo }: Said) => ({
  id,
  text,
  from: author ? { id: author.id, username: author.name } : { id: user, username: 'aldan' },
  media: { id: thread.id, media_product_type: 'FEED' },
  ...(replyTo && { parent_id: replyTo }),
});

function message(stage: Stage, user: string, said: Said, isDeleted: boolean): object {
  const { id, author, text, at, files, thread } = said;
  const attachments = files.map((file) => ({ type: 'image', payload: { url: stage.fileAddress(file) } }));
  const content = isDeleted ? { is_deleted: true } : { text, ...(files.length > 0 && { attachments }) };
  return {
    sender: { id: author?.id ?? user },
    recipient: { id: author ? user : thread.id },
    timestamp: at,
    message: { mid: id, ...content, ...(!author && { is_echo: true }) },
  };
}
