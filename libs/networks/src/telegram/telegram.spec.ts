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
