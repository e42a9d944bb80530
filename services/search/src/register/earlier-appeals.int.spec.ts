import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { ApplicantFileResolver } from './adapters/graphql/applicant-file.resolver.js';
import { ApplicantSearchResolver } from './adapters/graphql/applicant-search.resolver.js';
import { answered, received, registered, type Journey } from './application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';
import { Applicants } from './store/applicants.js';

/* What came earlier of a person: where the appeal is registered, on its card and in the person's file. */

const district = testDistrict(1, 'aldan');
const registrar = officialContext([district], ['REGISTRAR']);
const PHONE = '8 924 333 44 55';

let world: RegisterWorld;
let search: ApplicantSearchResolver;
let files: ApplicantFileResolver;
beforeAll(async () => {
  world = await registerWorld([district]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  const applicants = new Applicants(database);
  search = new ApplicantSearchResolver(directory, world.reader, applicants, held, vault, testClock, testSecrets);
  files = new ApplicantFileResolver(directory, world.reader, applicants, held, vault, testClock);
}, 60_000);
afterAll(() => world.close());

async function came(text: string, from: { readonly name: string; readonly contact: string }): Promise<Journey> {
  const made = await received(world.given.vault, text, from);
  await world.deliver(...made.facts);
  return made;
}

async function link(type: 'ApplicantJoined' | 'ApplicantParted', one: Journey, other: Journey): Promise<void> {
  const field = type === 'ApplicantJoined' ? 'with' : 'from';
  for (const [of, to] of [
    [one, other],
    [other, one],
  ] as const)
    await world.deliver(await of.add(type, { [field]: to.appeal, ground: 'DOCUMENT' }));
}

const registering = (args: { name?: string; contact?: string; phone?: string }) =>
  search.earlierAppeals({ district: 'aldan', ...args }, registrar);

/** How many of the person's appeals there are by the card and by the file, each with the appeal itself; and which are open. */
async function counted({ appeal }: Journey) {
  const card = await world.reader.earlier({ district: 1, id: appeal }, { limit: 20 });
  const file = await files.applicantFile({ district: 'aldan', appeal, reason: 'PERSON_CALLS' }, registrar);
  const found = await search.applicants({ district: 'aldan', query: '4455', reason: 'PERSON_CALLS' }, registrar);
  return { card: card.total + 1, file: file!.total, open: file!.open, persons: found.total };
}

it('is the same number everywhere: with what officials joined, and without what they parted', async () => {
  const anna = { name: 'Соколова Анна Петровна', contact: PHONE };
  const [first, second] = [await came('Темно', anna), await came('Опять темно', anna)];
  const letter = await came('Темно во дворе', { name: 'Соколова А.', contact: 'sokolova@example.org' });
  const son = await came('Скользко', { name: 'Соколов Пётр Ильич', contact: PHONE });
  await registered(second, 'АЛД-501');
  await answered(second, 'Свет включили.');
  await world.deliver(...second.facts);
  const byPhone = () => registering({ name: 'Соколова Анна Петровна', phone: PHONE });
  expect(await byPhone()).toMatchObject({ total: 3, open: 2 });
  expect(await counted(first)).toEqual({ card: 3, file: 3, open: 2, persons: 1 });

  await link('ApplicantJoined', first, letter);
  expect(await byPhone()).toMatchObject({ total: 4, open: 3 });
  expect(await registering({ contact: 'sokolova@example.org' })).toMatchObject({ total: 4, open: 3 });
  for (const one of [first, second, letter, son]) expect(await counted(one)).toMatchObject({ card: 4, file: 4 });

  await world.deliver(await son.add('ApplicantParted', { ground: 'FAMILY' }));
  expect(await byPhone()).toMatchObject({ total: 3, open: 2 });
  expect(await registering({ phone: PHONE })).toMatchObject({ total: 3, open: 2 });
  for (const one of [first, second, letter]) expect(await counted(one)).toMatchObject({ card: 3, file: 3, open: 2 });
  // He writes again by the telephone of the family: what is known of him is his own.
  expect(await registering({ name: 'Соколов Пётр Ильич', phone: PHONE })).toMatchObject({
    total: 1,
    open: 1,
    appeals: [{ id: son.appeal }],
  });
  expect(await counted(son)).toEqual({ card: 1, file: 1, open: 1, persons: 2 });

  await link('ApplicantParted', first, letter);
  expect(await byPhone()).toMatchObject({ total: 2, open: 1 });
  expect(await counted(letter)).toMatchObject({ card: 1, file: 1 });
});

it('counts an erased appeal nowhere', async () => {
  const contact = 'gone@example.org';
  const [one, other] = [
    await came('Яма', { name: 'Егоров Иван', contact }),
    await came('Лёд', { name: 'Егоров Иван', contact }),
  ];
  await world.deliver(await one.add('PersonErased', { person: one.person, ground: 'REQUEST' }));
  expect(await registering({ contact })).toMatchObject({ total: 1, appeals: [{ id: other.appeal }] });
  expect(await counted(other)).toMatchObject({ card: 1, file: 1 });
});
