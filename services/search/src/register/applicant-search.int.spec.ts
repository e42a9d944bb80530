import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApplicantSearchReason } from '@otklik/contracts/enumerations';
import { BadInput, RateLimited } from '@otklik/host';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { ApplicantFileResolver } from './adapters/graphql/applicant-file.resolver.js';
import { ApplicantSearchResolver } from './adapters/graphql/applicant-search.resolver.js';
import { answered, officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';
import { Applicants } from './store/applicants.js';

const people = [{ id: officials.executor, login: 'clerk', name: 'Clerk', assignments: [] }];
const district = testDistrict(1, 'aldan', { officials: people });
const other = testDistrict(2, 'neryungri');
const registrar = officialContext([district], ['REGISTRAR'], officials.executor);
const elsewhere = officialContext([other], ['REGISTRAR']);
const controller = officialContext([district], ['CONTROLLER']);
const CONTACT = '8 (924) 000-41-07';

let world: RegisterWorld;
let search: ApplicantSearchResolver;
let files: ApplicantFileResolver;
let openings: OpeningResolver;
let roof: Journey;
let road: Journey;
let family: Journey;
let anonymous: Journey;

const viktor = {
  name: 'Черёмушкин Виктор Павлович',
  contact: CONTACT,
  address: 'г. Алдан, ул. Маяковского, 18, кв. 6',
};

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  const applicants = new Applicants(database);
  const { reader } = world;
  search = new ApplicantSearchResolver(directory, reader, applicants, held, vault, testClock, testSecrets);
  files = new ApplicantFileResolver(directory, reader, applicants, held, vault, testClock);
  openings = new OpeningResolver(directory, reader, held, vault, testClock, testSecrets);
  roof = await received(vault, 'Течёт крыша', { ...viktor, receivedAt: '2026-07-14T00:00:00.000Z' });
  await registered(roof, 'АЛД-97');
  await answered(roof, 'Крышу отремонтируют до 1 октября.');
  road = await received(vault, 'Зимник не открыт', viktor);
  await registered(road, 'АЛД-198');
  const mother = { name: 'Черёмушкина Раиса Ивановна', contact: '+7 924 000 41 07' };
  family = await received(vault, 'Не ходит автобус', { ...mother, receivedAt: '2026-05-01T00:00:00.000Z' });
  anonymous = await received(vault, 'Черёмушкин мешает спать', {});
  const namesake = await received(vault, 'Яма', { name: 'Черёмушкин Пётр', contact: 'p@example.org', district: 2 });
  for (const { facts } of [roof, road, family, anonymous, namesake]) await world.deliver(...facts);
}, 60_000);
afterAll(() => world.close());

const found = (query: string, context = registrar, reason: ApplicantSearchReason = 'PERSON_CALLS') =>
  search.applicants({ district: context.district!.code, query, reason }, context);

const latestOf = async (query: string, context = registrar) =>
  (await found(query, context)).applicants.map(({ latest }) => latest.id);

async function count(sql: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await world.given.worker.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [...values]);
  return rows[0]!.n;
}

it('finds a person by beginnings of the name, telephone and address, and shows initials and no more of them', async () => {
  for (const query of ['черемуш', 'виктор череМушкин', '41-07', '+79240004107', 'маяковского 18', 'черемушкин 4107'])
    expect([query, await latestOf(query)]).toEqual([query, [road.appeal]]);
  const { applicants, total, tooMany, similar } = await found('черемушкин виктор');
  expect({ total, tooMany, similar }).toEqual({ total: 1, tooMany: false, similar: false });
  expect(applicants).toMatchObject([{ initials: 'Ч. В. П.', phoneEnd: '07', total: 3, open: 2 }]);
  expect(applicants[0]?.latest).toMatchObject({ number: 'АЛД-198', excerpt: 'Зимник не открыт' });
  expect(JSON.stringify(applicants)).not.toMatch(/Черёмушкин|Маяковского|924\D{0,2}000/);
});

it('finds a misspelt name where nothing else matches, and says so', async () => {
  const { applicants, similar } = await found('черемшкин виктор');
  expect([applicants.length, similar]).toEqual([1, true]);
  expect((await found('щукин')).applicants).toEqual([]);
});

it('finds nobody by the text of an appeal, and nobody of another district', async () => {
  expect(await latestOf('черемушкин петр')).toEqual([]);
  expect((await found('черемушкин', elsewhere)).applicants).toMatchObject([{ initials: 'Ч. П.' }]);
  const { rows } = await world.given.worker.query<{ district: number; forms: string[] }>(
    `select district, array_agg(distinct form::text) as forms from search.register_applicant_form group by 1`,
  );
  const [one, two] = rows.toSorted((a, b) => a.district - b.district);
  expect(one!.forms.filter((form) => two!.forms.includes(form))).toEqual([]);
});

it('refuses a text in which there is nothing to look for', async () => {
  for (const query of [' ', 'в.', 'ул., д.']) await expect(found(query)).rejects.toThrow(BadInput);
});

it('records each search with its reason, and the same one only once in a quarter of an hour', async () => {
  const of = { kinds: ['APPLICANT_SEARCH'] as const, district: 'aldan', first: 100 };
  const before = (await openings.openings({ ...of, kinds: [...of.kinds] }, controller)).nodes.length;
  await found('раиса', registrar, 'CHECKING_REPEAT');
  await found('РАИСА', registrar, 'CHECKING_REPEAT');
  const { nodes } = await openings.openings({ ...of, kinds: [...of.kinds] }, controller);
  expect(nodes.length).toBe(before + 1);
  expect(nodes.filter(({ reason }) => reason === 'проверяю повторность')).toMatchObject([
    { official: { name: 'Clerk' }, role: 'REGISTRAR', rows: 1, appeal: null },
  ]);
});

it('counts what came earlier of a person who is being registered, by the whole name or the contact', async () => {
  const earlier = (args: { name?: string; contact?: string; phone?: string }) =>
    search.earlierAppeals({ district: 'aldan', ...args }, registrar);
  const byName = await earlier({ name: 'ЧЕРЕМУШКИН Виктор Павлович' });
  // As many as the file has that each of them opens: all of the contact.
  expect(byName).toMatchObject({ total: 3, open: 2, appeals: [{ number: 'АЛД-198' }, { number: 'АЛД-97' }, {}] });
  expect(await earlier({ name: 'Иванов Иван', phone: '89240004107' })).toMatchObject({ total: 3, open: 2 });
  for (const none of [{ name: 'Черёмушкин' }, { name: 'Черёмуш Виктор' }, {}])
    expect(await earlier(none)).toEqual({ total: 0, open: 0, appeals: [] });
});

it('opens the file of a person on record, with all appeals of the contact and what was answered', async () => {
  const file = await files.applicantFile(
    { district: 'aldan', appeal: roof.appeal, reason: 'PERSON_CALLS', details: 'спрашивает про ответ' },
    registrar,
  );
  expect(file?.applicant).toMatchObject(viktor);
  expect(file).toMatchObject({ total: 3, open: 2 });
  expect(file?.appeals.map(({ row, answer, sameName, open }) => [row.id, answer, sameName, open])).toEqual([
    [road.appeal, null, true, true],
    [roof.appeal, 'Крышу отремонтируют до 1 октября.', true, false],
    [family.appeal, null, false, true],
  ]);
  const { nodes } = await openings.openings({ district: 'aldan', appeal: roof.appeal }, controller);
  expect(nodes).toMatchObject([{ kind: 'APPLICANT_FILE', reason: 'человек звонит: спрашивает про ответ' }]);
  const alone = { district: 'aldan', appeal: anonymous.appeal, reason: 'INSPECTION' } as const;
  expect(await files.applicantFile(alone, registrar)).toMatchObject({ total: 1, open: 1, appeals: [{ answer: null }] });
});

it('keeps no word in clear, and makes the same words of the history again', async () => {
  const { rows } = await world.given.worker.query<{ text: string }>(
    `select row_to_json(w)::text as text from search.register_applicant_word w
     union all select row_to_json(f)::text from search.register_applicant_form f`,
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.map(({ text }) => text).join()).not.toMatch(/[а-яё]/i);
  const { rows: applied } = await world.given.worker.query<{ clear: string }>(
    `select clear::text as clear from search.register where district = 1`,
  );
  expect(applied.map(({ clear }) => clear).join()).not.toMatch(/Виктор|виктор|4107|аяковского/);
  expect((await world.readModels.verify('register')).differences).toEqual([]);
});

it('shows the appeals of contacts that an official joined as one person’s, and no longer once they are parted', async () => {
  const { vault } = world.given;
  const byPhone = await received(vault, 'Нет света', { name: 'Соколова Анна', contact: '8 924 111 22 33' });
  const again = await received(vault, 'Опять нет света', { name: 'Соколова Анна', contact: '8 924 111 22 33' });
  const byMail = await received(vault, 'Темно во дворе', { name: 'Соколова А.', contact: 'sokolova@example.org' });
  const early = await received(vault, 'Лёд на крыльце', {
    name: 'Соколова А.',
    contact: 'sokolova@example.org',
    receivedAt: '2026-02-01T00:00:00.000Z',
  });
  for (const { facts } of [byPhone, again, byMail, early]) await world.deliver(...facts);
  const opened = async ({ appeal }: Journey) => {
    const file = await files.applicantFile({ district: 'aldan', appeal, reason: 'PERSON_CALLS' }, registrar);
    return { total: file!.total, ids: file!.appeals.map(({ row }) => row.id).toSorted() };
  };
  const idsOf = (...of: readonly Journey[]) => ({ total: of.length, ids: of.map(({ appeal }) => appeal).toSorted() });
  const linked = async (type: 'ApplicantJoined' | 'ApplicantParted') => {
    const field = type === 'ApplicantJoined' ? 'with' : 'from';
    for (const [one, other] of [
      [again, byMail],
      [byMail, again],
    ] as const)
      await world.deliver(await one.add(type, { [field]: other.appeal, ground: 'DOCUMENT' }));
  };
  expect(await opened(byPhone)).toEqual(idsOf(byPhone, again));
  expect(await latestOf('соколова')).toHaveLength(2);
  await linked('ApplicantJoined');
  for (const one of [byPhone, again, byMail, early])
    expect(await opened(one)).toEqual(idsOf(byPhone, again, byMail, early));
  expect((await found('соколова')).total).toBe(1);
  expect((await found('22-33')).applicants).toMatchObject([{ total: 4 }]);
  await linked('ApplicantParted');
  expect(await opened(early)).toEqual(idsOf(byMail, early));
  await linked('ApplicantJoined');
  // One of a family: it leaves the contact, and comes back.
  await world.deliver(await byPhone.add('ApplicantParted', { ground: 'FAMILY' }));
  expect(await opened(byPhone)).toEqual(idsOf(byPhone));
  expect(await opened(early)).toEqual(idsOf(again, byMail, early));
  await world.deliver(await byPhone.add('ApplicantJoined', { ground: 'MISTAKE' }));
  expect(await opened(byPhone)).toEqual(idsOf(byPhone, again, byMail, early));
  // An erased appeal is in no other file, and leads to none.
  await world.deliver(await byMail.add('PersonErased', { person: byMail.person, ground: 'REQUEST' }));
  expect(await opened(early)).toEqual(idsOf(early));
  expect(await opened(byPhone)).toEqual(idsOf(byPhone, again));
  expect((await opened(byMail)).total).toBe(1);
  expect((await world.readModels.verify('register')).differences).toEqual([]);
});

it('removes the words of an erased person, and leaves those that others have', async () => {
  const forgotten = await received(world.given.vault, 'Забудьте', { name: 'Удалов Виктор', contact: 'u@example.org' });
  await world.deliver(...forgotten.facts);
  const words = 'search.register_applicant_word where id = $1';
  const forms = 'search.register_applicant_form where district = 1';
  const withHim = await count(forms);
  expect(await count(words, [forgotten.appeal])).toBe(3);
  expect(await latestOf('удалов')).toEqual([forgotten.appeal]);
  await world.deliver(await forgotten.add('PersonErased', { person: forgotten.person, ground: 'REQUEST' }));
  expect(await count(words, [forgotten.appeal])).toBe(0);
  expect(await count(forms)).toBeLessThan(withHim);
  expect(
    await count(
      `search.register_applicant_form f where not exists (select from search.register_applicant_word w
        where w.district = f.district and w.word = f.word)`,
    ),
  ).toBe(0);
  expect(await latestOf('удалов')).toEqual([]);
  expect(await latestOf('виктор')).toEqual([road.appeal]);
});

it('shows no more than 60 searches an hour, those for registration apart', async () => {
  const hasty = officialContext([district], ['MODERATOR']);
  for (let at = 0; at < 60; at += 1) await found(`${4000 + at}`, hasty);
  await expect(found('черемушкин', hasty)).rejects.toThrow(RateLimited);
  expect(await latestOf('черемушкин')).toEqual([road.appeal]);
});

it('shows no more than 60 of 100 searches that are asked for at once', async () => {
  const many = officialContext([district], ['CONTROLLER']);
  const asked = Array.from({ length: 100 }, (_, at) => found(`${7000 + at}`, many));
  const answers = await Promise.allSettled(asked);
  const shown = answers.filter(({ status }) => status === 'fulfilled').length;
  const refused = answers.filter((one) => one.status === 'rejected' && one.reason instanceof RateLimited).length;
  expect({ shown, refused }).toEqual({ shown: 60, refused: 40 });
});

it('opens no more than 60 files an hour, also of those that are asked for at once', async () => {
  const many = officialContext([district], ['HEAD']);
  const file = { district: 'aldan', appeal: roof.appeal, reason: 'INSPECTION' } as const;
  const answers = await Promise.allSettled(Array.from({ length: 70 }, () => files.applicantFile(file, many)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  await expect(files.applicantFile(file, many)).rejects.toThrow(RateLimited);
  expect(await files.applicantFile(file, registrar)).toMatchObject({ total: 3 });
});

it('reads along indexes', async () => {
  await world.given.worker.query('analyze');
  const { rows } = await world.given.database.scope(1).transaction(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(
      `explain select w.id from search.register_applicant_form f
       join search.register_applicant_word w on w.district = f.district and w.word = f.word
       where f.district = 1 and f.form = any('{1,2,3}'::bigint[])`,
    );
  });
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index Cond: .*district = 1.*form = ANY/);
  expect(plan).toMatch(/Index Cond: .*district = 1.*word = /);
  expect(plan).not.toContain('Seq Scan');
});
