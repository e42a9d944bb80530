import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@otklik/tenancy';
import { MailFailure, type Letter } from '@otklik/kernel';
import { readSubscriptionLink, subscriptionLink } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  database,
  dataDir,
  deliver,
  directory,
  newCase,
  secret,
  service,
  silent,
  tell,
  vault,
  worker,
} from '../notice/notices-world.fixture.js';
import { PublishedAnswers } from './store/published-answers.js';
import { SendAnswers } from './application/send-answers.js';
import { SendConfirmations } from './application/send-confirmations.js';
import { Subscribe } from './application/subscribe.js';
import { Subscriptions } from './store/subscriptions.js';

const NOON = '2026-11-24T03:00:00.000Z';
const HOUR = 3_600_000;
const later = (hours: number) => new Date(Date.parse(NOON) + hours * HOUR).toISOString();
const anyone = { kind: 'anyone' } as unknown as Actor;
const EMAIL = 'aita@mail.example';

let refusal: MailFailure | undefined;
let taken: Letter[];

beforeAll(() => service.runtime.stop());
beforeEach(async () => {
  refusal = undefined;
  taken = [];
  await database.scope(1).query('delete from notifications.subscription where district = 1');
  await database.scope(1).query('delete from notifications.published_answer where district = 1');
  await database.scope(1).query(`delete from notifications.work where district = 1 and kind = 'SUBSCRIPTION'`);
});

const subscriptions = () => service.get(Subscriptions);
const of = (at: string) => new Subscribe(subscriptions(), { now: () => at }, { of: secret });
const aldan = directory.districtById(1)!;

/** A copy of the sender, at an hour, with a mail server of its own. */
const sendAt = (at: string) =>
  new SendAnswers(
    subscriptions(),
    service.get(PublishedAnswers),
    directory,
    vault,
    {
      send: async (letter: Letter) => {
        if (refusal) throw refusal;
        taken.push(letter);
        return 'taken';
      },
      close: () => undefined,
    } as never,
    { domain: 'otklik.example', language: 'ru', publicUrl: 'https://otklik.example' } as never,
    { from: 9, to: 21 },
    { now: () => at },
    silent,
    { of: secret },
  ).sendDue();

const ask = (email = EMAIL, more: object = {}, at = NOON) =>
  of(at).ask(aldan, { email, key: randomUUID(), topic: '', settlement: '', ...more });

async function rows() {
  const { rows: all } = await worker.query<{ id: string; address: string; confirmed_at: Date | null; letters: number }>(
    'select id, address, confirmed_at, letters, consented_on from notifications.subscription order by asked_at, id',
  );
  return all;
}

const confirmLink = (id: string) => subscriptionLink(secret('subscription-confirmation'), 1, id);
const endLink = (id: string) => subscriptionLink(secret('subscription-end'), 1, id);

async function subscribed(email = EMAIL, more: object = {}): Promise<string> {
  const before = new Set((await rows()).map(({ id }) => id));
  await ask(email, more);
  const { id } = (await rows()).find((one) => !before.has(one.id))!;
  await of(NOON).confirm(aldan, confirmLink(id));
  return id;
}

interface Published {
  readonly publication: string;
  readonly end: (type?: string) => Promise<unknown>;
  readonly erase: () => Promise<unknown>;
}

async function published(
  title: string,
  { at = later(1), topic = 'ROADS', settlement = '', isReleased = true } = {},
): Promise<Published> {
  const made = await newCase();
  await deliver({ ...made.received, data: { ...(made.received.data as object), ...(settlement && { settlement }) } });
  await deliver(
    tell('routing.events', 'QuestionOpened', made.appeal, made.question, {
      person: made.person,
      regime: 'SOCIAL_MESSAGE',
      ordinal: 1,
    }),
    {
      ...tell('routing.events', 'QuestionRouted', made.appeal, made.question, {
        topic,
        department: 'works',
        by: 'RULE',
        words: [],
      }),
      version: 2,
    },
  );
  const [publication, response, sealing] = [randomUUID(), randomUUID(), randomUUID()];
  const { question, person } = made;
  const seal = (field: string, text: string) => vault.seal(1, person, sealing, field, text);
  const texts = {
    title: await seal('title', title),
    matter: await seal('matter', 'Темно.'),
    text: await seal('text', 'Светло.'),
  };
  const proposed = { question, publication, ground: 'CIRCLE', ...texts };
  await deliver(tell('responses.events', 'PublicationProposed', made.appeal, response, proposed, sealing));
  const released = tell('responses.events', 'AnswerPublished', made.appeal, response, { question, publication });
  if (isReleased) await deliver({ ...released, version: 2, at });
  return {
    publication,
    end: (type = 'AnswerUnpublished') =>
      deliver({
        ...tell('responses.events', type, made.appeal, response, { question, publication, why: 'TAKEN_BACK' }),
        version: 3,
      }),
    erase: () =>
      deliver(tell('intake.events', 'PersonErased', made.appeal, made.appeal, { person, ground: 'REQUEST' })),
  };
}

it('asks the address by a letter before anything else, and answers alike whatever becomes of it', async () => {
  const answers: unknown[] = [];
  const subscribe = (email: string) =>
    service.mutate('subscribeToAnswers', { district: 'aldan', key: randomUUID(), email }, anyone);
  for (const email of [EMAIL, EMAIL.toUpperCase(), 'other@mail.example']) answers.push(await subscribe(email));
  const [first, second] = (await rows()).toSorted((one, other) => other.letters - one.letters);
  expect(await rows()).toHaveLength(2);
  expect(first).toMatchObject({ letters: 2, consented_on: '2026-11-24', confirmed_at: null });
  await of(NOON).confirm(aldan, confirmLink(second!.id));
  answers.push(await subscribe('other@mail.example'));
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);

  expect(await service.get(SendConfirmations).sendDue()).toBe(2);
  const files = await readdir(join(dataDir, 'outbox'));
  const letters = await Promise.all(files.map((name) => readFile(join(dataDir, 'outbox', name), 'utf8')));
  const sent = letters.filter((letter) => /mail\.example/.test(letter));
  expect(sent).toHaveLength(1);
  const text = Buffer.from(sent[0]!.split('\r\n\r\n')[1]!, 'base64').toString();
  const [, link] = /https:\/\/otklik\.example\/aldan\/subscribe\/([\w-]+)/.exec(text)!;
  expect(readSubscriptionLink(secret('subscription-confirmation'), 1, link!)).toBe(first!.id);
  expect(text).toContain('«Подписаться»');
  expect(text).toContain('О чём: все ответы района.');
});

it('keeps no address in the clear, and nothing of one that has ended', async () => {
  const id = await subscribed();
  const { rows: kept } = await worker.query<{ row: string }>(
    `select to_jsonb(s)::text as row from notifications.subscription s
     union all select to_jsonb(w)::text from notifications.work w where kind = 'SUBSCRIPTION'`,
  );
  expect(kept.map(({ row }) => row).join()).not.toMatch(/aita|mail\.example/i);
  const press = (link: string) =>
    service.mutate('endSubscription', { district: 'aldan', key: randomUUID(), link }, anyone);
  expect([await press(endLink(id)), await rows()]).toEqual([{ ended: true }, []]);
  expect(await press(endLink(id))).toEqual({ ended: true });
  expect(await press(confirmLink(id))).toEqual({ ended: false });
});

it('is asked three times a day at the most, and lives unconfirmed for 48 hours', async () => {
  for (let time = 0; time < 5; time += 1) await ask();
  await ask(EMAIL, { topic: 'ROADS' });
  expect((await rows()).map(({ letters }) => letters)).toEqual([3]);
  const { id } = (await rows())[0]!;
  expect(await of(later(49)).confirm(aldan, confirmLink(id))).toBeUndefined();
  expect(await of(later(47)).confirm(directory.districtById(2)!, confirmLink(id))).toBeUndefined();
  await sendAt(later(24 + 24 + 1));
  expect(await rows()).toEqual([]);
});

it('sends nothing to an address that has not confirmed', async () => {
  await ask();
  await published('Фонари горят');
  await sendAt(later(2));
  expect(taken).toEqual([]);
});

it('is one letter a day about what is new of the topic and the place, with an end by one press', async () => {
  const all = await subscribed();
  await subscribed('roads@mail.example', { topic: 'ROADS' });
  await subscribed('tommot@mail.example', { topic: 'ROADS', settlement: 'tommot' });
  await published('До подписки', { at: later(-1) });
  const lights = await published('Фонари горят', { topic: 'LIGHT' });
  await published('Яма засыпана');
  await published('Дорога в Томмоте', { settlement: 'tommot' });
  expect(await sendAt(later(2))).toBe(3);
  await Promise.all([sendAt(later(3)), sendAt(later(3))]);
  const textTo = (to: string) => taken.filter((letter) => letter.to.startsWith(to)).map(({ text }) => text);
  expect(textTo('aita')).toHaveLength(1);
  for (const title of ['Фонари горят', 'Яма засыпана', 'Дорога в Томмоте']) expect(textTo('aita')[0]).toContain(title);
  expect(textTo('aita')[0]).toContain(`https://otklik.example/aldan/answers/${lights.publication}`);
  expect(textTo('aita')[0]).not.toContain('До подписки');
  expect(textTo('tommot')[0]).toContain('О чём: ROADS, tommot.');
  expect(textTo('roads')[0]).not.toContain('Фонари');
  expect(textTo('tommot')[0]).not.toContain('Яма');
  expect(taken.find(({ to }) => to === EMAIL)!.endsAt).toBe(`https://otklik.example/aldan/unsubscribe/${endLink(all)}`);

  taken = [];
  await published('Сказано завтра', { at: later(4) });
  await sendAt(later(5));
  await sendAt(later(18));
  expect(taken).toEqual([]);
  await of(NOON).end(aldan, endLink(all));
  await sendAt(later(24));
  expect(taken.map(({ to }) => to)).toEqual(['roads@mail.example']);
  expect(taken[0]!.text).not.toContain('Яма засыпана');
});

it('tells nothing that was taken back, dropped, or is of a person who was erased', async () => {
  await subscribed();
  const [back, erased] = [await published('Снят с сайта'), await published('Стёрт')];
  await back.end();
  await erased.erase();
  await sendAt(later(2));
  expect(taken).toEqual([]);
  await published('Остался');
  await sendAt(later(2));
  expect(taken.map(({ text }) => /Снят|Стёрт|Остался/.exec(text)![0])).toEqual(['Остался']);
});

it('tells nothing that waits for its release', async () => {
  await subscribed();
  await published('Ещё не выпущен', { isReleased: false });
  await sendAt(later(2));
  expect(taken).toEqual([]);
});

it('is sent again where the mail server did not take it, and ends where the address is refused for good', async () => {
  await subscribed();
  await published('Фонари горят');
  refusal = new MailFailure('451', false);
  await sendAt(later(2));
  refusal = undefined;
  await sendAt(later(2));
  expect(taken).toEqual([]);
  await sendAt(later(2.2));
  expect(taken).toHaveLength(1);
  await published('Ещё', { at: later(3) });
  refusal = new MailFailure('554', true);
  await sendAt(later(24));
  expect(await rows()).toHaveLength(1);
  await published('И ещё', { at: later(25) });
  refusal = new MailFailure('550', true);
  await sendAt(later(48));
  expect(await rows()).toEqual([]);
});

it('ends with a letter that came back, unless the report is of a policy', async () => {
  const id = await subscribed();
  expect([await of(NOON).returned(1, id, '5.7.1'), (await rows()).length]).toEqual([false, 1]);
  expect([await of(NOON).returned(1, id, '5.1.1'), await rows()]).toEqual([true, []]);
  expect(await of(NOON).returned(1, id, '5.1.1')).toBe(false);
});

it.each([
  [{ email: 'no address' }, 'CONTACT_MALFORMED'],
  [{ email: EMAIL, topic: 'NONE' }, 'TOPIC_UNKNOWN'],
  [{ email: EMAIL, settlement: 'none' }, 'SETTLEMENT_UNKNOWN'],
])('refuses %j', async (given, code) => {
  const asked = service.mutate('subscribeToAnswers', { district: 'aldan', key: randomUUID(), ...given }, anyone);
  await expect(asked).rejects.toMatchObject({ code });
});
