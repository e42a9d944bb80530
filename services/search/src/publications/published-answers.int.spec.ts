import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { answered, received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  indexing,
  registerWorld,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { RegisterChanges } from '../live/store/register-changes.js';
import { PublishedResolver } from './adapters/graphql/published.resolver.js';
import { EnoughAnswers } from './store/enough-answers.js';
import { AnswerMarks } from './store/answer-marks.js';
import { PublishedAnswers } from './store/published-answers.js';
import { ReadersNetworks } from './store/readers-networks.js';

const topics = [{ code: 'roads', name: 'Дороги' }];
const district = testDistrict(1, 'aldan', { topics });
const other = testDistrict(2, 'neryungri', { topics });
/** In the appeal and in its answer, and in nothing that all may read. */
const PLANTED = ['Трофимов', 'Укуланская', '12', '924', 'trofimov@mail.example', 'АЛД-77', 'операции'];
const texts = {
  title: 'Холодно в квартире',
  matter: 'В квартире холодно вторую неделю.',
  text: 'Стояк отрегулирован, перерасчёт войдёт в квитанцию.',
};

let now = '2026-11-27T04:00:00.000Z';
let world: RegisterWorld;
let answers: PublishedResolver;

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { analyse } = await indexing(world);
  const { database } = world.given;
  const clock = { now: () => now } as never;
  const networks = new ReadersNetworks(testSecrets);
  const given = [new EnoughAnswers(database, networks), new AnswerMarks(database, networks), clock] as const;
  answers = new PublishedResolver(new PublishedAnswers(database, analyse), ...given);
});
afterAll(() => world.close());

const anyone = (one: typeof district, network?: string) =>
  ({ actor: { kind: 'anyone' }, district: one, districts: [one], network }) as never;
const listed = (one: typeof district, asked: object = {}) =>
  answers.publishedAnswers({ district: one.code, ...asked } as never, anyone(one));

/** An answered case whose text is full of personal data, with a publication that has come so far. */
async function published(of = district, ...more: readonly (readonly [string, object])[]): Promise<[Journey, string]> {
  const text = 'Трофимов Василий, ул. Укуланская, 12, т. 8 924 000-18-33, trofimov@mail.example: дочь после операции.';
  const made = await received(world.given.vault, text, {
    district: of.id,
    name: 'Трофимов',
    contact: 'trofimov@mail.example',
  });
  await registered(made, 'АЛД-77');
  await answered(made, 'Трофимов, стояк отрегулирован.');
  const publication = randomUUID();
  const { question } = made;
  await made.add('PublicationProposed', { question, publication, ground: 'CONSENT' }, texts);
  for (const [type, data] of more) await made.add(type, { question, publication, ...data });
  await world.deliver(...made.facts);
  return [made, publication];
}

const released = ['AnswerPublished', {}] as const;
const takenBack = ['AnswerUnpublished', { why: 'CONSENT_WITHDRAWN' }] as const;

describe('published answers', () => {
  it('are read, searched and counted by all, in their district alone, without a word that is not published', async () => {
    const [, id] = await published(district, released);
    const all = await listed(district);
    expect(all).toMatchObject({ total: 1, topics: [{ code: 'roads', name: 'Дороги', count: 1 }] });
    expect(all.answers).toEqual([
      {
        id,
        ...texts,
        topic: 'Дороги',
        topicCode: 'roads',
        settlement: null,
        settlementCode: null,
        month: '2026-11',
        result: 'MEASURES_TAKEN',
        helped: 0,
        notHelped: 0,
        photos: [],
      },
    ]);
    expect(await answers.publishedAnswer(id, anyone(district))).toEqual({ takenBack: false, answer: all.answers[0] });
    expect((await listed(district, { words: 'квартиры', topic: 'roads' })).total).toBe(1);
    expect((await listed(district, { settlement: 'tommot' })).total).toBe(0);
    for (const planted of PLANTED) {
      expect((await listed(district, { words: planted })).total).toBe(0);
      expect(JSON.stringify(all.answers.map(({ id: _, ...shown }) => shown))).not.toContain(planted);
    }
    expect((await listed(other)).total).toBe(0);
    expect(await answers.publishedAnswer(id, anyone(other))).toBeNull();
  });

  it('are not there before their release, after they were taken back, or of a person who was erased', async () => {
    const before = (await listed(other)).total;
    const [, waiting] = await published(other);
    expect(await answers.publishedAnswer(waiting, anyone(other))).toBeNull();
    const [, ended] = await published(other, released, takenBack);
    expect(await answers.publishedAnswer(ended, anyone(other))).toEqual({ takenBack: true, answer: null });
    const [made, gone] = await published(other, released);
    expect((await listed(other)).total).toBe(before + 1);
    await world.deliver(await made.add('PersonErased', { person: made.person, ground: 'DEMANDED' }));
    expect(await answers.publishedAnswer(gone, anyone(other))).toEqual({ takenBack: true, answer: null });
    expect((await listed(other)).total).toBe(before);
    expect(await answers.publishedAnswer(randomUUID(), anyone(other))).toBeNull();
  });

  it('have the photos that were released, by an address that tells nothing of the file', async () => {
    const [hole, road] = [randomUUID(), randomUUID()];
    const photos = [
      { file: hole, side: 'BEFORE' },
      { file: road, side: 'AFTER' },
    ];
    const photoAlts = JSON.stringify(['Яма во дворе', 'Ровный асфальт']);
    const made = await received(world.given.vault, 'Яма', { district: other.id });
    await registered(made, 'АЛД-78');
    await answered(made, 'Засыпали.');
    const { question } = made;
    const id = randomUUID();
    await made.add(
      'PublicationProposed',
      { question, publication: id, ground: 'CONSENT', photos },
      { ...texts, photoAlts },
    );
    await made.add('AnswerPublished', { question, publication: id, photos: [road] });
    await world.deliver(...made.facts);
    const { answer } = (await answers.publishedAnswer(id, anyone(other)))!;
    const url = `/files/neryungri/published/${id}/2`;
    expect(answer!.photos).toEqual([{ url, side: 'AFTER', alt: 'Ровный асфальт' }]);
    await world.deliver(await made.add('AnswerUnpublished', { question, publication: id, why: 'TAKEN_BACK' }));
    const { rows } = await world.given.database
      .scope(other.id)
      .query('select photos from search.publication where id = $1', [id]);
    expect(rows).toEqual([{ photos: [] }]);
  });

  it('are not there while the question is considered again, also before the publication ends by that', async () => {
    const before = (await listed(other)).total;
    const [made, id] = await published(other, released);
    expect((await listed(other)).total).toBe(before + 1);
    await world.deliver(
      await made.add('QuestionReopened', { person: made.person, times: 1, isOwn: true, until: '2026-12-30' }),
    );
    expect((await listed(other)).total).toBe(before);
    expect(await answers.publishedAnswer(id, anyone(other))).toEqual({ takenBack: true, answer: null });
  });

  it.each(['topic', 'settlement'])('are asked for by a %s that is a word', async (field) => {
    await expect(listed(district, { [field]: String.fromCodePoint(0) })).rejects.toMatchObject({ path: field });
    await expect(listed(district, { [field]: 'x'.repeat(101) })).rejects.toMatchObject({ path: field });
    expect((await listed(district, { [field]: 'unknown' })).total).toBe(0);
  });

  const mark = (id: string, browser: string, helped: boolean, network?: string) =>
    answers.markAnswer({ district: district.code, key: randomUUID(), id, browser, helped }, anyone(district, network));

  it('are marked once by a browser, which may change its mark, and once an hour from an address', async () => {
    const [, id] = await published(district, released);
    const [own, neighbour, third] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await mark(id, own, true, '203.0.113.7')).toEqual({ counted: true, helped: 1, notHelped: 0 });
    expect(await mark(id, own, true, '203.0.113.7')).toEqual({ counted: true, helped: 1, notHelped: 0 });
    expect(await mark(id, neighbour, false, '203.0.113.7')).toEqual({ counted: false, helped: 1, notHelped: 0 });
    expect(await mark(id, third, true, '203.0.113.8')).toEqual({ counted: true, helped: 2, notHelped: 0 });
    // The same browser elsewhere.
    expect(await mark(id, own, false, '203.0.113.8')).toEqual({ counted: true, helped: 1, notHelped: 1 });
    const { answer } = (await answers.publishedAnswer(id, anyone(district)))!;
    expect(answer).toMatchObject({ helped: 1, notHelped: 1 });
    expect(await listed(district)).toMatchObject({ helped: 1, notHelped: 1 });
    const { rows } = await world.given.database.scope(district.id).query('select * from search.answer_mark');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`203|${own}`));
  });

  it('keep no trace of an address past its hour, though no other comes, and let it mark again', async () => {
    const [, id] = await published(district, released);
    await mark(id, randomUUID(), true, '203.0.113.9');
    const { worker, database, logger } = world.given;
    const scope = database.scope(district.id);
    const { rows } = await scope.query<{ hour: Date }>(
      `update search.answer_mark set hour = hour - interval '1 hour' where district = $1 returning hour`,
      [district.id],
    );
    expect(rows.map(({ hour }) => hour.getMinutes())).toEqual(rows.map(() => 0));
    await scope.query(
      `insert into search.answer_enough (district, answer, key, on_day, address, hour)
       values ($1, $2, $3, '2026-11-27', 'hash', now() - interval '2 hours')`,
      [district.id, id, randomUUID()],
    );
    expect(await mark(id, randomUUID(), true, '203.0.113.9')).toEqual({ counted: true, helped: 2, notHelped: 0 });
    const changes = new RegisterChanges(worker, database, logger);
    await changes.start();
    const held = `select (select count(*)::int from search.answer_mark where district = $1 and address is not null) as marks,
      (select count(*)::int from search.answer_enough where district = $1 and address is not null) as enough`;
    const isHeld = async () => (await scope.query<{ marks: number; enough: number }>(held, [district.id])).rows[0]!;
    await eventually(async () => (await isHeld()).enough === 0 || undefined);
    await changes.stop();
    expect(await isHeld()).toEqual({ marks: 1, enough: 0 });
  });

  it('are marked by none who may not read them', async () => {
    const [, waiting] = await published(district);
    const [, gone] = await published(district, released, takenBack);
    for (const id of [waiting, gone, randomUUID()])
      await expect(mark(id, randomUUID(), true)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are rebuilt as they were', async () => {
    expect(await world.readModels.verify('publication')).toMatchObject({ differences: [] });
  });
});

describe('before one sends', () => {
  const near = (text: string, more: object = {}) =>
    answers.nearestAnswers({ district: other.code, text, ...more } as never, anyone(other));

  it('the published answers that are nearest by words are there, and none of what is not published', async () => {
    const [, id] = await published(other, released);
    await published(other);
    expect((await near('У нас в квартирах холодные стояки, неделю холодно!')).map((one) => one.id)).toContain(id);
    expect(await near('Когда починят дорогу у школы?')).toEqual([]);
    for (const planted of PLANTED) expect(await near(planted)).toEqual([]);
    await expect(near(' ')).rejects.toMatchObject({ code: 'TEXT_EMPTY', path: 'text' });
  });

  it('an answer that is enough is counted once for a key, by the day, and shown without its text when it was taken back', async () => {
    const [made, id] = await published(other, released);
    const enough = (key: string, answer = id, network?: string) =>
      answers.answerWasEnough({ district: other.code, key, answer }, anyone(other, network));
    const key = randomUUID();
    expect([await enough(key), await enough(key), await enough(randomUUID())]).toEqual([true, true, true]);
    expect(await enough(key, randomUUID())).toBe(false);
    now = '2026-11-27T15:00:00.000Z';
    await enough(randomUUID());
    const counted = async () => (await answers.enoughAnswers(anyone(other))).find((one) => one.id === id);
    const days = [
      { on: '2026-11-28', count: 1 },
      { on: '2026-11-27', count: 2 },
    ];
    expect(await counted()).toEqual({ id, title: texts.title, count: 3, days });
    // However many keys one makes: once an hour for all behind an address.
    for (const network of ['203.0.113.7', '203.0.113.7', '203.0.113.8']) await enough(randomUUID(), id, network);
    expect(await counted()).toMatchObject({ count: 5 });
    expect((await answers.enoughAnswers(anyone(district))).map((one) => one.id)).not.toContain(id);
    const { question } = made;
    await world.deliver(await made.add('AnswerUnpublished', { question, publication: id, why: 'CONSENT_WITHDRAWN' }));
    expect(await counted()).toMatchObject({ title: null, count: 5 });
    expect(await enough(randomUUID())).toBe(false);
  });

  it('an answer is not enough while its question is considered again', async () => {
    const [made, id] = await published(other, released);
    const enough = () =>
      answers.answerWasEnough({ district: other.code, key: randomUUID(), answer: id }, anyone(other));
    expect(await enough()).toBe(true);
    await world.deliver(
      await made.add('QuestionReopened', { person: made.person, times: 1, isOwn: true, until: '2026-12-30' }),
    );
    expect(await enough()).toBe(false);
    expect((await answers.enoughAnswers(anyone(other))).find((one) => one.id === id)).toMatchObject({ count: 1 });
  });
});

it('come as many as are asked for, 20 where nothing is said and 100 at most', async () => {
  const { total } = await listed(district);
  await published(district, released);
  await published(district, released);
  const counts = async (page: object) => {
    const { answers: shown, total: all } = await listed(district, page);
    return [shown.length, all];
  };
  expect(await counts({ first: 1 })).toEqual([1, total + 2]);
  expect(await counts({ first: 0 })).toEqual([1, total + 2]);
  expect(await counts({ first: 1_000 })).toEqual([total + 2, total + 2]);
  expect(await counts({ first: null })).toEqual([Math.min(20, total + 2), total + 2]);
});
