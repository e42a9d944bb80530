import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AppealFilter, QuestionChange } from '@otklik/contracts/generated/graphql';
import { eventually } from '@otklik/testing';
import { Kind, parse, type GraphQLResolveInfo } from 'graphql';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { ListResolver } from '../register/adapters/graphql/list.resolver.js';
import { Indexer } from '../fulltext/adapters/postgres/indexer.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { DistrictChanges } from './application/district-changes.js';
import { received, registered } from '../register/application/fold/journey.fixture.js';
import {
  foundAppeals,
  indexing,
  officialContext,
  registerWorld,
  openGuard,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';

const district = testDistrict(1, 'aldan');
const context = officialContext([district]);
const clock = { at: testClock.now(), now: () => clock.at };

let world: RegisterWorld;
let indexer: Indexer<number>;
let register: ListResolver;
let live: LiveResolver;

beforeAll(async () => {
  world = await registerWorld([district]);
  const { given, reader, changes } = world;
  const { source, own, analyse } = await indexing(world);
  indexer = new Indexer(source, own);
  indexer.start();
  const found = foundAppeals(world, analyse);
  const followed = new DistrictChanges(changes, reader, clock);
  const openings = new PostgresOpenings(given.database);
  register = new ListResolver(given.directory, reader, found, openings, openGuard, clock, testSecrets);
  live = new LiveResolver(given.directory, reader, found, followed, openGuard, clock, testSecrets);
});
afterAll(async () => {
  await indexer.stop();
  await world.close();
});

/** Of a request for the list, as the resolver is given it. */
function requested(text: string): GraphQLResolveInfo {
  const { definitions } = parse(text);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const parts = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(parts.map((part) => [part.name.value, part]));
  return { fieldNodes: operation.selectionSet.selections, fragments } as unknown as GraphQLResolveInfo;
}
const asking = requested('{ appeals { ...Live } } fragment Live on AppealConnection { liveCursor }');

async function write(text: string): Promise<string> {
  const told = await received(world.given.vault, text);
  await world.deliver(...told.facts);
  return told.appeal;
}

async function firstTold(after: string): Promise<string | undefined> {
  const told = (await live.appealChanges({ district: 'aldan', after }, context))[Symbol.asyncIterator]();
  const { value } = await told.next();
  await told.return?.();
  return value?.appealChanges.id;
}

it('tells what changed between the list and its live beginning', async () => {
  const listed = await write('Яма на дороге');
  const list = await register.appeals({ district: 'aldan' }, context, asking);
  expect(list.nodes.map(({ id }) => id)).toEqual([listed]);
  const between = await write('Нет света');
  expect(await firstTold(list.liveCursor!)).toBe(between);
});

it('goes live from a list of a district where nothing changed for longer than changes are kept', async () => {
  await write('Давно написано');
  await world.given.worker.query('delete from search.register_change');
  const { liveCursor } = await register.appeals({ district: 'aldan' }, context, asking);
  const told = (await live.appealChanges({ district: 'aldan', after: liveCursor! }, context))[Symbol.asyncIterator]();
  const next = told.next();
  const written = await write('Первое после праздников');
  expect((await next).value?.appealChanges.id).toBe(written);
  await told.return?.();
});

it('costs nothing where it is not asked for', async () => {
  const info = requested('{ appeals { nodes { id } } }');
  expect(await register.appeals({ district: 'aldan' }, context, info)).toMatchObject({ liveCursor: undefined });
});

it('is there when another part of a known document asks for it', async () => {
  const both = requested('{ appeals { nodes { id } } appeals { liveCursor } }');
  const first = { ...both, fieldNodes: both.fieldNodes.slice(0, 1) };
  expect((await register.appeals({ district: 'aldan' }, context, first)).liveCursor).toBeUndefined();
  expect((await register.appeals({ district: 'aldan' }, context, both)).liveCursor).toEqual(expect.any(String));
});

it('sends a change for each question that entered, changed in or left the list, and resumes with all of them', async () => {
  const told = await received(world.given.vault, 'Яма и фонарь');
  await registered(told);
  const second = randomUUID();
  await told.add('QuestionOpened', { person: told.person, regime: 'SOCIAL_MESSAGE', ordinal: 2 }, {}, second);
  const { liveCursor } = await register.questions({ district: 'aldan' }, context, asking);
  await world.deliver(...told.facts);
  await world.deliver(await told.add('QuestionReturned', {}, { reason: 'не наше' }));
  const filter = { questionStates: ['OPEN', 'ROUTED'] } as const;
  const first = await changesOf(liveCursor!, filter, 4);
  expect(first.map(({ id, kind, row }) => [id, kind, row?.ordinal])).toEqual([
    [told.question, 'ENTERED', 1],
    [second, 'ENTERED', 2],
    [told.question, 'LEFT', undefined],
    [second, 'CHANGED', 2],
  ]);
  expect((await changesOf(first[0]!.cursor, filter, 1))[0]?.id).toBe(told.question);
  expect((await changesOf(first[1]!.cursor, filter, 1))[0]?.kind).toBe('LEFT');
});

it('tells what the turn of the day makes overdue, also to who resumes from a list of the day before', async () => {
  const told = await received(world.given.vault, 'Срок сегодня');
  await registered(told);
  await world.deliver(...told.facts);
  clock.at = '2026-12-24T03:00:00.000Z';
  const overdue = { overdue: true } as const;
  const { liveCursor } = await register.questions({ district: 'aldan', filter: overdue }, context, asking);
  const due = await register.questions({ district: 'aldan', filter: { dueFrom: '2026-12-24' } }, context, asking);
  const listed = due.nodes.map(({ id }) => id);
  expect(listed).toContain(told.question);
  const live = changesOf(liveCursor!, overdue, listed.length);
  // Midnight of the district, UTC+9.
  clock.at = '2026-12-24T15:00:01.000Z';
  const entered = await live;
  // All of them at once: their order among themselves is not promised.
  expect(entered.map(({ id, kind, row }) => [id, kind, row?.overdue]).sort()).toEqual(
    listed.map((id) => [id, 'ENTERED', true]).sort(),
  );
  expect((await changesOf(liveCursor!, overdue, 1))[0]).toMatchObject({ kind: 'ENTERED' });
  expect((await changesOf(due.liveCursor!, { questionStates: ['ROUTED'] }, 1))[0]).toMatchObject({
    kind: 'CHANGED',
    row: { overdue: true },
  });
  clock.at = testClock.now();
}, 30_000);

it('tells to the minute what the clock makes overdue where the term is in hours', async () => {
  const told = await received(world.given.vault, 'Срок в часах');
  await registered(told);
  await told.add(
    'DeadlineSet',
    {
      dueOn: '2026-12-01',
      workBy: '2026-12-01',
      dueAt: '2026-12-01T08:00:00.000Z',
      zone: 'Asia/Yakutsk',
      steps: [],
      rule: 'message-term',
      duty: 'ANSWER',
      countedFrom: '2026-12-01',
      by: 'RULE',
      ruleVersion: 1,
      calendarVersion: '1',
      provisional: false,
      source: 'the order',
      term: 30,
      unit: 'CALENDAR_DAYS' as const,
      endOnDayOff: 'NEXT' as const,
    },
    {},
    told.question,
  );
  await world.deliver(...told.facts);
  clock.at = '2026-12-01T08:00:00.000Z';
  const overdue = { overdue: true } as const;
  const { liveCursor, nodes } = await register.questions({ district: 'aldan', filter: overdue }, context, asking);
  expect(nodes.map(({ id }) => id)).not.toContain(told.question);
  const entered = changesOf(liveCursor!, overdue, 1);
  clock.at = '2026-12-01T08:01:00.000Z';
  expect(await entered).toMatchObject([
    { id: told.question, kind: 'ENTERED', row: { overdue: true, dueAt: '2026-12-01T08:00:00.000Z' } },
  ]);
  const today = await register.questions(
    { district: 'aldan', filter: { dueFrom: '2026-12-01', dueBy: '2026-12-01' } },
    context,
    asking,
  );
  expect(today.nodes.map(({ id }) => id)).toEqual([told.question]);
  clock.at = testClock.now();
}, 30_000);

it('tells of the appeals with the words alone', async () => {
  const [told, other] = [await received(world.given.vault, 'Колодец'), await received(world.given.vault, 'Парк')];
  await world.deliver(...told.facts, ...other.facts);
  const filter = { words: 'колодца' };
  const { liveCursor } = await eventually(async () => {
    const list = await register.questions({ district: 'aldan', filter: { ...filter } }, context, asking);
    const appeals = await register.appeals({ district: 'aldan', filter }, context, asking);
    return appeals.nodes.length > 0 ? list : undefined;
  });
  await registered(other);
  await registered(told);
  await world.deliver(...other.facts.slice(1), ...told.facts.slice(1));
  expect(await changesOf(liveCursor!, filter, 1)).toMatchObject([{ appeal: told.appeal, kind: 'ENTERED' }]);
});

async function changesOf(after: string, filter: AppealFilter, count: number): Promise<readonly QuestionChange[]> {
  const told = (await live.questionChanges({ district: 'aldan', filter, after }, context))[Symbol.asyncIterator]();
  const changes: QuestionChange[] = [];
  while (changes.length < count) changes.push((await told.next()).value.questionChanges);
  await told.return?.();
  return changes;
}
