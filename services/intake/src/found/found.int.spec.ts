import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FoundMessage, WatchedCommunity } from '@otklik/contracts/generated/graphql';
import { metrics } from '@otklik/observability';
import { randomUUID } from 'node:crypto';
import { EndRetention } from '../retention/application/end-retention.js';
import { NetworksOfIntake } from '../networks/networks-world.fixture.js';
import { WatchPlaces } from './application/watch-places.js';

const POST = 'Кто отвечает за дорогу на Лесной? Второй день проехать нельзя';
const ORDER = 'Распоряжение главы от 01.12.2026 № 101-р';

let on: NetworksOfIntake;
beforeAll(async () => {
  on = await NetworksOfIntake.start(['VK']);
  watch([
    { code: 'talk', name: 'Подслушано', address: 'https://vk.com/talk', settlement: 'ALDAN', words: ['дорог*', 'яма'] },
    { code: 'mine', name: 'Мой Алдан', address: 'https://vk.com/mine' },
  ]);
});
afterAll(() => on.stop());

function watch(list: readonly object[], district = 'aldan'): void {
  Object.assign(on.world.district(district), { communities: { order: ORDER, list } });
}

/** Every community is read now, by two copies at once. */
async function read(): Promise<void> {
  const places = on.world.get(WatchPlaces);
  await places.watchDue();
  await on.world.sql(`update intake.work set due_at = now() where kind = 'PLACE'`);
  while (Math.max(...(await Promise.all([places.watchDue(), places.watchDue()]))) > 0);
}

const moderator = () => on.world.as('MODERATOR');
const found = (decided = false) => on.world.query<readonly FoundMessage[]>('foundMessages', { decided }, moderator());
const foundBy = async (text: string) => (await found()).find((one) => one.text === text)!;
const watched = () => on.world.query<readonly WatchedCommunity[]>('watchedCommunities', {}, on.world.anyone());
const page = () => on.page('VK');
const decide = (of: FoundMessage, outcome: string, key = randomUUID()) =>
  on.world.receptions.decideFoundMessage(
    { district: 'aldan', id: of.id, key, expectedVersion: of.version, outcome },
    moderator(),
  );
const rows = async () => (await on.world.rows('found_message')) as readonly Record<string, unknown>[];

describe('what people write in a watched community', () => {
  it('is found by its words once, with where everybody reads it, and is no case', async () => {
    const thread = page().postIn('talk', POST);
    const said = page().say({ person: 'Айталина', text: 'Там яма в полметра', thread: thread.id });
    page().say({ person: 'Ньургун', text: 'Продам гараж', thread: thread.id });
    await read();
    await read();
    const all = await found();
    expect(all.map(({ text, url }) => [text, url]).sort()).toEqual([
      [POST, `https://vk.com/wall${thread.id}`],
      ['Там яма в полметра', `https://vk.com/wall${thread.id}?reply=${said.id}`],
    ]);
    expect(all[0]).toMatchObject({
      communityName: 'Подслушано',
      settlement: 'ALDAN',
      outcome: null,
      appeal: null,
      author: null,
      same: [],
    });
    expect(await on.facts()).toEqual([]);
  });

  it('is nowhere in the clear: neither its text nor who wrote it', async () => {
    const [person] = page().simulator.world.people;
    const stored = JSON.stringify([await rows(), await on.world.rows('watched_place')]);
    for (const secret of ['Лесной', 'яма', person!.id, 'Айталина']) expect(stored).not.toContain(secret);
    expect(await metrics.metrics()).not.toMatch(/Лесной|Айталина/);
  });

  it('is named with the same text elsewhere, and what became of that', async () => {
    page().postIn('mine', `${POST.toUpperCase()}!!!`);
    await read();
    expect((await foundBy(POST)).same).toEqual([{ communityName: 'Мой Алдан', outcome: null, appeal: null }]);
    const twin = (await found()).find(({ community }) => community === 'mine')!;
    expect(twin.same).toEqual([{ communityName: 'Подслушано', outcome: null, appeal: null }]);
    await decide(twin, 'NOTE_ONLY');
    expect((await foundBy(POST)).same[0]).toMatchObject({ outcome: 'NOTE_ONLY' });
  });

  it('is found in no community of another district', async () => {
    const tompo = { ...moderator(), district: on.world.district('tompo') };
    expect(await on.world.query<readonly FoundMessage[]>('foundMessages', {}, tompo)).toEqual([]);
  });
});

describe('a decision about what was found', () => {
  it('is made once, by a key, and of the version that the official saw', async () => {
    const note = await foundBy('Там яма в полметра');
    const key = randomUUID();
    const first = await decide(note, 'NOT_OURS', key);
    expect(first).toMatchObject({ __typename: 'FoundMessage', outcome: 'NOT_OURS', version: note.version + 1 });
    expect(await decide(note, 'NOT_OURS', key)).toEqual(first);
    await expect(decide(note, 'NOTE_ONLY', key)).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    expect(await decide(note, 'NOTE_ONLY')).toMatchObject({ code: 'VERSION_CONFLICT' });
    const again = (await found(true)).find(({ id }) => id === note.id)!;
    expect(await decide(again, 'NOTE_ONLY')).toMatchObject({ outcome: 'NOTE_ONLY' });
    expect((await rows()).find(({ id }) => id === note.id)).toMatchObject({
      decided_by: on.world.officialActor('MODERATOR').id,
    });
  });

  it('names the page of the author only where he is to be written to', async () => {
    const thread = page().postIn('talk', 'Дорога');
    const said = page().say({ person: 'Сардаана', text: 'Дороги нет совсем', thread: thread.id });
    await read();
    const message = await foundBy('Дороги нет совсем');
    expect(message.author).toBeNull();
    const { id } = page().simulator.world.said.find((one) => one.id === said.id)!.author!;
    expect(await decide(message, 'WRITE_AUTHOR')).toMatchObject({ author: `https://vk.com/id${id}`, appeal: null });
  });

  it('to answer there makes one case, as of our own page, and leaves the text to it', async () => {
    const message = await foundBy(POST);
    const key = randomUUID();
    await Promise.allSettled([decide(message, 'ANSWER_THERE', key), decide(message, 'ANSWER_THERE', key)]);
    await on.settle();
    const received = (await on.facts()).filter(({ type }) => type === 'AppealReceived');
    expect(received).toHaveLength(1);
    const [fact] = received;
    expect(await on.open(fact!, 'text')).toBe(POST);
    expect(await on.open(fact!, 'sourceUrl')).toBe(message.url);
    const [shown] = (await found(true)).filter(({ id }) => id === message.id);
    expect(shown).toMatchObject({ outcome: 'ANSWER_THERE', appeal: fact!.appeal, text: null });
    expect((await rows()).find(({ id }) => id === message.id)).toMatchObject({ sealed: null });
    expect(await decide(shown!, 'NOT_OURS')).toMatchObject({ code: 'FOUND_IS_A_CASE' });
    await read();
    expect(await foundBy(POST)).toBeUndefined();
  });

  it('to answer there is refused in words where the district has no page to answer by', async () => {
    page().postIn('talk', 'Дорога размыта');
    await read();
    const message = await foundBy('Дорога размыта');
    const account = on.account('VK');
    Object.assign(account, { enabled: false });
    const refused = await decide(message, 'ANSWER_THERE');
    Object.assign(account, { enabled: true });
    expect(refused).toMatchObject({
      code: 'FOUND_WITHOUT_ACCOUNT',
      message: expect.stringContaining('напишите автору'),
    });
  });
});

describe('a community that cannot be read', () => {
  const standing = async (code: string) => (await watched()).find((one) => one.code === code);

  it('says why to all who ask, and is read again once it can be', async () => {
    expect(await standing('talk')).toMatchObject({ order: ORDER, problem: null, readAt: expect.any(String) });
    const [community] = page().simulator.world.communities;
    community!.closed = true;
    page().simulator.world.communities[1]!.closed = false;
    await read();
    expect(await standing('talk')).toMatchObject({ problem: 'CLOSED' });
    expect(await standing('mine')).toMatchObject({ problem: null });
    community!.closed = false;
    page().simulator.world.readFault = 29;
    await read();
    expect(await standing('mine')).toMatchObject({ problem: 'LIMIT' });
    page().simulator.world.readFault = undefined;
    const { asked } = page().simulator.api;
    asked.length = 0;
    // Not before its hour.
    await on.world.get(WatchPlaces).watchDue();
    expect(asked.filter((one) => one.includes('wall.get'))).toEqual([]);
    await read();
    expect(await standing('mine')).toMatchObject({ problem: null });
  });

  it('is asked for no more once the district watches it no longer', async () => {
    watch([{ code: 'talk', name: 'Подслушано', address: 'https://vk.com/talk', words: ['дорог*'] }]);
    await read();
    expect((await on.world.rows('watched_place')).map((row) => (row as { code: string }).code)).toEqual(['talk']);
    expect(await standing('mine')).toBeUndefined();
  });
});

it('what became no case is deleted after 30 days', async () => {
  const count = (await rows()).length;
  expect(count).toBeGreaterThan(2);
  await on.world.sql(`update intake.found_message set found_at = now() - interval '30 days 1 minute'
    where outcome is distinct from 'NOTE_ONLY'`);
  const left = (await rows()).filter(({ outcome }) => outcome === 'NOTE_ONLY').length;
  expect(await found()).toEqual([]);
  await on.world.get(EndRetention).run(1);
  expect((await rows()).map(({ outcome }) => outcome)).toEqual(Array.from({ length: left }, () => 'NOTE_ONLY'));
});
