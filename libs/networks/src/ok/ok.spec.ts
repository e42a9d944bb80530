import { expect, it } from '@jest/globals';
import { House, type NetworkBench } from '../contract/bench.fixture.js';
import { networkContract } from '../networks.contract.js';
import { Simulator } from '../simulator/simulator.js';
import { okCapabilities, okChannel } from './ok-channel.js';
import { okProtocol, type OkOptions } from './ok-simulator.js';

const TOKEN = 'tkn18-token-of-ok:CQAB';
const SECRET = 'unguessable-address-of-ok-55c1';
const APPLICATION = { applicationKey: 'CBAPUBLIC', applicationSecret: 'application-secret-of-ok-9e2' };

async function okBench(over: Partial<OkOptions> = {}): Promise<NetworkBench> {
  const simulator = await Simulator.start(okProtocol, { token: TOKEN, group: '70000001', ...APPLICATION, ...over });
  const topics = () => simulator.world.threads.filter(({ kind }) => kind === 'COMMENT').map(({ id }) => id);
  return {
    simulator,
    secret: SECRET,
    canaries: [TOKEN, SECRET, APPLICATION.applicationSecret],
    connect: ({ account = 'aldan', secret = SECRET } = {}) =>
      okChannel({
        account,
        token: TOKEN,
        ...APPLICATION,
        secret,
        listener: 'https://otklik.example/networks/ok',
        topics,
        api: simulator.api.url,
        timeoutMs: 1_500,
        now: () => simulator.world.now,
      }),
  };
}

networkContract(
  'OK',
  okCapabilities,
  [
    '2 receive.edits',
    '3 receive.edits',
    '4 receive.edits',
    '4 receive.edits',
    '5 receive.removals',
    '5 receive.removals',
    '12 handshake',
    'tells receive.names',
    '20 receive.marksMachines',
    'counts counters.ofMessages',
    'tells counters.pushed',
    'counts counters.ofPosts',
    'hears counters.pushed',
    '19 receive.echoes',
    '30 threadsClose',
    '31 receive.reachability',
    '32 replyWindowHours',
    '41 threadsMove',
  ],
  () => okBench(),
);

it('reads the comments of a topic, which nobody pushes, and leaves the answer to a person', async () => {
  const bench = await okBench();
  const house = await House.open(bench);
  const comment = house.world.write({ text: 'Яма', author: house.world.person({ name: 'Анна' }) });
  house.world.write({ thread: comment.thread, text: 'И у нас', replyTo: comment.id });
  await house.catchUp();
  await house.catchUp();
  expect(house.heard.map(({ message }) => [message.ref.kind, message.text, message.replyTo])).toEqual([
    ['COMMENT', 'Яма', undefined],
    ['COMMENT', 'И у нас', comment.id],
  ]);
  await house.answer({ to: house.heard[0]!.message.ref });
  await house.drain();
  expect(await house.record.outcome('reply-1/1')).toEqual({ kind: 'rejected', why: 'NOT_SUPPORTED' });
  await bench.simulator.stop();
});

it('takes an event of the chat itself, which is JSON in a text, for no person', async () => {
  const bench = await okBench();
  const house = await House.open(bench);
  const { message: event } = await house.hear({ text: '{"type":"chat_joined"}' });
  const { message: person } = await house.hear({ text: '{ну и дела}' });
  expect([event.machine, person.machine]).toEqual([true, false]);
  await bench.simulator.stop();
});

it('looks for the id of a message that was taken without one', async () => {
  const bench = await okBench({ tellsNoIds: true });
  const house = await House.open(bench);
  const { message } = await house.question();
  await house.answer({ to: message.ref });
  await house.drain();
  expect(house.shown).toHaveLength(1);
  expect(await house.record.outcome('reply-1/1')).toMatchObject({ kind: 'sent', id: house.world.ours[0]!.id });
  await bench.simulator.stop();
});
