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
