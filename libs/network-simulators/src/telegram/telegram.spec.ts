import { describe, expect, it } from '@jest/globals';
import { telegramCapabilities } from '@otklik/networks';
import { decodeTelegram } from '@otklik/networks/internals';
import { networkContract } from '../networks.contract.js';
import { telegramBench } from './telegram-bench.fixture.js';

networkContract(
  'Telegram',
  telegramCapabilities,
  [
    '4 receive.edits',
    '5 receive.removals',
    '5 receive.removals',
    '12 handshake',
    'tells receive.posts',
    'tells receive.names',
    'counts counters.ofMessages',
    'tells counters.pushed',
    'counts counters.ofPosts',
    '19 receive.echoes',
    '32 replyWindowHours',
    '37 send.perRecipient',
    'takes send.files',
  ],
  telegramBench,
);

describe("a post of the channel in its group, as the types of Telegram's own client have it", () => {
  const chat = { id: -1002, type: 'supergroup', title: 'Алдан' };
  const post = {
    message_id: 7,
    date: 1,
    chat,
    sender_chat: { id: -1001, type: 'channel' },
    is_automatic_forward: true,
  };
  const captured = (type: string, content: object) =>
    decodeTelegram('aldan', type, Buffer.from(JSON.stringify({ update_id: 1, [type]: content })));
  const ref = { account: 'aldan', kind: 'COMMENT', thread: '-1002:7' };

  it('is no message of anybody', () => {
    expect(captured('message', { ...post, caption: 'Ремонт улицы' })).toEqual([
      { kind: 'post', ref, text: 'Ремонт улицы' },
    ]);
    expect(captured('edited_message', { ...post, text: 'Ремонт двух улиц' })).toMatchObject([
      { kind: 'post', text: 'Ремонт двух улиц' },
    ]);
  });

  it('is delivered with a comment, which is no reply', () => {
    const from = { id: 5, is_bot: false, first_name: 'Айталина' };
    const comment = { message_id: 8, message_thread_id: 7, date: 2, chat, from, text: 'Когда?' };
    const [message, above] = captured('message', { ...comment, reply_to_message: { ...post, text: 'Ремонт' } });
    expect(message).toMatchObject({ kind: 'message', ref: { ...ref, id: '8' }, text: 'Когда?' });
    expect(message).not.toHaveProperty('replyTo');
    expect(above).toEqual({ kind: 'post', ref, text: 'Ремонт' });
  });
});

describe('how people take a post of the channel', () => {
  const of = (content: object) =>
    decodeTelegram('aldan', 'message_reaction_count', Buffer.from(JSON.stringify({ message_reaction_count: content })));
  const chat = { id: -1001, type: 'channel', title: 'Алдан' };
  const emoji = (total_count: unknown, emoji = '👍') => ({ type: { type: 'emoji', emoji }, total_count });
  const ref = { account: 'aldan', kind: 'COMMENT', thread: '-1001', id: '55' };

  it('is a count of all signs, and no approval', () => {
    const reactions = [emoji(40), emoji(2, '👎'), { type: { type: 'paid' }, total_count: 1 }];
    expect(of({ chat, message_id: 55, date: 1_795_000_000, reactions })).toEqual([
      {
        kind: 'counted',
        ref,
        at: '2026-11-18T11:06:40.000Z',
        samples: [{ metric: 'REACTIONS', value: 43, quality: 'delayed' }],
      },
    ]);
  });

  it('is nothing when all were taken back, and not known when a count cannot be read', () => {
    const counted = (reactions: readonly unknown[]) => of({ chat, message_id: 55, reactions });
    expect(counted([])).toMatchObject([{ samples: [{ value: 0, quality: 'delayed' }] }]);
    expect(counted([emoji(1), emoji('2')])).toMatchObject([{ samples: [{ value: null, quality: 'missing' }] }]);
    expect(of({ chat, reactions: [] })).toEqual([{ kind: 'unknown', type: 'message_reaction_count' }]);
  });

  it('is found by the copy of the post in the group, by its old name too', () => {
    const copy = { message_id: 7, date: 1, chat: { id: -1002 }, is_automatic_forward: true, text: 'Ремонт' };
    const origins = [
      { forward_origin: { type: 'channel', chat, message_id: 55 } },
      { forward_from_chat: chat, forward_from_message_id: 55 },
      {},
    ].map((origin) =>
      decodeTelegram('aldan', 'message', Buffer.from(JSON.stringify({ message: { ...copy, ...origin } }))),
    );
    expect(origins.map(([post]) => post?.kind === 'post' && post.origin)).toEqual([ref, ref, undefined]);
  });

  it('has no author: what the channel publishes is delivered with its copy', () => {
    const post = { message_id: 55, date: 1, chat, text: 'Ремонт' };
    const told = decodeTelegram('aldan', 'channel_post', Buffer.from(JSON.stringify({ channel_post: post })));
    expect(told).toEqual([{ kind: 'unknown', type: 'channel_post' }]);
  });
});

describe('service messages of a group', () => {
  const captured = (chat: number, content: object) => {
    const from = { id: 17, is_bot: false, first_name: 'Хозяин' };
    const message = { message_id: 9, date: 1, chat: { id: chat, type: 'supergroup' }, from, ...content };
    return decodeTelegram('aldan', 'message', Buffer.from(JSON.stringify({ update_id: 1, message })));
  };

  it('is no message: who joined, what is pinned, what the group is called', () => {
    for (const content of [{ new_chat_members: [{ id: 5 }] }, { pinned_message: {} }, { new_chat_title: 'Алдан' }])
      expect(captured(-1002, content)).toEqual([{ kind: 'unknown', type: 'message' }]);
  });

  it('is reported once by the group that moved and once by the one that it became, and is one move', () => {
    const ref = (thread: string) => ({ account: 'aldan', kind: 'COMMENT', thread });
    const move = [{ kind: 'moved', from: ref('-7'), to: ref('-1002'), at: '1970-01-01T00:00:01.000Z' }];
    expect(captured(-7, { migrate_to_chat_id: -1002 })).toEqual(move);
    expect(captured(-1002, { migrate_from_chat_id: -7 })).toEqual(move);
  });
});
