import { digits, type Stage } from '../simulator/protocol.js';
import type { Said } from '../simulator/world.js';

export interface MaxOptions {
  readonly token: string;
  readonly bot: string;
  /** The district's channel: it has every post. */
  readonly channel: string;
}

export function recipientOf({ channel, bot }: MaxOptions, { thread }: Said) {
  return thread.kind === 'COMMENT'
    ? { chat_id: digits(channel), chat_type: 'channel', user_id: null, post_id: thread.id }
    : { chat_id: digits(thread.id), chat_type: 'dialog', user_id: digits(bot), post_id: null };
}

export const botUser = ({ bot }: MaxOptions) => ({
  user_id: digits(bot),
  first_name: 'Отклик',
  name: 'Отклик',
  username: 'otklik_bot',
  is_bot: true,
  last_activity_time: 0,
});

function bodyOf(stage: Stage, said: Said) {
  return {
    mid: said.id,
    // Two that come in one millisecond share it.
    seq: 116_327_994_376_978_687n + BigInt(said.number >> 1),
    text: said.text,
    attachments: said.files.map((file) => ({
      type: 'image',
      payload: { photo_id: 5_000_000_001, token: `t-${file.id}`, url: stage.fileAddress(file) },
    })),
  };
}

export function commentOf(stage: Stage, options: MaxOptions, said: Said) {
  const { author, replyTo } = said;
  return {
    sender: author
      ? { user_id: digits(author.id), first_name: author.name, name: author.name, username: null, is_bot: author.bot }
      : botUser(options),
    recipient: recipientOf(options, said),
    timestamp: said.at,
    ...(replyTo && { link: { type: 'reply', message: { mid: replyTo, seq: 1, text: '' } } }),
    body: bodyOf(stage, said),
  };
}

export const messageOf = (stage: Stage, options: MaxOptions, said: Said) => ({
  ...commentOf(stage, options, said),
  stat: null,
  url: null,
});
