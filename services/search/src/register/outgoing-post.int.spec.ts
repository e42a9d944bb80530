import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { OutgoingPostResolver } from './adapters/graphql/outgoing-post.resolver.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { PostgresOutgoingPost } from './adapters/postgres/postgres-outgoing-post.js';
import { officials, received, registered, type Journey } from './application/fold/journey.fixture.js';
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
const other = testDistrict(2, 'neryungri');
const registrar = officialContext([district], ['REGISTRAR'], officials.executor);
const controller = officialContext([district], ['CONTROLLER']);
const november = { district: 'aldan', from: '2026-11-01', to: '2026-11-30' } as const;

let world: RegisterWorld;
let post: OutgoingPostResolver;
let openings: OpeningResolver;
let answered: Journey;

type Letter = readonly [number: string, sentOn: string];

const posting = ([number, sentOn]: Letter) => ({
  way: 'PAPER',
  proof: `${number} ${sentOn}`,
  dispatchedAt: `${sentOn}T03:00:00.000Z`,
  posting: { means: 'LETTER', number, sentOn },
});

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  const sent = new PostgresOutgoingPost(database);
  post = new OutgoingPostResolver(directory, world.reader, sent, held, testClock, testSecrets);
  openings = new OpeningResolver(directory, world.reader, held, vault, testClock, testSecrets);
  answered = await received(vault, 'Яма на Лесной', { name: 'Анна', contact: 'a@example.org' });
  await registered(answered, 'АЛД-2026-1');
  const about = { kind: 'ANSWERED', about: answered.question };
  await answered.add('NoticeOpened', { ...about, way: 'PAPER', further: [] });
  await answered.add('NoticeDispatched', { ...about, ...posting(['02-11/10', '2026-11-24']) });
  const letter = randomUUID();
  const covering = { kind: 'COVERING', about: answered.question };
  const body = { details: { body: 'Водоканал' } };
  await answered.add('NoticeOpened', { ...covering, way: 'PAPER', further: [], ...body }, {}, letter);
  await answered.add('NoticeDispatched', { ...covering, ...posting(['02-11/9', '2026-11-24']) }, {}, letter);
  await world.deliver(...answered.facts);

  const withdrawn = await received(vault, 'Отозванное');
  await registered(withdrawn, 'АЛД-2026-2');
  await withdrawn.add('NoticeOpened', { kind: 'REGISTERED', way: 'PAPER', further: [] });
  await withdrawn.add('AppealWithdrawn');
  await withdrawn.add('NoticeCancelled', { kind: 'REGISTERED', ground: 'WITHDRAWN' });
  for (const late of [['02-11/8', '2026-11-23'] as const, ['02-12/1', '2026-12-01'] as const])
    await withdrawn.add('ProofCameLate', { kind: 'REGISTERED', ...posting(late) });
  await world.deliver(...withdrawn.facts);

  const elsewhere = await received(vault, 'В другом районе', { district: 2 });
  await registered(elsewhere, 'НЕР-2026-1');
  await elsewhere.add('NoticeOpened', { kind: 'REGISTERED', way: 'PAPER', further: [] });
  await elsewhere.add('NoticeDispatched', { kind: 'REGISTERED', ...posting(['02-11/10', '2026-11-24']) });
  await world.deliver(...elsewhere.facts);
}, 60_000);
afterAll(() => world.close());

it('lists the letters of the days in the order of their numbers, those recorded after the end among them', async () => {
  const { nodes, total, totalIsExact } = await post.outgoingPost(november, registrar);
  expect(nodes.map(({ posting: { number, sentOn }, late }) => [number, sentOn, late])).toEqual([
    ['02-11/8', '2026-11-23', true],
    ['02-11/9', '2026-11-24', false],
    ['02-11/10', '2026-11-24', false],
  ]);
  expect([total, totalIsExact]).toEqual([3, true]);
  expect(nodes[1]).toMatchObject({ kind: 'COVERING', body: 'Водоканал', appeal: { number: 'АЛД-2026-1' } });
  expect(nodes[2]).toMatchObject({ kind: 'ANSWERED', body: null, posting: { by: { name: 'Clerk' } } });
});

it('keeps every letter of a notice whose records came after its end', async () => {
  const days = { ...november, to: '2026-12-31' };
  const { nodes } = await post.outgoingPost(days, registrar);
  expect(nodes.filter(({ late }) => late).map(({ posting: { number } }) => number)).toEqual(['02-11/8', '02-12/1']);
});

it('counts a day of either end, and none of a period without letters', async () => {
  const on = async (from: string, to: string) => (await post.outgoingPost({ ...november, from, to }, registrar)).total;
  expect(await on('2026-11-23', '2026-11-23')).toBe(1);
  expect(await on('2026-11-24', '2026-11-24')).toBe(2);
  expect(await on('2026-11-25', '2026-11-30')).toBe(0);
  expect(await on('2026-11-30', '2026-11-01')).toBe(0);
});

it('pages by cursor, both ways', async () => {
  const first = await post.outgoingPost({ ...november, first: 2 }, registrar);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await post.outgoingPost({ ...november, first: 2, after: first.pageInfo.endCursor }, registrar);
  expect(second.nodes.map(({ posting: { number } }) => number)).toEqual(['02-11/10']);
  const back = await post.outgoingPost({ ...november, last: 1, before: second.pageInfo.startCursor }, registrar);
  expect(back.nodes.map(({ posting: { number } }) => number)).toEqual(['02-11/9']);
});

it('offers the addressee to who has an act at hand that needs him, and never a body for the applicant', async () => {
  const opens = async (context: typeof registrar) =>
    (await post.outgoingPost(november, context)).nodes.map(({ addresseeOpens }) => addresseeOpens);
  expect(await opens(controller)).toEqual([false, false, false]);
  const coordinator = officialContext([district], ['REGISTRAR', 'HEAD']);
  expect(await opens(coordinator)).toEqual([false, false, true]);
});

it('records that the register is saved as a file, and not that it is read', async () => {
  const of = { district: 'aldan', kinds: ['EXPORT'] } as const;
  await post.outgoingPost(november, registrar);
  expect((await openings.openings(of, controller)).nodes).toEqual([]);
  const { pageInfo } = await post.outgoingPost({ ...november, first: 1, export: true }, registrar);
  await post.outgoingPost({ ...november, first: 1, export: true, after: pageInfo.endCursor }, registrar);
  expect((await openings.openings(of, controller)).nodes).toMatchObject([
    { official: { id: officials.executor }, role: 'REGISTRAR', exported: 'OUTGOING_POST', rows: 3, onBehalfOf: null },
  ]);
});
