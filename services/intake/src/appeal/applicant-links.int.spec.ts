import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChangeResult } from '@otklik/contracts/generated/graphql';
import { NotFound } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

async function submitted(contact: string, district = 'aldan'): Promise<string> {
  const form = { district, key: randomUUID(), text: 'Темно.', name: 'Анна Соколова', contact, consent: '2026-09-01' };
  const answer = await world.submission.submitAppeal(form, world.anyone(district));
  return (answer as { readonly id: string }).id;
}

const act = (id: string, expectedVersion = 1) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });
const linksOf = async (id: string) =>
  (await world.store.read(1, id))
    .filter(({ type }) => type.startsWith('Applicant'))
    .map(({ type, data, actor }) => ({ type, data, actor: actor.kind }));
const version = (answer: ChangeResult) => (answer.__typename === 'Change' ? answer.version : answer);

it('stand on both appeals, by ids alone, and are undone on both', async () => {
  const [one, other] = [await submitted('8 924 111 22 33'), await submitted('anna@example.org')];
  const joining = { ...act(one), with: other.toUpperCase(), ground: 'DOCUMENT' };
  expect(version(await world.links.joinApplicants(joining, world.as('REGISTRAR')))).toBe(2);
  const joined = (of: string) => ({
    type: 'ApplicantJoined',
    data: { with: of, ground: 'DOCUMENT' },
    actor: 'official',
  });
  const parted = (of: string) => ({
    type: 'ApplicantParted',
    data: { from: of, ground: 'MISTAKE' },
    actor: 'official',
  });
  expect(await linksOf(one)).toEqual([joined(other)]);
  expect(await linksOf(other)).toEqual([joined(one)]);
  // It may be undone from either.
  await world.links.partApplicants({ ...act(other, 2), from: one, ground: 'MISTAKE' }, world.as('REGISTRAR'));
  expect(await linksOf(one)).toEqual([joined(other), parted(other)]);
  expect(await linksOf(other)).toEqual([joined(one), parted(one)]);
  // A retry of the former act, after it was undone, records nothing on either.
  await world.links.joinApplicants(joining, world.as('REGISTRAR'));
  expect([(await linksOf(one)).length, (await linksOf(other)).length]).toEqual([2, 2]);
});

it('are refused with what the district does not have, with itself, and by an old version', async () => {
  const [one, other] = [await submitted('8 924 111 22 34'), await submitted('anna2@example.org')];
  const elsewhere = await submitted('anna3@example.org', 'tompo');
  for (const wrong of [randomUUID(), elsewhere, one])
    await expect(
      world.links.joinApplicants({ ...act(one), with: wrong, ground: 'SAID' }, world.as('REGISTRAR')),
    ).rejects.toThrow(NotFound);
  const late = await world.links.joinApplicants({ ...act(one, 7), with: other, ground: 'SAID' }, world.as('REGISTRAR'));
  expect(late).toMatchObject({ code: 'VERSION_CONFLICT' });
  expect([await linksOf(one), await linksOf(other)]).toEqual([[], []]);
});

it('are made one after the other where two officials join the same appeals the other way round', async () => {
  const [one, other] = [await submitted('8 924 111 22 35'), await submitted('anna4@example.org')];
  const answers = await Promise.all([
    world.links.joinApplicants({ ...act(one), with: other, ground: 'SAID' }, world.as('REGISTRAR')),
    world.links.joinApplicants({ ...act(other), with: one, ground: 'SAID' }, world.as('CONTROLLER')),
  ]);
  expect(answers.filter(({ __typename }) => __typename === 'Change')).toHaveLength(1);
  expect([(await linksOf(one)).length, (await linksOf(other)).length]).toEqual([1, 1]);
});

const joins = async (one: string, other?: string) => {
  const { length } = await world.store.read(1, one);
  const input = { ...act(one, length), ...(other && { with: other }), ground: 'SAID' } as const;
  return version(await world.links.joinApplicants(input, world.as('REGISTRAR')));
};
const parts = async (one: string, other?: string) => {
  const { length } = await world.store.read(1, one);
  const input = { ...act(one, length), ...(other && { from: other }), ground: 'FAMILY' } as const;
  return version(await world.links.partApplicants(input, world.as('CONTROLLER')));
};
/** The appeals that each of these is joined with by its own log. */
async function joinedOf(...appeals: readonly string[]) {
  const found = await Promise.all(appeals.map((id) => world.operations.concerned(1, id)));
  return found.map(({ joined }) => joined.toSorted());
}
const sorted = (...ids: readonly string[]) => ids.toSorted();

it('are joined, undone and joined again, as often as officials change their minds', async () => {
  const [one, other] = [await submitted('8 924 111 22 36'), await submitted('anna5@example.org')];
  for (let time = 0; time < 3; time += 1) {
    await joins(time % 2 === 0 ? one : other, time % 2 === 0 ? other : one);
    expect(await joinedOf(one, other)).toEqual([[other], [one]]);
    await parts(time % 2 === 0 ? other : one, time % 2 === 0 ? one : other);
    expect(await joinedOf(one, other)).toEqual([[], []]);
  }
});

it('are left by the one of three that is another person’s, and it comes back to all of them', async () => {
  const contacts = ['a', 'b', 'c'].map((name) => `${name}-${randomUUID()}@example.org`);
  const [a, b, c] = await Promise.all(contacts.map((contact) => submitted(contact)));
  await joins(a!, b!);
  await joins(b!, c!);
  expect(await joinedOf(a!, b!, c!)).toEqual([sorted(b!, c!), sorted(a!, c!), sorted(a!, b!)]);
  // It has nothing but links to the others: parted from its contact alone it would stay among them.
  await parts(c!);
  expect(await joinedOf(a!, b!, c!)).toEqual([[b], [a], []]);
  await joins(c!);
  expect(await joinedOf(a!, b!, c!)).toEqual([sorted(b!, c!), sorted(a!, c!), sorted(a!, b!)]);
  expect(await linksOf(c!)).toMatchObject([
    { type: 'ApplicantJoined', data: { with: b } },
    { type: 'ApplicantParted', data: { others: [b] } },
    { type: 'ApplicantJoined', data: { others: [b] } },
  ]);
  expect((await linksOf(b!)).slice(2)).toMatchObject([
    { type: 'ApplicantParted', data: { from: c } },
    { type: 'ApplicantJoined', data: { with: c } },
  ]);
  // One of them is erased meanwhile: the other comes back to who is left.
  await parts(b!);
  expect(await joinedOf(a!, b!, c!)).toEqual([[], [], []]);
  await world.operations.erase({
    district: 1,
    subject: c!,
    actor: { kind: 'system', id: 'operator' },
    ground: 'COURT',
  });
  await joins(b!);
  expect(await joinedOf(a!, b!)).toEqual([[b], [a]]);
});

it('keep one end of each pair where two officials part and join the same three at once', async () => {
  const contacts = ['a', 'b', 'c'].map((name) => `${name}-${randomUUID()}@example.org`);
  const [a, b, c] = await Promise.all(contacts.map((contact) => submitted(contact)));
  await joins(a!, b!);
  await Promise.allSettled([joins(b!, c!), parts(b!), joins(c!, a!), parts(a!, b!), joins(c!, b!)]);
  const links = await Promise.all([a!, b!, c!].map(async (id) => (await world.store.read(1, id)).length));
  expect(links.every((length) => length > 0)).toBe(true);
  const [ofA, ofB, ofC] = await joinedOf(a!, b!, c!);
  // Each log tells the same of every pair.
  for (const [id, own] of [
    [a!, ofA!],
    [b!, ofB!],
    [c!, ofC!],
  ] as const)
    for (const [other, others] of [
      [a!, ofA!],
      [b!, ofB!],
      [c!, ofC!],
    ] as const)
      if (id !== other) expect(own.includes(other)).toBe(others.includes(id));
});
