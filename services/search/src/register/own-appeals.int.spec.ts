import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Unauthenticated, type PermittedContext } from '@otklik/host';
import { OwnAppealsResolver } from './adapters/graphql/own-appeals.resolver.js';
import { officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import { officialContext, registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';
import { Applicants } from './store/applicants.js';

const PETROV = 'https://esia.example/ 1000571421';
const policy = {
  version: 1,
  autoRegisterMessages: false,
  answerTerms: {},
  reopenWithinDays: 30,
  numberPrefix: 'АЛД',
};
const aldan = testDistrict(1, 'aldan', { policy });
const tompo = testDistrict(2, 'tompo', { policy });

let world: RegisterWorld;
let own: OwnAppealsResolver;
beforeAll(async () => {
  world = await registerWorld([aldan, tompo]);
  const { vault, database } = world.given;
  own = new OwnAppealsResolver(world.reader, new Applicants(database), vault);
}, 60_000);
afterAll(() => world.close());

const signedIn = (subject: string, district = aldan): PermittedContext => ({
  ...officialContext([district], []),
  district,
  actor: { kind: 'anyone', identified: { subject } },
});
const listed = async (context: PermittedContext) => (await own.ownAppeals(context)).appeals;
async function sent(text: string, more: Parameters<typeof received>[2]): Promise<Journey> {
  const made = await received(world.given.vault, text, more);
  await world.deliver(...made.facts);
  return made;
}

it('lists what a person sent by the identity, the newest first, and nothing of another', async () => {
  const first = await sent('Яма на Лесной', { subject: PETROV, receivedAt: '2026-11-22T03:00:00.000Z' });
  const second = await sent('Нет воды', { subject: PETROV, receivedAt: '2026-11-23T03:00:00.000Z' });
  await sent('Чужое', { subject: 'https://esia.example/ 1000571422' });
  await sent('Без входа', { contact: 'petrov@example.org' });
  await registered(first, 'АЛД-С-2026-212');
  await world.deliver(...first.facts);
  expect(await own.ownAppeals(signedIn(PETROV))).toMatchObject({
    total: 2,
    appeals: [
      { id: second.appeal, excerpt: 'Нет воды', number: null, state: 'RECEIVED', questions: 0, answered: 0 },
      { id: first.appeal, excerpt: 'Яма на Лесной', number: 'АЛД-С-2026-212', state: 'REGISTERED' },
    ],
  });
});

it('lists nothing to the same number of another issuer, nor to the same person at another district', async () => {
  await sent('Яма на Мира', { subject: PETROV });
  expect(await listed(signedIn('https://other.example/ 1000571421'))).toEqual([]);
  expect(await listed(signedIn(PETROV, tompo))).toEqual([]);
});

it('lists nothing of what was erased', async () => {
  const subject = 'https://esia.example/ 1000571499';
  const gone = await sent('Удалите меня', { subject });
  expect(await listed(signedIn(subject))).toHaveLength(1);
  await gone.add('PersonErased', { ground: 'COURT' });
  await world.deliver(...gone.facts);
  expect(await listed(signedIn(subject))).toEqual([]);
});

it('is for those who signed in alone', async () => {
  const anyone: PermittedContext = { ...signedIn(PETROV), actor: { kind: 'anyone' } };
  await expect(own.ownAppeals(anyone)).rejects.toThrow(Unauthenticated);
  const moderator = officialContext([aldan], ['MODERATOR'], officials.moderator);
  await expect(own.ownAppeals(moderator)).rejects.toThrow(Unauthenticated);
});
