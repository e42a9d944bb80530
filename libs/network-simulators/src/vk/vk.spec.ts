import { expect, it } from '@jest/globals';
import { vkCapabilities } from '@otklik/networks';
import { decodeVk } from '@otklik/networks/internals';
import { networkContract } from '../networks.contract.js';
import { vkBench } from './vk-bench.fixture.js';

networkContract(
  'VK',
  vkCapabilities,
  [
    '4 receive.edits',
    '5 receive.restores',
    'hears counters.pushed',
    '32 replyWindowHours',
    '37 send.perRecipient',
    '41 threadsMove',
  ],
  vkBench,
);

it('is subscribed to every type it knows, also where its address was entered before it knew them', async () => {
  const { connect, simulator } = await vkBench();
  const channel = connect();
  await channel.ensure(AbortSignal.timeout(10_000));
  const { types, ...subscription } = simulator.subscription!;
  expect(types).toContain('like_add');
  simulator.subscription = { ...subscription, types: ['message_new'] };
  const problem = { kind: 'health', problem: 'SUBSCRIPTION', repaired: true };
  expect(await channel.ensure(AbortSignal.timeout(10_000))).toEqual([problem]);
  expect(simulator.subscription.types).toEqual(types);
  expect(await channel.ensure(AbortSignal.timeout(10_000))).toEqual([]);
  await simulator.stop();
});

it('tells that a person read our message, and not what we read ourselves', () => {
  const of = { account: 'aldan', group: '7' };
  const told = (from_id: number) =>
    decodeVk(of, 'message_read', Buffer.from(JSON.stringify({ object: { from_id, peer_id: 5, read_message_id: 9 } })));
  const ref = { account: 'aldan', kind: 'DIRECT', thread: '5', id: '9' };
  expect(told(5)).toEqual([{ kind: 'read', ref }]);
  expect(told(-7)).toEqual([{ kind: 'unknown', type: 'message_read' }]);
});

it('reads no thread in which a person places the answer, and calls nothing for it', async () => {
  const { connect, simulator } = await vkBench();
  const to = { account: 'aldan', kind: 'COMMENT', thread: 'photo-7_5' } as const;
  const part = { key: 'k/1', to, text: 'Ответ', number: 1, of: 1, since: '2026-11-27T03:00:00.000Z' };
  expect(await connect().reconcile(part, AbortSignal.timeout(10_000))).toEqual({
    kind: 'rejected',
    why: 'NOT_SUPPORTED',
  });
  expect(simulator.api.asked).toEqual([]);
  await simulator.stop();
});
