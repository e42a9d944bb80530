import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { answered, received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import { indexing, registerWorld, testDistrict, type RegisterWorld } from '../register/register-world.fixture.js';
import { PublishedResolver } from './adapters/graphql/published.resolver.js';
import { PublishedAnswers } from './store/published-answers.js';

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

let world: RegisterWorld;
let answers: PublishedResolver;

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { analyse } = await indexing(world);
  answers = new PublishedResolver(new PublishedAnswers(world.given.database, analyse));
});
afterAll(() => world.close());

const anyone = (one: typeof district) => ({ actor: { kind: 'anyone' }, district: one, districts: [one] }) as never;
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
      { id, ...texts, topic: 'Дороги', settlement: null, month: '2026-11', result: 'MEASURES_TAKEN' },
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

  it('are rebuilt as they were', async () => {
    expect(await world.readModels.verify('publication')).toMatchObject({ differences: [] });
  });
});
