import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PermittedContext } from '@otklik/host';
import { inTransaction, type RoleAssignment } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { eventually } from '@otklik/testing';
import { SealBroken } from '@otklik/vault';
import { journey, officials, received, registered } from './register/application/fold/journey.fixture.js';
import { RegisterResolver } from './register/adapters/graphql/register.resolver.js';
import { PostgresOpenings } from './records/adapters/postgres/postgres-openings.js';
import { PostgresRegisterReader } from './register/adapters/postgres/postgres-register-reader.js';
import {
  askedFor,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register/register-world.fixture.js';

const aldan = testDistrict(1, 'aldan');
let world: RegisterWorld;

beforeAll(async () => {
  world = await registerWorld([aldan]);
});
afterAll(() => world.close());

async function takenUp(district: number, text: string): Promise<Awaited<ReturnType<typeof journey>>> {
  const told = await journey(world.given.vault, district);
  await told.add(
    'AppealReceived',
    {
      receipt: `R-${told.appeal.slice(0, 6)}`,
      regime: 'SOCIAL_MESSAGE',
      channel: 'SITE',
      person: told.person,
      identified: false,
      files: [],
      receivedAt: '2026-11-24T01:00:00.000Z',
      receivedOn: '2026-11-24',
      zone: 'Asia/Yakutsk',
    },
    { text },
  );
  await told.add('MessageTakenUp');
  await told.add('AppealRegistered', {
    number: 'A-1',
    journal: 'MESSAGES',
    registeredOn: '2026-11-24',
    zone: 'Asia/Yakutsk',
    regime: 'SOCIAL_MESSAGE',
    person: told.person,
  });
  return told;
}

it('lists, counts and pages the rows of one district only', async () => {
  const mine = await takenUp(1, 'Нет света на улице Лесной');
  const theirs = await takenUp(2, 'Яма на дороге');
  await world.deliver(...mine.facts, ...theirs.facts);
  await world.deliver(...mine.facts);
  const reader = new PostgresRegisterReader(world.given.database);
  const request = { district: 1, order: 'DEADLINE', limit: 10, backward: false } as const;
  const rows = await reader.appeals({ ...request, filter: { states: ['REGISTERED'] } });
  expect(rows.map(({ row: { id, excerpt, number } }) => [id, excerpt, number])).toEqual([
    [mine.appeal, 'Нет света на улице Лесной', 'A-1'],
  ]);
  expect(await reader.count('APPEALS', 1, {})).toEqual({ count: 1, isExact: true });
  expect(await reader.row(1, theirs.appeal)).toBeUndefined();
  expect(await reader.appeals({ ...request, filter: { states: ['SPAM'] } })).toEqual([]);
  const whole = await reader.rowWithHistory(1, mine.appeal);
  expect(whole?.history.map(({ type }) => type)).toEqual(mine.facts.map(({ type }) => type));
  expect(whole?.row).toEqual(await reader.row(1, mine.appeal));
  expect(await reader.rowWithHistory(1, theirs.appeal)).toBeUndefined();
});

it('reads a row and its history of one moment, also while both are written', async () => {
  const told = await takenUp(1, 'Течёт крыша');
  await world.deliver(...told.facts);
  const reader = new PostgresRegisterReader(world.given.database);
  const change = 1_000_000_000;
  const { reading } = await inTransaction(world.given.worker, async (tx) => {
    await tx.query('lock table search.history in access exclusive mode');
    const begun = reader.rowWithHistory(1, told.appeal);
    await eventually(async () => {
      const { rows } = await tx.query(
        `select from pg_locks where relation = 'search.history'::regclass and not granted`,
      );
      return rows.length > 0 ? true : undefined;
    });
    await tx.query('delete from search.history where district = 1 and appeal = $1', [told.appeal]);
    await tx.query('update search.register set change = $2 where district = 1 and id = $1', [told.appeal, change]);
    return { reading: begun };
  });
  const found = await reading;
  expect([found?.row.change, found?.history]).toEqual([change, []]);
});

it('takes no fact with a text that was sealed for another place', async () => {
  const told = await takenUp(1, 'Шумят по ночам');
  await world.deliver(...told.facts);
  const reason = await told.add('MarkedAsSpam', { kind: 'OTHER' }, { reason: 'не показывать' });
  const moved = await told.add('AppealSupplemented', { files: [], text: (reason.data as { reason: string }).reason });
  await expect(world.deliver(reason, moved)).rejects.toThrow(SealBroken);
  const reader = new PostgresRegisterReader(world.given.database);
  expect(await reader.row(1, told.appeal)).toMatchObject({ clear: { supplements: [] } });
});

it('waits for a version that is on its way, and says so when it does not come', async () => {
  const told = await takenUp(1, 'Сломан лифт');
  const reader = new PostgresRegisterReader(world.given.database);
  const waiting = reader.holds([1], { stream: told.appeal, version: 3 });
  await world.deliver(...told.facts);
  expect(await waiting).toBe(true);
  expect(await reader.holds([1], { stream: told.appeal, version: 9 })).toBe(false);
});

it('follows changes with what filters saw before and after, over a rebuild too', async () => {
  const { changes } = world;
  const abort = new AbortController();
  const heard: string[] = [];
  const following = (async () => {
    for await (const page of changes.follow(await changes.newest(), abort.signal, 1))
      heard.push(...page.map(({ before, after }) => `${before?.appeal.state ?? '-'}>${after.appeal.state}`));
  })();
  const told = await takenUp(1, 'Не вывозят мусор');
  await world.deliver(told.facts[0]!);
  await world.deliver(...told.facts.slice(1));
  await eventually(async () => (heard.length >= 2 ? true : undefined));
  await world.readModels.rebuild('register');
  await world.deliver(await told.add('AppealWithdrawn'));
  await eventually(async () => (heard.length >= 3 ? true : undefined));
  expect(heard).toEqual(['->RECEIVED', 'RECEIVED>REGISTERED', 'REGISTERED>WITHDRAWN']);
  abort.abort();
  await following;
  expect((await world.readModels.verify('register')).differences).toEqual([]);
});

it('keeps nothing in clear of an erased person, in no row of the register', async () => {
  const told = await received(world.given.vault, 'Секретный-канареечный текст');
  await registered(told);
  const { person } = told;
  const second = { person, regime: 'SOCIAL_MESSAGE', ordinal: 2 };
  await told.add('QuestionOpened', second, { text: 'Канареечный вопрос' }, randomUUID());
  await world.deliver(...told.facts);
  expect(await clearOf('register', 'register_question')).toContain('анареечный');
  await world.deliver(await told.add('PersonErased', { person, ground: 'REQUEST' }));
  expect(await clearOf('register', 'register_question')).not.toContain('анареечный');
  expect((await new PostgresRegisterReader(world.given.database).row(1, told.appeal))?.erased).toBe(true);
});

async function clearOf(...tables: readonly string[]): Promise<string> {
  const { rows } = await world.given.worker.query<{ text: string }>(
    tables.map((table) => `select row_to_json(t)::text as text from search.${table} t`).join(' union all '),
  );
  return rows.map(({ text }) => text).join();
}

it('goes on from a change that is still kept, or after which nothing happened', async () => {
  const { changes } = world;
  const told = await takenUp(3, 'Прорвало трубу');
  await world.deliver(...told.facts);
  const seen = await changes.newest();
  const prune = () => world.given.worker.query('delete from search.register_change where district = 3');
  expect(await changes.resumable(3, seen)).toBe(true);
  await prune();
  expect(await changes.resumable(3, seen)).toBe(true);
  await world.deliver(await told.add('AppealWithdrawn'));
  expect(await changes.resumable(3, seen)).toBe(false);
  expect(await changes.resumable(3, await changes.newest())).toBe(true);
  await prune();
  expect(await changes.resumable(3, seen)).toBe(false);
});

it('shows drafts to officials who work in the district in any of his roles, and not to who only reads', async () => {
  const { vault, directory } = world.given;
  const told = await received(vault, 'Нет воды');
  await registered(told);
  await told.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
  await told.add('ResponseDrafted', { question: told.question, outcome: 'MEASURES_TAKEN' }, { text: 'Черновик' });
  await world.deliver(...told.facts);
  const resolver = new RegisterResolver(
    ...([directory, world.reader, new PostgresOpenings(world.given.database)] as const),
    ...([vault, testClock, testSecrets] as const),
  );
  const drafts = async (...assignments: readonly RoleAssignment[]) => {
    const actor = { kind: 'official', id: officials.executor, assignments };
    const rule = ['ANALYST', 'EXECUTOR'];
    const context = { actor, rule, district: aldan, language: 'ru', role: 'ANALYST' } as unknown as PermittedContext;
    const card = await resolver.appeal({ district: 'aldan', id: told.appeal }, context, askedFor('responses { text }'));
    return card?.responses.map(({ text }) => text);
  };
  const reads = { district: 1, role: 'ANALYST' } as const;
  expect(await drafts(reads)).toEqual([null]);
  expect(await drafts(reads, { district: 2, role: 'EXECUTOR' })).toEqual([null]);
  expect(await drafts(reads, { district: 1, role: 'EXECUTOR', department: 'd1' })).toEqual(['Черновик']);
});
