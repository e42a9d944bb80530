import { expect, it } from '@jest/globals';
import { instagramCapabilities, instagramChannel } from '@otklik/networks';
import { House, type NetworkBench } from '../contract/bench.fixture.js';
import { networkContract } from '../networks.contract.js';
import { Simulator } from '../simulator/simulator.js';
import { instagramProtocol } from './instagram-simulator.js';

const USER = '17841405822304914';
const TOKEN = 'IGQVJ-token-of-instagram-7c1e';
const SECRET = 'application-secret-of-instagram-f00d';
const VERIFY = 'verify-token-of-instagram-18';

async function instagramBench(): Promise<NetworkBench> {
  const listener = 'https://otklik.example/networks/instagram';
  const options = { user: USER, token: TOKEN, verifyToken: VERIFY, secret: SECRET, listener };
  const simulator = await Simulator.start(instagramProtocol, options);
  return {
    simulator,
    secret: SECRET,
    canaries: [TOKEN, SECRET, VERIFY],
    connect: ({ account = 'aldan' } = {}) =>
      instagramChannel({
        account,
        user: USER,
        token: TOKEN,
        verifyToken: VERIFY,
        api: simulator.api.url,
        timeoutMs: 1_500,
        now: () => simulator.world.now,
      }),
  };
}

networkContract(
  'Instagram',
  instagramCapabilities,
  [
    '2 receive.edits',
    '3 receive.edits',
    '4 receive.edits',
    '4 receive.edits',
    '5 receive.removals',
    '5 receive.removals',
    'tells receive.posts',
    'tells receive.posts',
    'tells receive.names',
    '20 receive.marksMachines',
    'tells counters.pushed',
    'hears counters.pushed',
    '30 threadsClose',
    '31 receive.reachability',
    '37 send.perRecipient',
    'sends send.files',
    '26 send.files',
    '41 threadsMove',
  ],
  instagramBench,
);

it('answers a reply under the comment above it', async () => {
  const bench = await instagramBench();
  const house = await House.open(bench);
  const { said } = await house.hear();
  const { message } = await house.hear({ thread: said.thread, replyTo: said.id, text: 'И у нас' });
  await house.answer({ to: message.ref });
  await house.drain();
  expect(house.world.ours).toMatchObject([{ replyTo: said.id }]);
  await bench.simulator.stop();
});

it('reads each event of a batch, whatever its form, once', async () => {
  const bench = await instagramBench();
  const house = await House.open(bench);
  const change = (id: string) => ({
    field: 'comments',
    value: { id, text: `К ${id}`, from: { id: '7', username: 'anna' }, media: { id: '179' } },
  });
  const entry = { id: USER, time: 1795748400 };
  const batch = {
    object: 'instagram',
    entry: [
      { ...entry, changes: [change('1'), change('2')] },
      { ...entry, ...change('3') },
    ],
  };
  for (const body of [JSON.stringify(batch), JSON.stringify([batch])])
    await house.take(bench.simulator.raw(bench.simulator.protocol.present(body, SECRET)));
  expect(house.heard.map(({ original }) => original)).toEqual(['К 1', 'К 2', 'К 3']);
  await bench.simulator.stop();
});

it('says what it knows when the network closed the window first', async () => {
  const bench = await instagramBench();
  const house = await House.open(bench);
  const { message } = await house.hear({ kind: 'DIRECT' });
  await bench.simulator.advance(25 * 3_600_000);
  await house.answer({ to: message.ref });
  await house.drain();
  expect(await house.record.outcome('reply-1/1')).toEqual({ kind: 'rejected', why: 'WINDOW_CLOSED' });
  await bench.simulator.stop();
});
