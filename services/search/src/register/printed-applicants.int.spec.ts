import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PrintedPaper, PrintReason } from '@otklik/contracts/enumerations';
import { BadInput, RateLimited, readPass, type PrintPass } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { MAX_PRINTS_AN_HOUR, OpenForPrint } from './adapters/graphql/open-for-print.js';
import { MAX_PRINTED_CASES, PrintedApplicantsResolver } from './adapters/graphql/printed-applicants.resolver.js';
import { answered, officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';

const people = [{ id: officials.executor, login: 'clerk', name: 'Clerk', assignments: [] }];
const district = testDistrict(1, 'aldan', { officials: people });
const registrar = officialContext([district], ['REGISTRAR'], officials.executor);
const controller = officialContext([district], ['CONTROLLER']);

let world: RegisterWorld;
let openings: OpeningResolver;
let prints: PrintedApplicantsResolver;
let roof: Journey;
let road: Journey;
let done: Journey;
let erased: Journey;

beforeAll(async () => {
  world = await registerWorld([district]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  openings = new OpeningResolver(directory, world.reader, held, vault, testClock, testSecrets);
  prints = new PrintedApplicantsResolver(new OpenForPrint(world.reader, held, vault, testClock, testSecrets));
  roof = await received(vault, 'Течёт крыша', { name: 'Анна', address: '678900, г. Алдан, ул. Лесная, 4' });
  road = await received(vault, 'Зимник не открыт', { name: 'Пётр' });
  done = await received(vault, 'Не ходит автобус', { name: 'Раиса' });
  await registered(done, 'АЛД-1');
  await answered(done, 'Автобус пустили.');
  erased = await received(vault, 'Яма', { name: 'Олег' });
  await erased.add('PersonErased', { person: erased.person, ground: 'REQUEST' });
  for (const waiting of [roof, road]) await waiting.add('MessageTakenUp');
  for (const { facts } of [roof, road, done, erased]) await world.deliver(...facts);
}, 60_000);
afterAll(() => world.close());

interface Printing {
  readonly paper?: PrintedPaper;
  readonly reason?: PrintReason;
  readonly letters?: { id: string; appeal: string }[];
}

const printed = (
  appeals: readonly string[],
  by = registrar,
  { paper = 'JOURNAL', reason = 'FILING', letters }: Printing = {},
) =>
  prints.printedApplicants(
    { district: 'aldan', appeals: [...appeals], printed: paper, reason, ...(letters && { letters }) },
    by,
  );
const recorded = async (over: { official?: string; appeal?: string } = {}) =>
  (await openings.openings({ district: 'aldan', kinds: ['PRINT'], first: 100, ...over }, controller)).nodes;

it('opens many cases with one record that names them, and counts what stays closed', async () => {
  const unknown = randomUUID();
  const { opening, applicants, closed } = await printed([
    ...[roof, road, done, erased].map(({ appeal }) => appeal),
    unknown,
  ]);
  expect(new Map(applicants.map(({ appeal, ...who }) => [appeal, who]))).toEqual(
    new Map([
      [roof.appeal, { name: 'Анна', address: '678900, г. Алдан, ул. Лесная, 4' }],
      [road.appeal, { name: 'Пётр', address: null }],
    ]),
  );
  expect(closed).toBe(3);
  expect(await recorded()).toMatchObject([
    {
      id: opening,
      kind: 'PRINT',
      role: 'REGISTRAR',
      official: { id: officials.executor },
      reason: 'подшиваю журнал',
      printed: 'JOURNAL',
      rows: 2,
      appeals: [roof.appeal, road.appeal].toSorted(),
      appeal: null,
    },
  ]);
});

it('is on the list of each case that it names, and of no other', async () => {
  await printed([roof.appeal, road.appeal, done.appeal]);
  for (const { appeal } of [roof, road]) expect(await recorded({ appeal })).toHaveLength(1);
  for (const { appeal } of [done, erased]) expect(await recorded({ appeal })).toEqual([]);
});

it('is the same record for the same cases, paper and reason within a quarter of an hour', async () => {
  const cases = [road.appeal, roof.appeal];
  const first = await printed(cases);
  expect((await printed([...cases, roof.appeal])).opening).toBe(first.opening);
  expect((await printed(cases, registrar, { reason: 'INSPECTION' })).opening).not.toBe(first.opening);
});

it('is another record in another capacity', async () => {
  const absent = randomUUID();
  const assignment = { district: 1, role: 'REGISTRAR', onBehalfOf: absent } as const;
  const first = await printed([roof.appeal, road.appeal], registrar, { reason: 'RECONCILING' });
  const inStead = officialContext([district], [assignment], officials.executor);
  const second = await printed([roof.appeal, road.appeal], inStead, { reason: 'RECONCILING' });
  expect(second.opening).not.toBe(first.opening);
  expect(second.applicants).toHaveLength(2);
  expect((await recorded()).filter(({ reason }) => reason === 'сверяю записи')).toHaveLength(2);
});

it('says which letters were printed, also of cases whose names are not opened, and the pass is for those alone', async () => {
  await roof.add('NoticeOpened', {
    kind: 'COVERING',
    way: 'PAPER',
    person: roof.person,
    details: { body: 'Водоканал' },
  });
  const outgoing = { number: '02-11/7', on: '2026-11-24' };
  await road.add('NoticeOpened', { kind: 'REQUEST', way: 'PAPER', person: road.person, outgoing });
  for (const { facts } of [roof, road]) await world.deliver(facts.at(-1)!);
  const own = { id: roof.notice, appeal: roof.appeal };
  const request = { id: road.notice, appeal: road.appeal };
  const unknown = { id: randomUUID(), appeal: roof.appeal };
  const letters = [request, own, unknown, { id: own.id, appeal: road.appeal }];
  const { opening, pass, applicants } = await printed([roof.appeal], registrar, { paper: 'LETTERS', letters });
  expect(applicants).toMatchObject([{ appeal: roof.appeal }]);
  const names = [
    { notice: own.id, appeal: roof.appeal, number: null },
    { notice: request.id, appeal: road.appeal, number: '02-11/7' },
  ].toSorted((one, other) => (one.notice < other.notice ? -1 : 1));
  const of = async (appeal: string) => (await recorded({ appeal })).filter(({ id }) => id === opening);
  for (const { appeal } of [roof, road])
    expect(await of(appeal)).toMatchObject([{ appeals: [roof.appeal], letters: names }]);
  const permitted = readPass<PrintPass>(testSecrets.of(), pass!, testClock.now())!;
  expect(permitted).toMatchObject({ official: officials.executor, opening });
  expect(permitted.letters.toSorted()).toEqual([own.id, request.id].toSorted());
  // Other letters of the same cases are another print; those of a journal are none.
  const without = await printed([roof.appeal], registrar, { paper: 'LETTERS', letters: [own] });
  expect(without.opening).not.toBe(opening);
  const journal = await printed([roof.appeal], registrar, { reason: 'HANDING_OVER', letters: [own] });
  expect((await recorded()).find(({ id }) => id === journal.opening)).toMatchObject({ letters: [] });
});

it('opens nothing and records nothing where no act needs a name, and to who may open none', async () => {
  const before = (await recorded()).length;
  expect(await printed([done.appeal, erased.appeal])).toEqual({ opening: null, applicants: [], closed: 2, pass: null });
  const executor = officialContext([district], [{ district: 1, role: 'EXECUTOR', department: 'another' }]);
  expect(await printed([roof.appeal], executor)).toEqual({ opening: null, applicants: [], closed: 1, pass: null });
  expect(await recorded()).toHaveLength(before);
});

it('refuses none, and more than a thousand', async () => {
  await expect(printed([])).rejects.toThrow(BadInput);
  const many = Array.from({ length: MAX_PRINTED_CASES + 1 }, () => randomUUID());
  await expect(printed(many)).rejects.toThrow(BadInput);
});

it('keeps the cases of a print in a hash chain, and gives them where the print is on record alone', async () => {
  class Unwritable extends PostgresOpenings {
    override recordWithin(): Promise<boolean> {
      return Promise.reject(new Error('the disk is full'));
    }
  }
  const { database, vault, worker } = world.given;
  const failing = new OpenForPrint(world.reader, new Unwritable(database), vault, testClock, testSecrets);
  const print = { appeals: [roof.appeal], printed: 'JOURNAL', reason: 'FILING' } as const;
  await expect(failing.open(print, registrar, district)).rejects.toThrow('the disk is full');
  await printed([road.appeal, roof.appeal]);
  const { rows } = await worker.query<{ position: string | null; appeals: readonly string[] }>(
    `select position, appeals from search.printed_cases order by at, opening`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { position, appeals } of rows) {
    expect(Number(position)).toBeGreaterThan(0);
    expect(appeals).toEqual(appeals.toSorted());
  }
});

it('holds the limit of an hour', async () => {
  const official = officialContext([district], ['REGISTRAR'], randomUUID());
  const ways = PrintedPaper.values.flatMap((paper) => PrintReason.values.map((reason) => ({ paper, reason })));
  const asked = [[roof.appeal], [road.appeal], [roof.appeal, road.appeal]].flatMap((cases) =>
    ways.map((way) => () => printed(cases, official, way)),
  );
  for (const ask of asked.slice(0, MAX_PRINTS_AN_HOUR)) await ask();
  await expect(asked[MAX_PRINTS_AN_HOUR]!()).rejects.toThrow(RateLimited);
  // The same print is on record already.
  expect((await asked[0]!()).applicants).toHaveLength(1);
});
