import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { okCapabilities, okChannel } from '@otklik/networks';
import { type Json, okComment } from '@otklik/networks/internals';
import { House, type NetworkBench } from '../contract/bench.fixture.js';
import { FUZZ_RUNS } from '../contract/case.fixture.js';
import { networkContract } from '../networks.contract.js';
import { Simulator } from '../simulator/simulator.js';
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
    'sends send.files',
    '26 send.files',
    '41 threadsMove',
  ],
  () => okBench(),
);

it('reads the comments of a topic, which are not pushed, and leaves the answer to a person', async () => {
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

describe('a comment', () => {
  const read = (comment: object) =>
    okComment('aldan', '66', { id: 'c1', author_id: '540', ...comment } as unknown as Json);

  it('is dated by any time that is sent, and without one by none', () => {
    const times = [
      { created_ms: 1_795_000_000_000, date: '2020-01-01 00:00:00' },
      { date_ms: 1_795_000_000_000 },
      { date: '2026-11-18 14:06:40' },
      { date: 'вчера' },
      {},
    ].map((one) => read(one)?.at);
    expect(times).toEqual([...Array<string>(3).fill('2026-11-18T11:06:40.000Z'), undefined, undefined]);
  });

  it('keeps what hangs on it as it came, where its form is not known', () => {
    const image = { type: 'IMAGE', payload: { url: 'https://i.mycdn.me/files/f1' } };
    const photo = { type: 'PHOTO', photo_id: 7 };
    expect(read({ attachments: [image, photo] })?.files).toEqual([
      { id: 'https://i.mycdn.me/files/f1', type: 'IMAGE' },
      { id: '', type: 'UNKNOWN', unread: '{"type":"PHOTO","photo_id":7}' },
    ]);
    expect(read({ attachment: photo })?.files).toMatchObject([{ unread: '{"type":"PHOTO","photo_id":7}' }]);
    expect(read({ type: 'PHOTO', text: '' })?.files).toMatchObject([{ unread: expect.stringContaining('"PHOTO"') }]);
    expect(read({ type: 'text', attachments: [] })?.files).toEqual([]);
    expect(read({ attachments: [{ ...photo, more: 'x'.repeat(10_000) }] })?.files[0]!.unread).toHaveLength(4_000);
  });

  it(`never throws: ${FUZZ_RUNS} inputs`, () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.bigInt(),
      fc.constantFrom('', '__proto__', 1e308, -1, {}, []),
    );
    const fields = ['text', 'type', 'attachments', 'attachment', 'created_ms', 'date_ms', 'date', 'author_name'];
    const comment = fc.record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(comment, value), (one) => {
        const known = okComment('aldan', '66', { id: 'c1', author_id: '540', ...(one as object) } as unknown as Json);
        expect(typeof known?.text).toBe('string');
        okComment('aldan', '66', one as Json);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('an answer that a person placed under a topic', () => {
  async function placed(text: string, over: { readonly by?: 'GROUP' | 'PERSON' } = {}) {
    const bench = await okBench();
    const house = await House.open(bench);
    const { world } = house;
    const comment = world.write({ text: 'Яма' });
    const since = new Date(world.now).toISOString();
    const said =
      over.by === 'PERSON'
        ? world.write({ thread: comment.thread, text })
        : world.show(comment.thread, text, comment.id);
    const to = { account: 'aldan', kind: 'COMMENT', thread: comment.thread.id, id: comment.id } as const;
    const part = { key: 'k/1', to, text: 'Яму засыпали.\n\nАлданский район', number: 1, of: 1 };
    const find = (after = since) => house.channel.reconcile({ ...part, since: after }, new AbortController().signal);
    return { bench, said, find };
  }

  it('is found by its words, however their lines are broken, with its id', async () => {
    const { bench, said, find } = await placed('Здравствуйте! Яму  засыпали. Алданский район ');
    expect(await find()).toEqual({ kind: 'sent', id: said.id, level: 'visible' });
    // What stood there long before is another answer.
    expect(await find(new Date(bench.simulator.world.now + 3_600_000).toISOString())).toEqual({ kind: 'absent' });
    bench.simulator.world.tokenRevoked = true;
    expect(await find()).toEqual({ kind: 'paused', why: 'TOKEN' });
    await bench.simulator.stop();
  });

  it('is not what other words say, or a person who is not the group', async () => {
    for (const [text, by] of [
      ['Ответ отправим письмом', 'GROUP'],
      ['Яму засыпали. Алданский район', 'PERSON'],
    ] as const) {
      const { bench, find } = await placed(text, { by });
      expect(await find()).toEqual({ kind: 'absent' });
      await bench.simulator.stop();
    }
  });

  it('is given to the person whole, however long it is', async () => {
    const bench = await okBench();
    const house = await House.open(bench);
    const { thread, id } = house.world.write({ text: 'Яма' });
    const to = { account: 'aldan', kind: 'COMMENT', thread: thread.id, id } as const;
    await house.answer({ to, text: 'Слово за словом. '.repeat(500) });
    expect(house.dispatcher.waiting).toBe(1);
    await bench.simulator.stop();
  });
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
