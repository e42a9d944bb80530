import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { BadInput, Forbidden } from '@otklik/host';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { ApplicantResolver } from './adapters/graphql/applicant.resolver.js';
import { CardViewersResolver } from '../live/adapters/graphql/card-viewers.resolver.js';
import { ListResolver } from './adapters/graphql/list.resolver.js';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { OpenApplicant } from './adapters/graphql/open-applicant.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { WorklistResolver } from './adapters/graphql/worklist.resolver.js';
import { Indexer } from '../fulltext/adapters/postgres/indexer.js';
import { CardPresence } from '../live/store/card-presence.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import {
  askedFor,
  foundAppeals,
  indexing,
  officialContext,
  registerWorld,
  openGuard,
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
  id,
  login: id,
  name: `Official ${id.slice(0, 4)}`,
  assignments: [],
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
let residents: ResidentResolver;
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
  const held = new PostgresOpenings(database);
  lists = new ListResolver(directory, reader, foundAppeals(world, analyse), held, openGuard, testClock, testSecrets);
  register = new RegisterResolver(directory, reader, held, vault, testClock, testSecrets);
  openings = new OpeningResolver(directory, reader, held, vault, testClock, testSecrets);
  applicants = new ApplicantResolver(reader, new OpenApplicant(held, vault, testClock));
  residents = new ResidentResolver(directory, reader, held, vault, testClock);
  worklists = new WorklistResolver(reader, changes, testClock);
  viewers = new CardViewersResolver(directory, reader, new CardPresence(database), testClock);
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
    ['TO_POS', 0],
    ['REOPENING_REQUESTED', 0],
    ['SUPPLEMENTED', 0],
    ['TO_PUBLISH', 0],
  ]);
  expect(await codesOf(utilitiesExecutor)).toEqual([
    ['MINE', 1],
    ['DEPARTMENT', 1],
    ['DUE_TODAY', 0],
    ['OVERDUE', 0],
    ['SENT_BACK', 0],
    ['TO_CALL', 0],
    ['INFORMATION_AWAITED', 0],
    ['INFORMATION_OVERDUE', 0],
    ['SUPPLEMENTED', 0],
    ['PROMISES', 0],
    ['TO_PUBLISH', 0],
    ['LETTERS_TO_BODIES', 0],
    ['CO_EXECUTED', 0],
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
  expect(opened?.row.allowedActions).toEqual(['CORRECT_DETAILS']);
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
    expect(card?.earlierTotal).toBe(1);
  },
);

it('proposes of who left only a postal address what came from there before, in whatever spelling', async () => {
  const { vault } = world.given;
  const from = (address: string, number: string) =>
    received(vault, 'Письмо на бумаге', { address }).then(async (made) => {
      await registered(made, number);
      await world.deliver(...made.facts);
      return made.appeal;
    });
  const first = await from('678900, г. Алдан, ул. Ленина, д. 1, кв. 4', 'АЛД-2026-301');
  await from('678900, г. Алдан, ул. Ленина, д. 1, кв. 5', 'АЛД-2026-302');
  const second = await from('Алдан, Ленина 1-4', 'АЛД-2026-303');
  const card = await register.appeal({ district: 'aldan', id: second }, moderator, wholeCard);
  expect(card?.earlier.map(({ id }) => id)).toEqual([first]);
});

it('shows the case as it was known at an instant, with nothing to do on it, and nothing before it was received', async () => {
  const asOf = (at: string) => register.appeal({ district: 'aldan', id: inWork.appeal, at }, moderator, wholeCard);
  const atOf = (type: string) => inWork.facts.find((fact) => fact.type === type)!.at;
  const before = await asOf(atOf('AppealReceived'));
  expect(before).toMatchObject({ text: 'Яма на Лесной', row: { state: 'RECEIVED', questions: [] } });
  expect(before?.row.number).toBeUndefined();
  expect(before?.history.map(({ type }) => type)).toEqual(['APPEAL_RECEIVED']);
  expect(before?.row.allowedActions).toEqual([]);
  const now = await register.appeal({ district: 'aldan', id: inWork.appeal }, controller, wholeCard);
  const until = inWork.facts.at(-1)!.at;
  const last = await asOf(until);
  const { earlier, earlierTotal } = last!;
  expect(earlierTotal).toBe(earlier.length);
  expect(last).toEqual({
    ...now,
    until,
    earlier,
    earlierTotal,
    row: { ...now!.row, allowedActions: [], questions: last!.row.questions },
  });
  expect(last?.row.questions.map(({ id, state }) => [id, state])).toEqual([[inWork.question, 'IN_WORK']]);
  expect(await asOf('2020-01-01T00:00:00.000Z')).toBeNull();
});

it('finds nothing by what is no number, and asks for an id or a number', async () => {
  expect(await register.appeal({ district: 'aldan', number: 'яма' }, moderator, wholeCard)).toBeNull();
  await expect(register.appeal({ district: 'aldan' }, moderator, wholeCard)).rejects.toThrow(BadInput);
});

it('opens contacts to an official with an act at hand, and records who, whose, when and why', async () => {
  const args = { district: 'aldan', appeal: inWork.appeal, reason: 'уточнить адрес' };
  await expect(applicants.applicant(args, controller)).rejects.toThrow(Forbidden);
  await expect(applicants.applicant(args, housingExecutor)).rejects.toThrow(Forbidden);
  await expect(applicants.applicant({ ...args, reason: ' ' }, utilitiesExecutor)).rejects.toThrow(BadInput);
  expect(await applicants.applicant(args, utilitiesExecutor)).toEqual({
    name: 'Анна',
    contact: 'a@example.org',
    contactKind: 'EMAIL',
    identified: false,
  });
  const of = { district: 'aldan', appeal: inWork.appeal, kinds: ['CONTACT'] } as const;
  expect((await openings.openings(of, controller)).nodes).toMatchObject([
    {
      official: { id: officials.executor },
      role: 'EXECUTOR',
      reason: 'уточнить адрес',
      at: testClock.now(),
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

it('shows no contact whose opening cannot be recorded', async () => {
  class Unwritable extends PostgresOpenings {
    override record(): Promise<void> {
      return Promise.reject(new Error('the disk is full'));
    }
  }
  const { given, reader } = world;
  const opening = new OpenApplicant(new Unwritable(given.database), given.vault, testClock);
  const resolver = new ApplicantResolver(reader, opening);
  const args = { district: 'aldan', appeal: inWork.appeal, reason: 'уточнить адрес' };
  await expect(resolver.applicant(args, utilitiesExecutor)).rejects.toThrow('the disk is full');
});

it('records of a substitute the role that opened the contact, and whose it is: his own, or else the absent one’s', async () => {
  const acting = { district: 1, role: 'HEAD', onBehalfOf: officials.moderator } as const;
  const standIn = officialContext([district], [{ district: 1, role: 'EXECUTOR', department: 'h' }, acting]);
  if (standIn.actor.kind !== 'official') throw new TypeError('A substitute is an official');
  await applicants.applicant({ district: 'aldan', appeal: inWork.appeal, reason: 'за главу' }, standIn);
  const of = { district: 'aldan', kinds: ['CONTACT'], official: standIn.actor.id } as const;
  expect((await openings.openings(of, controller)).nodes).toMatchObject([
    { role: 'HEAD', reason: 'за главу', onBehalfOf: { id: officials.moderator } },
  ]);
  await register.appeal({ district: 'aldan', id: inWork.appeal }, standIn, wholeCard);
  expect((await openings.openings({ ...of, kinds: ['CARD'] }, controller)).nodes).toMatchObject([
    { role: 'HEAD', onBehalfOf: { id: officials.moderator } },
  ]);
});

it('gives the holder of a code what is stored of him, and who opened it, and nothing of another appeal', async () => {
  const ownOf = ({ appeal }: Journey) =>
    residents.residentData({
      ...moderator,
      actor: { kind: 'resident', district: 1, appeal, person: randomUUID() },
    });
  const opening = { district: 'aldan', appeal: inWork.appeal, reason: 'перезвонить' };
  await applicants.applicant(opening, utilitiesExecutor);
  const stored = { erased: false, contact: 'a@example.org', identified: false, consent: null, fileNames: [] };
  const own = await ownOf(inWork);
  expect(own).toMatchObject({ ...stored, name: 'Анна', phone: undefined });
  const latest = await openings.openings({ district: 'aldan', appeal: inWork.appeal, first: 50 }, controller);
  expect(latest.nodes.length).toBeGreaterThan(0);
  expect(own?.openings).toEqual(latest.nodes.map(({ at, kind, role }) => ({ at, kind, role })));
  const other = await ownOf(fresh);
  expect(other).toMatchObject({ ...stored, name: undefined });
  expect(other?.openings.length).toBeLessThan(own!.openings.length);
  expect(await ownOf({ ...fresh, appeal: randomUUID() } as Journey)).toBeNull();
  await expect(residents.residentData(moderator)).rejects.toThrow();
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
  await new PostgresOpenings(world.given.database).recordOnce(id, { ...again, role: 'MODERATOR', at });
  expect((await openings.openings(of, controller)).nodes).toHaveLength(2);
  await register.appeal(card, controller, wholeCard);
  expect((await openings.openings(of, controller)).nodes.map(({ role }) => role).sort()).toEqual([
    ...['CONTROLLER', 'MODERATOR', 'MODERATOR'],
  ]);
});

it('records that a worklist or the journal is saved as a file, once for its pages, and not that it is read', async () => {
  const of = { district: 'aldan', kinds: ['EXPORT'] } as const;
  const mine = { district: 'aldan', filter: { worklist: 'MINE' }, first: 1 } as const;
  await lists.questions(mine, utilitiesExecutor, asks);
  expect((await openings.openings(of, controller)).nodes).toEqual([]);
  const ofMine = await lists.questions({ ...mine, export: true }, utilitiesExecutor, asks);
  const after = ofMine.pageInfo.endCursor ?? null;
  await lists.questions({ ...mine, export: true, after }, utilitiesExecutor, asks);
  const days = { registeredFrom: '2020-01-01', registeredTo: '2030-12-31' };
  const ofDays = await lists.appeals({ district: 'aldan', filter: days, export: true }, moderator, asks);
  const ofAll = await lists.questions({ district: 'aldan', export: true }, moderator, asks);
  const { nodes } = await openings.openings(of, controller);
  const saved = nodes.map(({ official, exported, worklist, rows }) => [official?.id, exported, worklist, rows]);
  expect(saved).toHaveLength(3);
  expect(saved).toEqual(
    expect.arrayContaining([
      [officials.executor, 'WORKLIST', 'MINE', (await ofMine.total()).count],
      [officials.moderator, 'JOURNAL', null, (await ofDays.total()).count],
      [officials.moderator, 'REGISTER', null, (await ofAll.total()).count],
    ]),
  );
});

it('offers nothing on the questions of a struck number, in lists and in the card, before routing has closed them', async () => {
  const told = await received(world.given.vault, 'Продаю гаражные ворота');
  await registered(told, 'АЛД-С-2026-78');
  const coordinator = officialContext([district], ['COORDINATOR', 'HEAD']);
  const offered = async () => {
    await world.deliver(...told.facts);
    const filter = { number: 'АЛД-С-2026-78' };
    const { nodes } = await lists.questions({ district: 'aldan', filter }, coordinator, asks);
    const card = await register.appeal({ district: 'aldan', id: told.appeal }, coordinator, wholeCard);
    return [nodes, card!.row.questions].map((rows) => rows.flatMap(({ allowedActions }) => allowedActions));
  };
  for (const actions of await offered()) expect(actions).toContain('FORWARD_QUESTION');
  await told.add('RegistrationCorrected', { ground: 'SPAM' }, { reason: 'Реклама' });
  expect(await offered()).toEqual([[], []]);
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

it('leaves out of the own questions what waits for another to approve or sign it, until it is sent back', async () => {
  const made = await received(world.given.vault, 'Нет света');
  const { question } = made;
  await registered(made, 'АЛД-С-2026-213');
  await made.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
  const mine = async () => {
    await world.deliver(...made.facts);
    const filter = { worklist: 'MINE' } as const;
    const { nodes } = await lists.questions({ district: 'aldan', filter }, utilitiesExecutor, asks);
    const [[, count]] = (await codesOf(utilitiesExecutor)) as [[string, number]];
    expect(count).toBe(nodes.length);
    return nodes.some(({ id }) => id === question);
  };
  expect(await mine()).toBe(true);
  await made.add('ResponseDrafted', { question, outcome: 'EXPLAINED' }, { text: 'Свет дали.' });
  expect(await mine()).toBe(false);
  await made.add('ResponseApproved', { question });
  expect(await mine()).toBe(false);
  await made.add('ResponseSentBack', { question, code: 'NO_DATE' }, { reason: 'Когда?' });
  expect(await mine()).toBe(true);
});

it('shows calls, and their count, to officials bound to departments where the question is theirs', async () => {
  const told = await received(world.given.vault, 'Вода', { receivedAt: '2026-11-23T01:00:00.000Z' });
  await registered(told, 'АЛД-С-2026-213');
  await told.add('NoticeOpened', { kind: 'FORWARDED', about: told.question, way: 'ORAL', further: ['PAGE'] });
  const general = await received(world.given.vault, 'Свет', { receivedAt: '2026-11-23T02:00:00.000Z' });
  await registered(general, 'АЛД-С-2026-214');
  await general.add('NoticeOpened', { kind: 'REOPENING_DECIDED', way: 'ORAL', further: ['PAGE'] });
  await world.deliver(...told.facts, ...general.facts);
  const callsOf = async (context: typeof moderator) => {
    const { nodes } = await register.oralNotices({ district: 'aldan', first: 10 }, context);
    expect(await codesOf(context)).toEqual(expect.arrayContaining([['TO_CALL', nodes.length]]));
    return nodes.map(({ id, allowedActions }) => [id, allowedActions]);
  };
  const acts = ['RECORD_ORAL_NOTICE', 'RECORD_CALL_ATTEMPT'];
  // Opened in the same instant, they stand in the order of their ids.
  const both = [told.notice, general.notice].sort();
  expect(await callsOf(moderator)).toEqual(both.map((id) => [id, acts]));
  expect(await callsOf(utilitiesExecutor)).toEqual([[told.notice, acts]]);
  expect(await callsOf(housingExecutor)).toEqual([]);
  const late = { district: 'aldan', first: 1, after: undefined };
  const { nodes, pageInfo } = await register.oralNotices(late, moderator);
  expect(nodes.map(({ id }) => id)).toEqual(both.slice(0, 1));
  const rest = await register.oralNotices({ ...late, after: pageInfo.endCursor }, moderator);
  expect(rest.nodes.map(({ id }) => id)).toEqual(both.slice(1));
});

it('shows the caller the number of the main case to whose duplicate he speaks, and how that ended', async () => {
  const same = await received(world.given.vault, 'Тоже вода', { receivedAt: '2026-11-23T03:00:00.000Z' });
  await same.add('NoticeOpened', {
    kind: 'DUPLICATE',
    details: { number: 'АЛД-С-2026-213' },
    way: 'ORAL',
    further: [],
  });
  await world.deliver(...same.facts);
  const found = async () => {
    const { nodes } = await register.oralNotices({ district: 'aldan', first: 50 }, moderator);
    return nodes.find(({ id }) => id === same.notice);
  };
  expect(await found()).toMatchObject({ kind: 'DUPLICATE', mainNumber: 'АЛД-С-2026-213', mainOutcome: null });
  const settled = await received(world.given.vault, 'И тут вода', { receivedAt: '2026-11-23T03:00:00.000Z' });
  const details = { number: 'АЛД-С-2026-213', outcome: 'MEASURES_TAKEN' };
  await settled.add('NoticeOpened', { kind: 'DUPLICATE', details, way: 'ORAL', further: [] });
  await world.deliver(...settled.facts);
  const { nodes } = await register.oralNotices({ district: 'aldan', first: 50 }, moderator);
  expect(nodes.find(({ id }) => id === settled.notice)).toMatchObject({ mainOutcome: 'MEASURES_TAKEN' });
  expect(nodes.filter(({ kind }) => kind !== 'DUPLICATE').every(({ mainNumber }) => mainNumber === null)).toBe(true);
});

it('proposes of who signed in what he wrote before, and opens who he is as contacts are opened', async () => {
  const { vault } = world.given;
  const from = async (subject: string, contact: string) => {
    const made = await received(vault, 'Яма на Лесной', { subject, contact });
    await world.deliver(...made.facts);
    return made.appeal;
  };
  const first = await from('https://esia.example 1000-12345', 'one@example.org');
  // The digits are those of the first one.
  await from('https://esia.example 100-012345', 'other@example.org');
  const second = await from('https://esia.example 1000-12345', 'two@example.org');
  const card = await register.appeal({ district: 'aldan', id: second }, moderator, wholeCard);
  expect(card?.earlier.map(({ id }) => id)).toEqual([first]);
  expect(JSON.stringify(card)).not.toContain('esia');
  const args = { district: 'aldan', appeal: second, reason: 'тот же человек?' };
  const identity = { issuer: 'https://esia.example', subject: '1000-12345' };
  expect(await applicants.applicant(args, moderator)).toMatchObject({ identity });
  await expect(applicants.applicant(args, controller)).rejects.toThrow(Forbidden);
});
