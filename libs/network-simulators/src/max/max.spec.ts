import { expect, it } from '@jest/globals';
import { maxCapabilities } from '@otklik/networks';
import { networkContract } from '../networks.contract.js';
import { BOT, maxBench } from './max-bench.fixture.js';

networkContract(
  'MAX',
  maxCapabilities,
  [
    '4 receive.edits',
    '5 receive.restores',
    '12 handshake',
    'tells receive.names',
    'counts counters.ofMessages',
    'tells counters.pushed',
    'hears counters.pushed',
    '19 receive.echoes',
    '32 replyWindowHours',
    '37 send.perRecipient',
    '41 threadsMove',
  ],
  maxBench,
);

it('reads a forwarded message that has no body of its own', async () => {
  const bench = await maxBench();
  const forwarded = {
    update_type: 'message_created',
    message: {
      sender: { user_id: 5, first_name: 'Анна', is_bot: false },
      recipient: { chat_id: -7, chat_type: 'dialog', user_id: Number(BOT) },
      timestamp: 1795748400000,
      link: { type: 'forward', message: { mid: 'mid.1', seq: 1, text: 'Нет света' } },
      body: null,
    },
  };
  const body = Buffer.from(JSON.stringify(forwarded));
  expect(bench.connect().decode('message_created', body)).toMatchObject([{ kind: 'message', text: 'Нет света' }]);
  await bench.simulator.stop();
});
