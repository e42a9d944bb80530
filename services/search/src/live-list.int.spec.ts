import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { topics } from '@otklik/contracts/envelope';
import type { PermittedContext } from '@otklik/host';
import { noRest } from '@otklik/kernel';
import type { Consumer } from '@otklik/messaging';
import type { ReadModels } from '@otklik/read-models';
import { installService, memoryDirectory, openDatabase, type Database, type District } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { Kind, parse, type GraphQLResolveInfo } from 'graphql';
import pg from 'pg';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { RegisterChanges } from './adapters/postgres/register-changes.js';
import { RegisterReader } from './adapters/postgres/register-reader.js';
import { received } from './application/register/journey.fixture.js';
import { registerUnderstands } from './application/register/register-fact.js';
import { deliver } from './deliver.fixture.js';
import { migrations } from './migrations.js';
import { searchReadModels } from './read-models.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const vault = memoryVault();
const district: District = {
  ...{ id: 1, code: 'aldan', name: 'Алдан', zone: 'Asia/Yakutsk', organisations: [], settlements: [] },
  ...{ routingRules: [], officials: [], departments: [], topics: [] },
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 30, numberPrefix: 'А' },
  calendar: { version: '1', days: {}, years: [] },
};
const directory = memoryDirectory([district]);
const context = { district, districts: [district], language: 'ru', role: 'MODERATOR' } as unknown as PermittedContext;

let test: TestDatabase;
let database: Database;
let worker: pg.Pool;
let readModels: ReadModels;
let consumer: Consumer;
let changes: RegisterChanges;
let register: RegisterResolver;
let live: LiveResolver;

beforeAll(async () => {
  test = await testDatabase();
  const urls = await installService(test.url, 'search', migrations, 'a secret');
  database = openDatabase(urls.app, 'search', { max: 4 });
  worker = new pg.Pool({ connectionString: urls.worker, max: 3 });
  readModels = searchReadModels({
    ...{ database, worker, vault, directory, logger: silent, environment: {}, giveWay: noRest },
  });
  await readModels.start();
  consumer = readModels.consumer('search.register', topics, registerUnderstands);
  changes = new RegisterChanges(worker, database, silent);
  await changes.start();
  const parts = {
    ...{ directory, vault, changes, logger: silent, reader: new RegisterReader(database) },
    ...{ cursorKey: Buffer.alloc(32, 1), now: () => '2026-11-24T03:00:00.000Z' },
  };
  register = new RegisterResolver(parts);
  live = new LiveResolver(parts);
});
afterAll(async () => {
  await changes.stop();
  await readModels.stop();
  await database.close();
  await worker.end();
  await test.drop();
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
  const told = await received(vault, text);
  await deliver(worker, consumer, told.facts);
  return told.appeal;
}

async function firstTold(cursor: string): Promise<string | undefined> {
  const told = (await live.appealChanges({ district: 'aldan', cursor }, context))[Symbol.asyncIterator]();
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
  await worker.query('delete from search.register_change');
  const { liveCursor } = await register.appeals({ district: 'aldan' }, context, asking);
  const told = (await live.appealChanges({ district: 'aldan', cursor: liveCursor! }, context))[Symbol.asyncIterator]();
  const next = told.next();
  const written = await write('Первое после праздников');
  expect((await next).value?.appealChanges.id).toBe(written);
  await told.return?.();
});

it('costs nothing where nobody asks for it', async () => {
  const info = requested('{ appeals { nodes { id } } }');
  expect(await register.appeals({ district: 'aldan' }, context, info)).toMatchObject({ liveCursor: undefined });
});

it('is there when another part of a known document asks for it', async () => {
  const both = requested('{ appeals { nodes { id } } appeals { liveCursor } }');
  const first = { ...both, fieldNodes: both.fieldNodes.slice(0, 1) };
  expect((await register.appeals({ district: 'aldan' }, context, first)).liveCursor).toBeUndefined();
  expect((await register.appeals({ district: 'aldan' }, context, both)).liveCursor).toEqual(expect.any(String));
});
