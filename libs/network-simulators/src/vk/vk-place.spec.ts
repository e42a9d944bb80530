import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NetworkBench } from '../contract/bench.fixture.js';
import type { Community } from '../simulator/world.js';
import { GROUP, vkBench } from './vk-bench.fixture.js';

let bench: NetworkBench;
let community: Community;
beforeEach(async () => {
  bench = await vkBench();
  community = bench.simulator.world.community('podslushano_aldan');
});
afterEach(() => bench.simulator.stop());

const SINCE = '2026-11-27T00:00:00.000Z';
const ADDRESS = 'https://vk.com/podslushano_aldan';
const until = (): AbortSignal => AbortSignal.timeout(20_000);

function read(position: string | null = null, address = ADDRESS) {
  return bench.connect().readPlace!({ address, since: SINCE, position }, until());
}

const refused = (problem: string) => ({ messages: [], position: null, problem });

describe('the wall of another community', () => {
  it('is read with its comments, of which nothing is delivered and nothing of the account is said', async () => {
    const { world, api, pending } = bench.simulator;
    const thread = world.postIn(community, 'Кто чистит улицу Лесную?');
    const said = world.write({ thread, text: 'Третий день не чистят' });
    const found = await read();
    const at = '2026-11-27T03:00:00.000Z';
    const ref = { account: 'aldan', kind: 'COMMENT', thread: thread.id };
    expect(found.messages).toEqual([
      expect.objectContaining({
        ref: { ...ref, id: 'post' },
        text: 'Кто чистит улицу Лесную?',
        at,
        author: { id: `-${community.number}`, self: false },
      }),
      expect.objectContaining({
        ref: { ...ref, id: said.id },
        text: 'Третий день не чистят',
        at,
        author: { id: said.author!.id, self: false },
      }),
    ]);
    expect(found.problem).toBeUndefined();
    expect(api.asked).toEqual(['POST /method/wall.get', 'POST /method/wall.getComments']);
    expect(pending).toEqual([]);
  });

  it('is found by its number, and comments are read again only where there are more of them', async () => {
    const { world, api } = bench.simulator;
    const thread = world.postIn(community, 'Свет');
    world.write({ thread, text: 'Нет света' });
    const { position } = await read(null, `https://vk.com/club${community.number}`);
    api.asked.length = 0;
    expect((await read(position)).messages.map(({ text }) => text)).toEqual(['Свет']);
    expect(api.asked).toEqual(['POST /method/wall.get']);
    world.write({ thread, text: 'И у нас' });
    expect((await read(position)).messages.map(({ text }) => text)).toContain('И у нас');
  });

  it('gives nothing older than what is looked for, nothing empty and nothing of our own', async () => {
    const { world } = bench.simulator;
    const thread = world.postIn(community, 'Старое');
    world.now += 86_400_000;
    world.write({ thread, text: '' });
    world.write({ thread, text: 'Новое' });
    world.thread('COMMENT');
    world.show(thread, 'Ответ администрации');
    const since = '2026-11-28T00:00:00.000Z';
    const { messages } = await bench.connect().readPlace!({ address: ADDRESS, since, position: null }, until());
    expect(messages.map(({ text }) => text)).toEqual(['Новое']);
  });
});

describe('what is not read says why', () => {
  it.each([['https://vk.com/id200000001'], ['https://ok.ru/podslushano_aldan'], ['https://vk.com/wall-1_2?own=1']])(
    'a person, and what is no page of VK: %s, for which nothing is called',
    async (address) => {
      expect(await read(null, address)).toEqual(refused('NO_COMMUNITY'));
      expect(bench.simulator.api.asked).toEqual([]);
    },
  );

  it('a closed wall, and one that is not there', async () => {
    community.closed = true;
    expect(await read()).toEqual(refused('CLOSED'));
    expect(await read(null, 'https://vk.com/nobody_here')).toEqual(refused('GONE'));
  });

  it.each([
    [9, 'LIMIT'],
    [29, 'LIMIT'],
    [5, 'TOKEN'],
    [10, 'UNREACHABLE'],
  ])('error %i is %s', async (code, problem) => {
    bench.simulator.world.readFault = code;
    expect(await read()).toEqual(refused(problem));
  });

  it('error 6 is called again in the next second, and is a limit after the third time', async () => {
    bench.simulator.world.readFault = 6;
    expect(await read()).toEqual(refused('LIMIT'));
    expect(bench.simulator.api.asked).toHaveLength(3);
  });
});

describe('an answer there', () => {
  const part = (thread: string, id: string) => ({
    key: 'k/1',
    to: { account: 'aldan', kind: 'COMMENT' as const, thread, id },
    text: 'Почистим завтра до обеда',
    number: 1,
    of: 1,
  });

  it('stands under the comment, or under the post itself', async () => {
    const { world } = bench.simulator;
    const thread = world.postIn(community, 'Яма');
    const said = world.write({ thread, text: 'Колесо пробил' });
    const channel = bench.connect();
    expect(await channel.send(part(thread.id, said.id), until())).toMatchObject({ kind: 'sent', level: 'visible' });
    expect(await channel.send({ ...part(thread.id, 'post'), key: 'k/2' }, until())).toMatchObject({ kind: 'sent' });
    expect(world.ours.map(({ replyTo }) => replyTo)).toEqual([said.id, undefined]);
  });

  it('is refused where only members comment, and takes no right from the account', async () => {
    const { world } = bench.simulator;
    community.membersWrite = true;
    const thread = world.postIn(community, 'Яма');
    const channel = bench.connect();
    expect(await channel.send(part(thread.id, 'post'), until())).toEqual({ kind: 'rejected', why: 'THREAD_CLOSED' });
    world.loseRights(true);
    expect(await channel.send(part(world.thread('COMMENT').id, '9'), until())).toEqual({
      kind: 'paused',
      why: 'RIGHTS',
    });
    expect(world.thread('COMMENT').id).toMatch(new RegExp(`^-${GROUP}_`));
  });
});
