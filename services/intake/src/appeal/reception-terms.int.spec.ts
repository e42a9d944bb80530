import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Change, Receipt } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const act = (id: string, expectedVersion: number) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });
const typesOf = async (id: string) => (await world.store.read(1, id)).map(({ type }) => type);

async function arrived(channel: 'SITE' | 'PAPER'): Promise<string> {
  const fields = { district: 'aldan', key: randomUUID(), text: 'Темно.', name: 'Айта Петрова' };
  const answer =
    channel === 'SITE'
      ? await world.submission.submitAppeal({ ...fields, consent: '2026-09-01' }, world.anyone())
      : await world.submission.enterAppeal({ ...fields, channel }, world.as('REGISTRAR'));
  const { id } = answer as Receipt;
  for (const fact of await world.store.read(1, id)) await world.deliver(fact);
  return id;
}

it('59-FZ art. 8(2): warns of the registration at the shares of its term and at its end, once whatever the copies and the clock do', async () => {
  const [waits, done] = [await arrived('PAPER'), await arrived('PAPER')];
  await world.warn();
  expect(await typesOf(waits)).toEqual(['AppealReceived']);
  await world.moderation.registerAppeal(act(done, 1), world.as('REGISTRAR'));
  world.pass(3 * DAY_MS);
  await world.warn();
  const near = ['AppealReceived', 'RegistrationNear', 'RegistrationNear'];
  expect(await typesOf(waits)).toEqual(near);
  world.pass(-2 * DAY_MS);
  await world.warn();
  world.pass(4 * DAY_MS);
  await world.warn();
  await world.warn();
  expect(await typesOf(waits)).toEqual([...near, 'RegistrationMissed']);
  expect((await world.store.read(1, waits))[2]!.data).toMatchObject({ share: 80, escalated: true, rule: 'REG' });
  expect(await typesOf(done)).toEqual(['AppealReceived', 'AppealRegistered']);
});

it('lets a registrar act who has not seen a warning', async () => {
  const id = await arrived('PAPER');
  world.pass(2 * DAY_MS);
  await world.warn();
  expect(await typesOf(id)).toEqual(['AppealReceived', 'RegistrationNear']);
  const answer = await world.moderation.registerAppeal(act(id, 1), world.as('REGISTRAR'));
  expect(answer).toMatchObject({ __typename: 'Change', version: 3 });
});

it('warns of a message that waits for the moderator; as an appeal it has a term of its own', async () => {
  const id = await arrived('SITE');
  world.pass(5 * HOUR_MS);
  await world.warn();
  expect((await world.store.read(1, id)).at(-1)).toMatchObject({ type: 'RegistrationMissed', data: { rule: 'MOD' } });
  const { version } = (await world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR'))) as Change;
  const visit = { ...act(id, version), identification: 'VISIT', identifiedBy: 'паспорт' };
  await world.moderation.turnIntoAppeal(visit, world.as('MODERATOR'));
  const turned = (await world.store.read(1, id)).at(-1)!;
  const from = world.at();
  expect(turned).toMatchObject({ data: { deadline: { rule: 'REG', term: 3, unit: 'CALENDAR_DAYS' } }, at: from });
  await world.deliver(turned);
  world.pass(5 * DAY_MS);
  await world.warn();
  const last = (await world.store.read(1, id)).at(-1);
  expect(last).toMatchObject({ type: 'RegistrationMissed', data: { rule: 'REG', duty: 'REGISTER' } });
});
