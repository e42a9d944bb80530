import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NotFound, type PermittedContext } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { context, dog, learnedWorld, official, pipe, tap, type LearnedWorld } from './learned-world.fixture.js';
import { housing, works } from './test-district.fixture.js';

let given: LearnedWorld;
beforeAll(async () => {
  given = await learnedWorld();
  await given.decidedMany(120);
  await given.learn();
}, 120_000);
afterAll(() => given.world.close());

it('proposes the code of the topic first, then what officials gave for like texts, with the words', async () => {
  const water = await given.opened('нет горячей воды');
  const dogs = await given.opened('У школы бродячие собаки');
  await given.decided(water, 'WATER');
  await given.decided(dogs, 'DOGS');
  const { codes: ofWater, ...met } = await given.resolver().codeProposals(water.question, context);
  expect(met).toEqual({ judged: 24, first: 16, amongThree: 24 });
  expect(ofWater.slice(0, 2)).toMatchObject([
    {
      item: { code: pipe, name: `Name of ${pipe}`, path: [expect.any(String), expect.any(String), expect.any(String)] },
    },
    { item: { code: tap, edition: '31.10.2025' }, isOfTopic: true, words: expect.arrayContaining(['воды']) },
  ]);
  const ofDogs = await given.resolver().codeProposals(dogs.question, context);
  expect(ofDogs.codes).toHaveLength(3);
  expect(ofDogs.codes[0]).toMatchObject({
    item: { code: dog },
    isOfTopic: false,
    words: expect.arrayContaining(['собаки']),
  });
  await expect(given.resolver().codeProposals(randomUUID(), context)).rejects.toThrow(NotFound);
});

it('proposes no code, and tells no word, of a question of another department', async () => {
  const dogs = await given.opened('бродячие собаки');
  await given.decided(dogs, 'DOGS');
  const of = (department: string) => {
    const assignments = [{ district: 1, role: 'EXECUTOR', department }];
    const actor = { ...official, assignments };
    return given.resolver().codeProposals(dogs.question, { ...context, actor } as unknown as PermittedContext);
  };
  await expect(of(housing.id)).rejects.toThrow(NotFound);
  expect((await of(works.id)).codes[0]!.item.code).toBe(dog);
});

const counted = async () => (await given.resolver().followedProposals(context)).kinds;

it('counts how often officials chose what was proposed to them, each decision once', async () => {
  await given.learn();
  // Before anything was learned the codes of the topics were proposed.
  const [ofTopic, ofDepartment, ofCode] = await counted();
  expect(ofCode).toEqual({ kind: 'CODE', decided: 80, first: 40, amongThree: 80, taken: 80, kept: null });
  const [followed, not] = [await given.opened('стая бродячих собак'), await given.opened('отловите бродячих собак')];
  await given.decided(followed, 'DOGS');
  await given.classified(followed, dog);
  await given.decided(not, 'WATER');
  await given.classified(not, '0005.0001.0001.0009');
  await given.learn();
  // The next learning looks at none of them once more.
  await given.decided(await given.opened('xyz'), 'DOGS');
  await given.learn();
  const more = (kind: typeof ofTopic, [decided, first, amongThree]: readonly [number, number, number]) => ({
    decided: kind!.decided + decided,
    first: kind!.first + first,
    amongThree: kind!.amongThree + amongThree,
  });
  expect(await counted()).toMatchObject([
    more(ofTopic, [2, 1, 2]),
    more(ofDepartment, [2, 1, 2]),
    { decided: 82, first: 41, amongThree: 81 },
    ...['SIMILAR_ANSWER', 'TEMPLATE'].map((kind) => ({ kind, decided: 0, taken: 0, kept: null })),
  ]);
});

it('counts no decision of a question that had a topic, for which another is not proposed', async () => {
  const [before] = await counted();
  const one = await given.opened('собака у школы');
  await given.decided(one, 'DOGS', 'RULE');
  await given.decided(one, 'ROADS');
  await given.learn();
  expect((await counted())[0]).toEqual(before);
});

it('counts of ready texts the signed answers for which their list was looked at, and how much of them is left', async () => {
  const readyText = (kind: string, shown: number, taken = {}) => ({ kind, shown, ...taken });
  const [one, other, none] = [await given.opened('яма'), await given.opened('вода'), await given.opened('собака')];
  await given.signed(one, [readyText('TEMPLATE', 4, { place: 4, kept: 100 }), readyText('SIMILAR_ANSWER', 5)]);
  await given.signed(other, [readyText('TEMPLATE', 4, { place: 1, kept: 41 })]);
  // Signed once more, after the signature was taken back.
  await given.signed(other, [readyText('TEMPLATE', 4, { place: 1, kept: 31 }), readyText('A_LATER_ONE', 2)]);
  await given.signed(none, undefined);
  expect((await counted()).slice(3)).toEqual([
    { kind: 'SIMILAR_ANSWER', decided: 1, first: 0, amongThree: 0, taken: 0, kept: null },
    { kind: 'TEMPLATE', decided: 2, first: 1, amongThree: 1, taken: 2, kept: 66 },
  ]);
});
