import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FoundMessage, WatchedCommunity } from '@otklik/contracts/generated/graphql';
import { metrics } from '@otklik/observability';
import { randomUUID } from 'node:crypto';
import { EndRetention } from '../retention/application/end-retention.js';
import { NetworksOfIntake } from '../networks/networks-world.fixture.js';
import { WatchPlaces } from './application/watch-places.js';

const ORDER = 'Распоряжение главы от 01.12.2026 № 101-р';

let on: NetworksOfIntake;
beforeAll(async () => void (on = await NetworksOfIntake.start(['VK'])));
beforeEach(() => {
  watch([
    { code: 'talk', name: 'Подслушано', address: 'https://vk.com/talk', settlement: 'ALDAN', words: ['дорог*', 'яма'] },
    { code: 'mine', name: 'Мой Алдан', address: 'https://vk.com/mine' },
  ]);
  for (const name of ['talk', 'mine']) page().simulator.world.community(name).closed = false;
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
const rowOf = async ({ id }: FoundMessage) => (await rows()).find((row) => row['id'] === id);

/** A post that is found. */
async function foundPost(text: string, community = 'talk'): Promise<FoundMessage> {
  page().postIn(community, text);
  await read();
  return foundBy(text);
}

/** A comment that is found. */
async function foundComment(person: string, text: string): Promise<FoundMessage> {
  const thread = page().postIn('talk', 'Разговор');
  page().say({ person, text, thread: thread.id });
  await read();
  return foundBy(text);
}

describe('what people write in a watched community', () => {
  it('is found by its words once, with where everybody reads it, and is no case', async () => {
    const before = await found();
    const thread = page().postIn('talk', 'Кто чистит дорогу на Лесной?');
    const said = page().say({ person: 'Айталина', text: 'Там яма в полметра', thread: thread.id });
    page().say({ person: 'Ньургун', text: 'Продам гараж', thread: thread.id });
    await read();
    await read();
    const all = (await found()).filter(({ id }) => !before.some((one) => one.id === id));
    expect(all.map(({ text, url }) => [text, url]).sort()).toEqual([
      ['Кто чистит дорогу на Лесной?', `https://vk.com/wall${thread.id}`],
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
    await foundComment('Туйаара', 'Дорога на Кедровой в ямах');
    const { id } = page().simulator.world.people.find(({ name }) => name === 'Туйаара')!;
    const stored = JSON.stringify([await rows(), await on.world.rows('watched_place')]);
    for (const secret of ['Кедров', id, 'Туйаара']) expect(stored).not.toContain(secret);
    expect(await metrics.metrics()).not.toMatch(/Кедров|Туйаара/);
  });

  it('is named with the same text elsewhere, and what became of that', async () => {
    const text = 'Дорога до Хатыстыра не чищена с понедельника';
    page().postIn('mine', `${text.toUpperCase()}!!!`);
    const post = await foundPost(text);
    expect(post.same).toEqual([{ communityName: 'Мой Алдан', outcome: null, appeal: null }]);
    const twin = (await found()).find((one) => one.text?.startsWith('ДОРОГА ДО ХАТЫСТЫРА'))!;
    expect(twin.same).toEqual([{ communityName: 'Подслушано', outcome: null, appeal: null }]);
    await decide(twin, 'NOTE_ONLY');
    expect((await foundBy(text)).same[0]).toMatchObject({ outcome: 'NOTE_ONLY' });
  });

  it('that was pasted many times is named five times', async () => {
    const text = 'Дорога на переправу закрыта с утра до вечера';
    const thread = page().postIn('talk', 'Разговор');
    for (let at = 0; at < 9; at += 1) page().say({ person: 'Ньургун', text, thread: thread.id });
    await read();
    const all = (await found()).filter((one) => one.text === text);
    expect(all.map(({ same }) => same.length)).toEqual(Array.from({ length: 9 }, () => 5));
  });

  it('is found in no community of another district', async () => {
    await foundPost('Дорога через мост');
    const tompo = { ...moderator(), district: on.world.district('tompo') };
    expect(await on.world.query<readonly FoundMessage[]>('foundMessages', {}, tompo)).toEqual([]);
  });
});

describe('a decision about what was found', () => {
  it('is made once, by a key, and of the version that the official saw', async () => {
    const note = await foundPost('Дорога как дорога');
    const key = randomUUID();
    const first = await decide(note, 'NOT_OURS', key);
    expect(first).toMatchObject({ __typename: 'FoundMessage', outcome: 'NOT_OURS', version: note.version + 1 });
    expect(await decide(note, 'NOT_OURS', key)).toEqual(first);
    await expect(decide(note, 'NOTE_ONLY', key)).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    expect(await decide(note, 'NOTE_ONLY')).toMatchObject({ code: 'VERSION_CONFLICT' });
    const again = (await found(true)).find(({ id }) => id === note.id)!;
    expect(await decide(again, 'NOTE_ONLY')).toMatchObject({ outcome: 'NOTE_ONLY' });
    expect(await rowOf(note)).toMatchObject({ decided_by: on.world.officialActor('MODERATOR').id });
  });

  it('names the page of the author only where he is to be written to', async () => {
    const message = await foundComment('Сардаана', 'Дороги нет совсем');
    expect(message.author).toBeNull();
    const { id } = page().simulator.world.people.find(({ name }) => name === 'Сардаана')!;
    expect(await decide(message, 'WRITE_AUTHOR')).toMatchObject({ author: `https://vk.com/id${id}`, appeal: null });
  });

  it('to answer there makes one case, as of our own page, and leaves the text to it', async () => {
    const text = 'Кто отвечает за дорогу на Лесной? Второй день проехать нельзя';
    const message = await foundPost(text);
    const key = randomUUID();
    await Promise.allSettled([decide(message, 'ANSWER_THERE', key), decide(message, 'ANSWER_THERE', key)]);
    await on.settle();
    const received = (await on.facts()).filter(({ type }) => type === 'AppealReceived');
    expect(received).toHaveLength(1);
    const [fact] = received;
    expect(await on.open(fact!, 'text')).toBe(text);
    expect(await on.open(fact!, 'sourceUrl')).toBe(message.url);
    const [shown] = (await found(true)).filter(({ id }) => id === message.id);
    expect(shown).toMatchObject({ outcome: 'ANSWER_THERE', appeal: fact!.appeal, text: null });
    expect(await rowOf(message)).toMatchObject({ sealed: null });
    expect(await decide(shown!, 'NOT_OURS')).toMatchObject({ code: 'FOUND_IS_A_CASE' });
    await read();
    expect(await foundBy(text)).toBeUndefined();
  });

  it('to answer there is refused in words where the district has no page to answer by', async () => {
    const message = await foundPost('Дорога размыта');
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
    const { world, api } = page().simulator;
    await read();
    expect(await standing('talk')).toMatchObject({ order: ORDER, problem: null, readAt: expect.any(String) });
    world.community('talk').closed = true;
    await read();
    expect(await standing('talk')).toMatchObject({ problem: 'CLOSED' });
    expect(await standing('mine')).toMatchObject({ problem: null });
    world.community('talk').closed = false;
    world.readFault = 29;
    await read();
    expect(await standing('mine')).toMatchObject({ problem: 'LIMIT' });
    const asked = api.asked.length;
    // Not before its hour.
    await on.world.get(WatchPlaces).watchDue();
    expect(api.asked).toHaveLength(asked);
    world.readFault = undefined;
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
  const noted = await foundPost('Дорога учтена');
  const old = await foundPost('Дорога забыта');
  await decide(noted, 'NOTE_ONLY');
  await on.world.sql(
    `update intake.found_message set found_at = now() - interval '30 days 1 minute' where id <> '${noted.id}'`,
  );
  expect(await found()).toEqual([]);
  await on.world.get(EndRetention).run(1);
  expect(await rowOf(old)).toBeUndefined();
  expect((await rows()).map(({ id }) => id)).toEqual([noted.id]);
});
