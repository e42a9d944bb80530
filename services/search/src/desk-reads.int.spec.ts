import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { BadInput, Forbidden } from '@otklik/host';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { ApplicantResolver } from './adapters/graphql/applicant.resolver.js';
import { CardViewersResolver } from './adapters/graphql/card-viewers.resolver.js';
import { ListResolver } from './adapters/graphql/list.resolver.js';
import { OpeningResolver } from './adapters/graphql/opening.resolver.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { WorklistResolver } from './adapters/graphql/worklist.resolver.js';
import { Indexer } from './adapters/postgres/index/indexer.js';
import { PostgresCardPresence } from './adapters/postgres/postgres-card-presence.js';
import { PostgresOpenings } from './adapters/postgres/postgres-openings.js';
import { officials, received, registered, type Journey } from './application/register/journey.fixture.js';
import {
  askedFor,
  foundAppeals,
  indexing,
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';

const known = {
  departments: [
    { id: 'u', code: 'utilities', name: 'ЖКХ' },
    { id: 'h', code: 'housing', name: 'Жильё' },
  ],
  settlements: [{ code: 'tommot', name: 'Томмот' }],
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 30, numberPrefix: 'АЛД' },
};
const people = [officials.executor, officials.moderator].map((id) => ({
  ...{ id, login: id, name: `Official ${id.slice(0, 4)}`, assignments: [] },
}));
const district = testDistrict(1, 'aldan', { ...known, officials: people });
const wholeCard = askedFor('row { number } text');
const asks = { fieldNodes: [], fragments: {} } as unknown as Parameters<ListResolver['questions']>[2];

const utilitiesExecutor = officialContext(
  [district],
  [{ district: 1, role: 'EXECUTOR', department: 'u' }],
  officials.executor,
);
const housingExecutor = officialContext([district], [{ district: 1, role: 'EXECUTOR', department: 'h' }]);
const moderator = officialContext([district], ['MODERATOR'], officials.moderator);
const controller = officialContext([district], ['CONTROLLER']);

let world: RegisterWorld;
let indexer: Indexer<number>;
let lists: ListResolver;
let register: RegisterResolver;
let applicants: ApplicantResolver;
let openings: OpeningResolver;
let worklists: WorklistResolver;
let viewers: CardViewersResolver;
let inWork: Journey;
let fresh: Journey;

beforeAll(async () => {
  world = await registerWorld([district]);
  const { given, reader, changes } = world;
  const { directory, vault, database } = given;
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  lists = new ListResolver(directory, reader, foundAppeals(world, analyse), testClock, testSecrets);
  const held = new PostgresOpenings(database);
  register = new RegisterResolver(directory, reader, held, vault, testClock, testSecrets);
  openings = new OpeningResolver(directory, reader, held, vault, testClock, testSecrets);
  applicants = new ApplicantResolver(directory, reader, held, vault, testClock);
  worklists = new WorklistResolver(reader, changes, testClock);
  viewers = new CardViewersResolver(directory, reader, new PostgresCardPresence(database), testClock);
  const contact = 'a@example.org';
  fresh = await received(vault, 'Новое сообщение', { contact, receivedAt: '2026-11-23T00:00:00.000Z' });
  inWork = await received(vault, 'Яма на Лесной', { contact, name: 'Анна', place: 'Лесная, 4' });
  await registered(inWork, 'АЛД-С-2026-212');
  await inWork.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
  await world.deliver(...fresh.facts, ...inWork.facts);
}, 60_000);
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

const codesOf = async (context: typeof moderator) =>
  (await worklists.worklists(context)).map(({ code, total }) => [code, total]);

it('counts the worklists that the roles open, and lists by each of them as many rows as it counts', async () => {
  expect(await codesOf(moderator)).toEqual([
    ['TO_MODERATE', 1],
    ['TO_CALL', 0],
    ['REOPENING_REQUESTED', 0],
  ]);
  expect(await codesOf(utilitiesExecutor)).toEqual([
    ['MINE', 1],
    ['DEPARTMENT', 1],
    ['DUE_TODAY', 0],
    ['OVERDUE', 0],
    ['SENT_BACK', 0],
    ['TO_CALL', 0],
  ]);
  expect(await codesOf(housingExecutor)).toEqual(expect.arrayContaining([['DEPARTMENT', 0]]));
  const mine = await lists.questions({ district: 'aldan', filter: { worklist: 'MINE' } }, utilitiesExecutor, asks);
  expect(mine.nodes.map(({ id }) => id)).toEqual([inWork.question]);
  const moderated = { district: 'aldan', filter: { worklist: 'TO_MODERATE' } } as const;
  expect((await lists.appeals(moderated, moderator, asks)).nodes.map(({ id }) => id)).toEqual([fresh.appeal]);
});

it('lists by words in any form, within the worklist and beside its other filters', async () => {
  const found = (words: string, more: AppealFilter = {}) => {
    const filter = { worklist: 'MINE', words, ...more } as const;
    return lists.questions({ district: 'aldan', filter }, utilitiesExecutor, asks);
  };
  const [page] = await eventually(async () => {
    const list = await found('ямы на лесную');
    return list.nodes.length > 0 ? [list] : undefined;
  });
  expect(page?.nodes.map(({ id }) => id)).toEqual([inWork.question]);
  expect((await page!.total()).count).toBe(1);
  expect((await found('ямы', { channels: ['PHONE'] })).nodes).toEqual([]);
  expect((await found('сообщение')).nodes).toEqual([]);
  const appeals = await lists.appeals({ district: 'aldan', filter: { words: 'сообщение' } }, moderator, asks);
  expect(appeals.nodes.map(({ id }) => id)).toEqual([fresh.appeal]);
});

it('refuses the worklist of another role, and calls as a filter of appeals', async () => {
  const listed = (worklist: 'TO_SIGN' | 'TO_CALL') =>
    lists.questions({ district: 'aldan', filter: { worklist } }, utilitiesExecutor, asks);
  await expect(listed('TO_SIGN')).rejects.toThrow(Forbidden);
  await expect(listed('TO_CALL')).rejects.toThrow(BadInput);
});

it('opens the card to the departments of its questions, and shows the others the row without the texts', async () => {
  const card = { district: 'aldan', id: inWork.appeal };
  const opened = await register.appeal(card, utilitiesExecutor, wholeCard);
  expect(opened?.text).toBe('Яма на Лесной');
  expect(opened?.row.allowedActions).toEqual([]);
  expect(opened?.row.questions[0]?.response?.allowedActions).toEqual(['DRAFT_RESPONSE', 'ADD_NOTE']);
  await expect(register.appeal(card, housingExecutor, wholeCard)).rejects.toThrow(Forbidden);
  const rows = await lists.questions({ district: 'aldan' }, housingExecutor, asks);
  expect(rows.nodes).toMatchObject([
    { id: inWork.question, excerpt: null, appeal: { excerpt: null, place: null, number: 'АЛД-С-2026-212' } },
  ]);
  const own = await lists.questions({ district: 'aldan' }, utilitiesExecutor, asks);
  expect(own.nodes).toMatchObject([{ excerpt: 'Яма на Лесной', appeal: { place: 'Лесная, 4' } }]);
});

it.each(['АЛД-С-2026-212', 'алд с 2026/212', 'С-212', 'c-212', '212'])(
  'opens a card by the number as it is typed: %s',
  async (number) => {
    const card = await register.appeal({ district: 'aldan', number }, moderator, wholeCard);
    expect(card?.row.id).toBe(inWork.appeal);
    expect(card?.earlier.map(({ id }) => id)).toEqual([fresh.appeal]);
  },
);

it('finds nothing by what is no number, and asks for an id or a number', async () => {
  expect(await register.appeal({ district: 'aldan', number: 'яма' }, moderator, wholeCard)).toBeNull();
  await expect(register.appeal({ district: 'aldan' }, moderator, wholeCard)).rejects.toThrow(BadInput);
});

it('opens contacts to an official with an act at hand, and records who, whose, when and why', async () => {
  const args = { district: 'aldan', appeal: inWork.appeal, reason: 'уточнить адрес' };
  await expect(applicants.applicant(args, moderator)).rejects.toThrow(Forbidden);
  await expect(applicants.applicant(args, housingExecutor)).rejects.toThrow(Forbidden);
  await expect(applicants.applicant({ ...args, reason: ' ' }, utilitiesExecutor)).rejects.toThrow(BadInput);
  expect(await applicants.applicant(args, utilitiesExecutor)).toEqual({
    ...{ name: 'Анна', contact: 'a@example.org', contactKind: 'EMAIL', identified: false },
  });
  const of = { district: 'aldan', appeal: inWork.appeal, kinds: ['CONTACT'] } as const;
  expect((await openings.openings(of, controller)).nodes).toMatchObject([
    {
      ...{ official: { id: officials.executor }, role: 'EXECUTOR', reason: 'уточнить адрес', at: testClock.now() },
      appeal: { number: 'АЛД-С-2026-212' },
    },
  ]);
  expect((await openings.openings({ ...of, to: '2026-11-23' }, controller)).nodes).toEqual([]);
  expect((await openings.openings({ ...of, official: randomUUID() }, controller)).nodes).toEqual([]);
  const { rows } = await world.given.worker.query<{ reason: string }>(
    `select reason from search.contact_opening where kind = 'CONTACT'`,
  );
  expect(rows.map(({ reason }) => reason.startsWith('sealed:'))).toEqual([true]);
});

it('records who opened which card, once in a quarter of an hour, and not who was refused or read the row', async () => {
  const told = await received(world.given.vault, 'Карточка, которую открывают');
  await registered(told, 'АЛД-С-2026-77');
  await world.deliver(...told.facts);
  const card = { district: 'aldan', id: told.appeal };
  await register.appeal(card, moderator, askedFor('row { number } notices { id } stale'));
  await expect(register.appeal(card, housingExecutor, wholeCard)).rejects.toThrow(Forbidden);
  const of = { district: 'aldan', appeal: told.appeal };
  expect((await openings.openings(of, controller)).nodes).toEqual([]);
  await register.appeal(card, moderator, wholeCard);
  await register.appeal(card, moderator, askedFor('... on AppealCard { history { at } }'));
  const { nodes } = await openings.openings(of, controller);
  expect(nodes).toMatchObject([
    { kind: 'CARD', official: { id: officials.moderator }, role: 'MODERATOR', reason: null, rows: null },
  ]);
  const { district: id } = told;
  const again = { id: randomUUID(), kind: 'CARD', appeal: told.appeal, official: officials.moderator } as const;
  const at = '2026-11-24T03:15:00.000Z';
  await new PostgresOpenings(world.given.database).recordCard(id, { ...again, role: 'MODERATOR', at });
  expect((await openings.openings(of, controller)).nodes).toHaveLength(2);
});

it('tells who else has the card open, until the window is closed', async () => {
  const args = { district: 'aldan', appeal: inWork.appeal };
  await expect(viewers.cardViewers(args, housingExecutor)).rejects.toThrow(Forbidden);
  const mine = (await viewers.cardViewers(args, utilitiesExecutor))[Symbol.asyncIterator]();
  const others = async () => (await mine.next()).value?.cardViewers.map(({ id }: { id: string }) => id);
  expect(await others()).toEqual([]);
  const theirs = (await viewers.cardViewers(args, moderator))[Symbol.asyncIterator]();
  expect((await theirs.next()).value?.cardViewers).toMatchObject([{ id: officials.executor }]);
  expect(await others()).toEqual([officials.moderator]);
  await theirs.return?.();
  expect(await others()).toEqual([]);
  await mine.return?.();
  const left = () => world.given.database.scope(1).query('select from search.card_viewer');
  await eventually(async () => ((await left()).rowCount === 0 ? true : undefined));
}, 20_000);

it('tells the counts at once and when one of them has changed', async () => {
  const counts = worklists.worklistChanges(moderator)[Symbol.asyncIterator]();
  const toModerate = async () =>
    (await counts.next()).value?.worklistChanges.find(({ code }: { code: string }) => code === 'TO_MODERATE')?.total;
  expect(await toModerate()).toBe(1);
  const next = toModerate();
  const more = await received(world.given.vault, 'Ещё одно');
  await world.deliver(...more.facts);
  expect(await next).toBe(2);
  await counts.return?.();
});
