import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { givenFilter } from './adapters/graphql/given-filter.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { ModerationCounts } from './store/moderation-counts.js';
import { journey, registered, type Journey } from './application/fold/journey.fixture.js';
import { officialContext, registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';

const districts = [testDistrict(1, 'aldan'), testDistrict(2, 'kuol')] as const;
const [aldan, kuol] = districts;
const MORNING = '2026-11-24T01:00:00.000Z';
const EVENING_BEFORE = '2026-11-23T11:00:00.000Z';
const post = randomUUID();
const account = randomUUID();

let world: RegisterWorld;
const made: Record<string, Journey> = {};

async function said(name: string, text: string, more: Record<string, unknown> = {}): Promise<Journey> {
  const { district = 1, name: author = 'Анна Сивцева', ...fields } = more;
  const told = await journey(world.given.vault, district as number);
  const common = { receipt: name, regime: 'SOCIAL_MESSAGE', channel: 'SITE', person: told.person, identified: false };
  const came = { receivedAt: MORNING, receivedOn: '2026-11-24', zone: 'Asia/Yakutsk', files: [] };
  await told.add('AppealReceived', { ...common, ...came, ...fields }, { text, name: author as string });
  made[name] = told;
  return told;
}

const of = (network: string, thread = post, kind = 'COMMENT') => ({
  channel: 'NETWORK',
  source: { network, account, message: randomUUID(), kind, thread },
});

beforeAll(async () => {
  world = await registerWorld(districts);
  await said('rubbish', 'Мусор не вывозят', of('VK'));
  await said('same', 'У нас тоже мусор', of('VK'));
  const thanks = await said('thanks', 'Спасибо за фонари', of('VK', randomUUID()));
  await thanks.add('MarkedAsSpam', { kind: 'NOT_A_QUESTION' });
  const gas = await said('gas', 'Пахнет газом', { ...of('MAX'), danger: { kind: 'GAS', words: ['пахн* ~ газом'] } });
  await gas.add('UrgencyDeclared', { danger: 'GAS' });
  await said('fire', 'Горит дом', { channel: 'SITE', danger: { kind: 'FIRE', words: ['горит ~ дом'] } });
  const road = await said('road', 'Когда зимник?', { receivedAt: EVENING_BEFORE, receivedOn: '2026-11-23' });
  const at = { leavesAt: '2026-11-24T00:00:20.000Z', person: road.person, regime: 'SOCIAL_MESSAGE' };
  await road.add('AnsweredAtOnce', { ...at, answeredOn: '2026-11-24', zone: 'Asia/Yakutsk' }, { text: 'В декабре.' });
  await said('other', 'Другой район', { district: 2, ...of('OK') });
  await world.deliver(...Object.values(made).flatMap(({ facts }) => facts));
}, 60_000);
afterAll(() => world.close());

async function listed(filter: AppealFilter): Promise<readonly string[]> {
  const { actor } = officialContext([aldan], ['MODERATOR']);
  const given = givenFilter(filter, { actor, districts: [aldan], now: () => '2026-11-24T12:00' });
  const request = { district: 1, filter: given, order: 'OLDEST', limit: 100, backward: false } as const;
  const rows = await world.reader.appeals(request);
  const names = new Map(Object.entries(made).map(([name, { appeal }]) => [appeal, name]));
  return rows.map(({ row }) => names.get(row.id)!).sort();
}

const numbers = (district: (typeof districts)[number] = aldan, now = '2026-11-24T03:00:00.000Z') =>
  new ModerationResolver(new ModerationCounts(world.given.database), {
    now: () => now,
  }).moderation(officialContext([district], ['MODERATOR']));

describe('what the moderator has before him', () => {
  it('is counted by network and channel, in this district alone', async () => {
    expect((await numbers()).waiting).toEqual([
      { channel: 'NETWORK', network: 'VK', count: 2 },
      { channel: 'NETWORK', network: 'MAX', count: 1 },
      { channel: 'SITE', network: null, count: 1 },
    ]);
    expect((await numbers(kuol)).waiting).toEqual([{ channel: 'NETWORK', network: 'OK', count: 1 }]);
  });

  it('tells how many of today, and of what came since the last working day, are answered', async () => {
    const { today, workingDay } = await numbers();
    expect(today).toMatchObject({ received: 4, decided: 0, answered: 0 });
    // The evening after the working hours of 23 November.
    expect(workingDay).toMatchObject({ received: 5, decided: 1, answered: 1 });
  });
});

describe('the answered share', () => {
  it('counts with an answered case all that were joined to it, and none before', async () => {
    const { today: before } = await numbers();
    const leak = await said('leak', 'Течёт труба', of('TELEGRAM', randomUUID()));
    await registered(leak);
    const neighbours = await Promise.all(
      ['one', 'two'].map((name) => said(name, 'И у нас течёт', of('TELEGRAM', randomUUID()))),
    );
    for (const neighbour of neighbours) await neighbour.add('MarkedAsDuplicate', { of: leak.appeal });
    await world.deliver(...[leak, ...neighbours].flatMap(({ facts }) => facts));
    expect((await numbers()).today).toMatchObject({ received: before.received + 3, answered: before.answered });
    await leak.add('QuestionAnswered', { notice: leak.notice, answeredOn: '2026-11-24', zone: 'Asia/Yakutsk' });
    await world.deliver(...leak.facts);
    expect((await numbers()).today).toMatchObject({ decided: before.decided + 3, answered: before.answered + 3 });
  });
});

describe('the name of an author', () => {
  const authorOf = async (name: string) => {
    const request = { district: 1, filter: {}, order: 'OLDEST', limit: 100, backward: false } as const;
    const rows = await world.reader.appeals(request);
    return rows.find(({ row }) => row.id === made[name]!.appeal)!.row.source?.author;
  };

  it('is shown beside the comment, as it is there', async () => {
    expect(await authorOf('rubbish')).toBe('Анна Сивцева');
  });

  it('is not shown of a dialogue, nor of who wrote otherwise', async () => {
    const told = await said('alone', 'Вы тут?', of('OK', randomUUID(), 'DIRECT'));
    await told.add('MarkedAsSpam', { kind: 'NOT_A_QUESTION' });
    await world.deliver(...told.facts);
    expect(await authorOf('alone')).toBeUndefined();
    expect(await authorOf('fire')).toBeUndefined();
  });
});

describe('the day to answer on', () => {
  it('is the next working day in the evening', async () => {
    expect((await numbers()).answerOn).toBe('2026-11-24');
    const { answerOn, workingDay } = await numbers(aldan, '2026-11-24T14:00:00.000Z');
    expect(answerOn).toBe('2026-11-25');
    expect(workingDay).toMatchObject({ received: 0, answered: 0 });
  });
});

describe('lists', () => {
  it('are of a network, of a post, and of what is urgent', async () => {
    expect(await listed({ networks: ['VK'] })).toEqual(['rubbish', 'same', 'thanks']);
    expect(await listed({ threads: [post], worklist: 'TO_MODERATE' })).toEqual(['gas', 'rubbish', 'same']);
    expect(await listed({ urgent: true })).toEqual(['fire', 'gas']);
    expect(await listed({ urgent: false, networks: ['MAX'] })).toEqual(['gas']);
    expect(await listed({ states: ['ANSWERED_AT_ONCE'] })).toEqual(['road']);
  });

  it('hold a message again once its sender writes on after an answer at once', async () => {
    await made['road']!.add('AppealSupplemented', { files: [] }, { text: 'Не открыли!' });
    await world.deliver(...made['road']!.facts.slice(-1));
    expect(await listed({ worklist: 'TO_MODERATE', channels: ['SITE'] })).toEqual(['fire', 'road']);
  });
});
