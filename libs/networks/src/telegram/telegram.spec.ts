import { describe, expect, it } from '@jest/globals';
import { networkContract } from '../networks.contract.js';
import { telegramBench } from './telegram-bench.fixture.js';
import { telegramCapabilities } from './telegram-channel.js';
import { decodeTelegram } from './telegram-decode.js';

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

  it('is told with a comment, which replies to nobody', () => {
    const from = { id: 5, is_bot: false, first_name: 'Айталина' };
    const comment = { message_id: 8, message_thread_id: 7, date: 2, chat, from, text: 'Когда?' };
    const [message, above] = captured('message', { ...comment, reply_to_message: { ...post, text: 'Ремонт' } });
    expect(message).toMatchObject({ kind: 'message', ref: { ...ref, id: '8' }, text: 'Когда?' });
    expect(message).not.toHaveProperty('replyTo');
    expect(above).toEqual({ kind: 'post', ref, text: 'Ремонт' });
  });
});

describe('what nobody wrote in a group', () => {
  const captured = (chat: number, content: object) => {
    const from = { id: 17, is_bot: false, first_name: 'Хозяин' };
    const message = { message_id: 9, date: 1, chat: { id: chat, type: 'supergroup' }, from, ...content };
    return decodeTelegram('aldan', 'message', Buffer.from(JSON.stringify({ update_id: 1, message })));
  };

  it('is no message: who joined, what is pinned, what the group is called', () => {
    for (const content of [{ new_chat_members: [{ id: 5 }] }, { pinned_message: {} }, { new_chat_title: 'Алдан' }])
      expect(captured(-1002, content)).toEqual([{ kind: 'unknown', type: 'message' }]);
  });

  it('is told once by the group that moved and once by the one that it became, and is one move', () => {
    const ref = (thread: string) => ({ account: 'aldan', kind: 'COMMENT', thread });
    const move = [{ kind: 'moved', from: ref('-7'), to: ref('-1002') }];
    expect(captured(-7, { migrate_to_chat_id: -1002 })).toEqual(move);
    expect(captured(-1002, { migrate_from_chat_id: -7 })).toEqual(move);
  });
});
