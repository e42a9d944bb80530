import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { MailFailure, type Letter } from '@otklik/kernel';
import { memoryDirectory, type District, type FollowedSearch, type Official } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { PostgresDigests } from '../digests/adapters/postgres/postgres-digests.js';
import { MORNING, sender, withEmail } from '../digests/letter-sender.fixture.js';
import { database, deliver, newCase, silent, tell, worker, type Case } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';
import { WebhookQueue } from '../webhooks/store/webhook-queue.js';
import { TellWebhooksNews } from './application/tell-webhooks-news.js';
import { CountedAppeals } from './store/counted-appeals.js';

const SINCE = '2026-11-23T00:00:00.000Z';
const NEXT = '2026-11-25T01:00:00.000Z';
const analyst = (more: Partial<Official> = {}): Official =>
  withEmail(randomUUID(), { assignments: [{ district: 1, role: 'ANALYST' }], ...more });

const followed = (query: string, readers: readonly Official[], more: Partial<FollowedSearch> = {}): FollowedSearch => ({
  id: randomUUID(),
  query,
  owner: readers[0]!.id,
  isShared: true,
  readers: readers.map(({ id: official }) => ({ official, ways: ['LETTER'], since: SINCE })),
  ...more,
});

interface Arrived {
  readonly topic?: string;
  readonly department?: string;
  readonly settlement?: string;
  readonly channel?: string;
  readonly at?: string;
  readonly district?: number;
}

let version = 1;
const fact = (made: Case, type: string, data: object, of: 'intake.events' | 'routing.events' = 'routing.events') => {
  const stream = of === 'intake.events' ? made.appeal : made.question;
  version += 1;
  return { ...tell(of, type, made.appeal, stream, data), version };
};
const routed = (made: Case, topic: string, department = 'works') =>
  deliver(fact(made, 'QuestionRouted', { topic, department, by: 'RULE', words: [] }));

/** An appeal that came, delivered twice. */
async function came({
  topic,
  department,
  settlement,
  channel,
  at = '2026-11-23T04:00:00.000Z',
  district = 1,
}: Arrived) {
  const made = await newCase('ivan@aldan.example', 'EMAIL', channel);
  const given = { receivedAt: at, ...(settlement !== undefined && { settlement }) };
  const data = { ...(made.received.data as object), ...given };
  const received: PublicEvent = { ...made.received, data, district, recordedAt: at };
  for (let times = 0; times < 2; times += 1) await deliver(received);
  if (topic !== undefined) {
    await deliver(fact(made, 'QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }));
    await routed(made, topic, department);
  }
  return made;
}

const lines = (letter: Letter | undefined) =>
  [...(letter?.text.matchAll(/поиске: (\d+)\n\S+\?search=(\S+)&from=(\S+)/gu) ?? [])].map(
    ([, count, search, from]) => ({
      count: Number(count),
      search,
      from,
    }),
  );
const counts = async (officials: readonly Official[], at: string, more: Parameters<typeof sender>[2]) => {
  const one = sender(officials, at, more);
  await one.send();
  return officials.map(({ id }) => lines(one.taken.find(({ to }) => to.startsWith(id))).map(({ count }) => count));
};

/** Of its own, so that no search of another test finds what one brought. */
const topicOf = () => `T${randomUUID().slice(0, 8)}`;

it('is a line with the number and the link of what came and meets the filters, and once', async () => {
  const [topic, official] = [topicOf(), analyst()];
  const search = followed(`topic=${topic}&settlement=tommot&channel=SITE&order=NEWEST`, [official]);
  await came({ topic, settlement: 'tommot' });
  await came({ topic, settlement: 'tommot', at: '2026-11-23T15:30:00.000Z' });
  await came({ topic, settlement: 'aldan' });
  await came({ topic, settlement: 'tommot', channel: 'EMAIL' });
  await came({ topic: topicOf(), settlement: 'tommot' });
  await came({ topic, settlement: 'tommot', at: '2026-11-22T23:59:00.000Z' });
  const one = sender([official], MORNING, { followedSearches: [search] });
  await one.send();
  const [letter] = one.taken as [Letter];
  expect(letter.subject).toBe('Новое в ваших поисках, 24 ноября 2026 г.: Алданский район');
  expect(lines(letter)).toEqual([{ count: 2, search: search.id, from: '2026-11-23' }]);
  expect(letter.text).toContain(`https://otklik.example/analysis?search=${search.id}&from=2026-11-23`);
  expect(letter.text).not.toMatch(/tommot|SITE/u);
  expect(letter.text).not.toContain(topic);
  await came({ topic, settlement: 'tommot', at: '2026-11-24T04:00:00.000Z' });
  expect(await counts([official], NEXT, { followedSearches: [search] })).toEqual([[1]]);
});

it('counts an appeal once it meets the filters, however late it is routed there, and never again', async () => {
  const [topic, other, official] = [topicOf(), topicOf(), analyst()];
  const followedSearches = [followed(`topic=${topic}&department=roads`, [official])];
  const made = await came({ topic: other, department: 'roads' });
  expect(await counts([official], MORNING, { followedSearches })).toEqual([[]]);
  await routed(made, topic, 'roads');
  expect(await counts([official], NEXT, { followedSearches })).toEqual([[1]]);
  await routed(made, other, 'roads');
  await routed(made, topic, 'roads');
  expect(await counts([official], '2026-11-26T01:00:00.000Z', { followedSearches })).toEqual([[]]);
});

it('counts none that was withdrawn, struck or erased', async () => {
  const [topic, official] = [topicOf(), analyst()];
  const ends = [
    ['AppealWithdrawn', { reason: 'Больше не нужно' }],
    ['RegistrationCorrected', { error: 'DUPLICATE', reason: 'Ошибка' }],
  ] as const;
  for (const [type, data] of ends) {
    const made = await came({ topic });
    await deliver(made.registered);
    await deliver(fact(made, type, data, 'intake.events'));
  }
  const erased = await came({ topic });
  await deliver(fact(erased, 'PersonErased', { person: erased.person }, 'intake.events'));
  await came({ topic });
  expect(await counts([official], MORNING, { followedSearches: [followed(`topic=${topic}`, [official])] })).toEqual([
    [1],
  ]);
});

it('is of each reader by himself, from the day on which he asked, or the filters became other ones', async () => {
  const [topic, one, other] = [topicOf(), analyst(), analyst()];
  const search = followed(`topic=${topic}`, [one, other]);
  await came({ topic });
  const later = { ...search.readers[1]!, since: '2026-11-23T12:00:00.000Z' };
  const followedSearches = [{ ...search, readers: [search.readers[0]!, later] }];
  expect(await counts([one, other], MORNING, { followedSearches })).toEqual([[1], []]);
});

it('counts in every district in which the official may search, or in those that the search names', async () => {
  const topic = topicOf();
  const roles = [1, 2].map((district) => ({ district, role: 'REPUBLIC_ANALYST' as const }));
  const official = analyst({ assignments: roles.slice(0, 1) });
  const tompo: District = { ...aldan, id: 2, code: 'tompo', officials: [{ ...official, assignments: roles.slice(1) }] };
  const queries = [`topic=${topic}`, `topic=${topic}&district=tompo`];
  const followedSearches = queries.map((query) => followed(query, [official]));
  await came({ topic });
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  const there = { district: 2, recordedAt: '2026-11-23T05:00:00.000Z' };
  await deliver({ ...made.received, ...there });
  await deliver({
    ...fact(made, 'QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }),
    ...there,
  });
  await deliver({ ...fact(made, 'QuestionRouted', { topic, department: 'works', by: 'RULE', words: [] }), ...there });
  const [found] = await counts([official], MORNING, { followedSearches, others: [tompo] });
  expect(found).toEqual([2, 1]);
});

it('is sent to no one who may not search any more, does not see the search, or chose another way', async () => {
  const topic = topicOf();
  await came({ topic });
  const [owner, moderator] = [analyst(), withEmail(randomUUID())];
  const away = analyst({ assignments: [{ district: 2, role: 'ANALYST' }] });
  const query = `topic=${topic}`;
  const own = followed(query, [owner, moderator], { isShared: false });
  const none = {
    ...followed(query, [away]),
    readers: [{ official: away.id, ways: ['LETTER'] as const, since: SINCE }],
  };
  const silent = followed(query, [owner]);
  const followedSearches = [own, none, { ...silent, readers: [{ ...silent.readers[0]!, ways: [] }] }];
  expect(await counts([owner, moderator, away], MORNING, { followedSearches })).toEqual([[1], [], []]);
});

it('costs no more than its line where a search cannot be counted', async () => {
  const [topic, official] = [topicOf(), analyst()];
  await came({ topic });
  const broken = ['from=2026-02-31', 'state=SPAM', 'q=яма'].map((query) => followed(query, [official]));
  const unreadable = followed(`topic=${topic}`, [official]);
  const readers = [{ ...unreadable.readers[0]!, since: 'never' }];
  const followedSearches = [...broken, { ...unreadable, readers }, followed(`topic=${topic}`, [official])];
  expect(await counts([official], MORNING, { followedSearches })).toEqual([[1]]);
});

it('counts again what a letter held that the mail server did not take, and not where the outcome is unknown', async () => {
  const [topic, official, unknown] = [topicOf(), analyst(), analyst()];
  const followedSearches = [followed(`topic=${topic}`, [official, unknown])];
  await came({ topic });
  const refusing = sender([official], MORNING, { refusal: new MailFailure('421', false), followedSearches });
  await refusing.send();
  expect(await counts([official], '2026-11-24T01:11:00.000Z', { followedSearches })).toEqual([[1]]);
  const rejecting = sender([official], NEXT, { refusal: new MailFailure('550', true), followedSearches });
  await came({ topic, at: '2026-11-24T05:00:00.000Z' });
  await rejecting.send();
  expect(await counts([official], '2026-11-26T01:00:00.000Z', { followedSearches })).toEqual([[1]]);

  // The process ends between the sending and its record.
  const digests = new PostgresDigests(database);
  const dying = sender([unknown], MORNING, { followedSearches, taken: { push: () => never() } as never });
  await expect(dying.send()).rejects.toThrow('died');
  expect(await digests.begun(1, '2026-11-24', MORNING)).toContain(unknown.id);
  await came({ topic, at: '2026-11-24T06:00:00.000Z' });
  expect(await counts([unknown], NEXT, { followedSearches })).toEqual([[1]]);
});

describe('webhooks', () => {
  beforeEach(async () => {
    await database.scope(1).query(
      `insert into notifications.webhook (district, id, version, url, types, description, sealed, secret_set_at, added_at, paused)
       values (1, $1, 1, 'https://sed.example', '{}', '', '', now(), '2026-01-01', 'ADMINISTRATOR')`,
      [randomUUID()],
    );
  });
  afterEach(() => database.scope(1).query('update notifications.webhook set removed_at = now()'));

  const byWebhook = (query: string, readers: readonly Official[]) => {
    const search = followed(query, readers);
    return { ...search, readers: search.readers.map((one) => ({ ...one, ways: ['WEBHOOK'] as const })) };
  };
  const send = (officials: readonly Official[], at: string, followedSearches: readonly FollowedSearch[]) =>
    new TellWebhooksNews(
      new CountedAppeals(database),
      new WebhookQueue(database, worker),
      memoryDirectory([{ ...aldan, officials, followedSearches }], () => at),
      { publicUrl: 'https://otklik.example' } as never,
      { now: () => at },
      silent,
    ).sendDue();
  const messages = async ({ id }: FollowedSearch) => {
    const { rows } = await database.scope(1).query<{ body: string; deliveries: number }>(
      `select f.body, (select count(*)::int from notifications.webhook_delivery d where d.fact = f.id) as deliveries
       from notifications.webhook_fact f where f.district = 1 and f.appeal = $1 order by f.seq`,
      [id],
    );
    return rows.map(({ body, deliveries }) => ({ ...(JSON.parse(body) as object), deliveries }));
  };

  it('are sent the number, the link and the id of the search, at most once an hour, each appeal once', async () => {
    const [topic, one, other] = [topicOf(), analyst(), analyst()];
    const search = byWebhook(`topic=${topic}`, [one, other]);
    await came({ topic });
    await came({ topic });
    expect((await Promise.all([1, 2].map(() => send([one, other], MORNING, [search])))).sort()).toEqual([0, 1]);
    const link = `https://otklik.example/analysis?search=${search.id}&from=2026-11-23`;
    const known = { version: 1, id: expect.any(String), district: 'aldan', at: MORNING };
    const data = { ...known, search: search.id, count: 2, link };
    expect(await messages(search)).toEqual([{ type: 'SAVED_SEARCH_GREW', timestamp: MORNING, deliveries: 1, data }]);
    await came({ topic, at: '2026-11-24T01:10:00.000Z' });
    expect(await send([one], '2026-11-24T01:59:00.000Z', [search])).toBe(0);
    expect(await send([one], '2026-11-24T02:00:00.000Z', [search])).toBe(1);
    expect(await send([one], '2026-11-24T04:00:00.000Z', [search])).toBe(0);
    expect(await messages(search)).toMatchObject([{ data: { count: 2 } }, { data: { count: 1 } }]);
  });

  it('are sent nothing of a search whose followers left or chose the letter alone', async () => {
    const [topic, official] = [topicOf(), analyst()];
    await came({ topic });
    const search = byWebhook(`topic=${topic}`, [official]);
    expect(await send([], MORNING, [search])).toBe(0);
    expect(await send([{ ...official, assignments: [] }], MORNING, [search])).toBe(0);
    expect(await send([official], MORNING, [followed(`topic=${topic}`, [official])])).toBe(0);
    expect(await send([official], MORNING, [search])).toBe(1);
  });

  it('leave what is new to later ones where there is none', async () => {
    const [topic, official] = [topicOf(), analyst()];
    await came({ topic });
    const search = byWebhook(`topic=${topic}`, [official]);
    await database.scope(1).query('update notifications.webhook set removed_at = now()');
    expect(await send([official], MORNING, [search])).toBe(0);
    expect(await messages(search)).toEqual([]);
  });
});

function never(): never {
  throw new Error('died');
}
