import type { PublicEvent } from '@otklik/contracts/envelope';
import { noThrottle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { ReadModels } from '@otklik/read-models';
import type { PermittedContext } from '@otklik/host';
import {
  installService,
  inTransaction,
  memoryDirectory,
  openDatabase,
  type Database,
  type District,
  type OfficialRole,
  type RoleAssignment,
} from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { samplePublicInformation, testDatabase } from '@otklik/testing';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { memoryVault } from '@otklik/vault';
import { parse, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import pg from 'pg';
import { SearchGuard } from '../fulltext/adapters/graphql/search-guard.js';
import { postgresSearchIndex } from '../fulltext/adapters/postgres/postgres-search-index.js';
import { DistrictLanguages } from '../fulltext/application/district-language.js';
import { FoundAppeals } from '../fulltext/application/found-appeals.js';
import { IndexSource } from '../fulltext/adapters/postgres/index-source.js';
import { PostgresIndexTarget } from '../fulltext/adapters/postgres/postgres-index-target.js';
import { RegisterChanges } from '../live/store/register-changes.js';
import { PostgresRegisterReader } from './adapters/postgres/postgres-register-reader.js';
import { migrations } from '../migrations.js';
import { searchReadModels } from '../read-models.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What the service is given, and the register that it keeps, in a database of its own. */
export interface RegisterWorld {
  readonly given: {
    readonly database: Database;
    readonly worker: pg.Pool;
    readonly vault: ReturnType<typeof memoryVault>;
    readonly directory: ReturnType<typeof memoryDirectory>;
    readonly logger: Logger;
    readonly environment: Readonly<Record<string, string>>;
    readonly throttle: typeof noThrottle;
  };
  readonly readModels: ReadModels;
  readonly changes: RegisterChanges;
  readonly reader: PostgresRegisterReader;
  /** Hands events to the register as the transport does: in one transaction of the worker. */
  deliver(...events: readonly PublicEvent[]): Promise<void>;
  close(): Promise<void>;
}

export async function registerWorld(
  districts: readonly District[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RegisterWorld> {
  const test = await testDatabase();
  const urls = await installService(test.url, 'search', migrations, 'roles-of-specs-1');
  const database = openDatabase(urls.app, 'search', { max: 4 });
  const worker = new pg.Pool({ connectionString: urls.worker, max: 3 });
  const vault = memoryVault();
  const directory = memoryDirectory(districts);
  const given = { database, worker, vault, directory, logger: silent, environment, throttle: noThrottle };
  const readModels = searchReadModels(worker, vault, silent);
  await readModels.start();
  const changes = new RegisterChanges(worker, database, silent);
  await changes.start();
  return {
    given,
    readModels,
    changes,
    reader: new PostgresRegisterReader(database),
    deliver: (...events) => inTransaction(worker, (tx) => readModels.deliver(events, tx)),
    async close() {
      await changes.stop();
      readModels.stop();
      await database.close();
      await worker.end();
      await test.drop();
    },
  };
}

/** What indexers work on, as the service's module makes it. */
export async function indexing({ given, changes, reader }: RegisterWorld) {
  const { database, worker, directory, logger, throttle } = given;
  const analyse = analyser(await russianMorphology());
  const source = new IndexSource(database, directory, reader, changes, analyse, logger);
  return { source, own: new PostgresIndexTarget(database, worker, analyse, throttle), analyse };
}

/** Of viewers who may open every card. */
export const openGuard = new SearchGuard(() => []);

/** The words of the world's own index. */
export function foundAppeals({ given }: RegisterWorld, analyse: Analyse): FoundAppeals {
  return new FoundAppeals(postgresSearchIndex(given.database, analyse), new DistrictLanguages(analyse));
}

export const testClock = { now: () => '2026-11-24T03:00:00.000Z' };
export const testSecrets = { of: () => Buffer.alloc(32, 1) };

export function testDistrict(id: number, code: string, over: Partial<District> = {}): District {
  return {
    id,
    code,
    name: code,
    zone: 'Asia/Yakutsk',
    public: samplePublicInformation,
    organisations: [],
    settlements: [],
    routingRules: [],
    synonyms: [],
    accounts: [],
    officials: [],
    departments: [],
    topics: [],
    policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 30, numberPrefix: 'А' },
    calendar: { version: '1', days: {}, years: [] },
    ...over,
  };
}

/** The context of a request of an official with these roles, permitted for the districts. */
export function officialContext(
  [district, ...others]: readonly [District, ...District[]],
  roles: readonly (OfficialRole | RoleAssignment)[] = ['MODERATOR'],
  id: string = randomUUID(),
): PermittedContext {
  const assignments = roles.map((role) => (typeof role === 'string' ? { district: district.id, role } : role));
  const actor = { kind: 'official', id, login: 'official', name: 'Official', assignments } as const;
  const [first] = assignments;
  return {
    actor,
    district,
    districts: [district, ...others],
    language: 'ru',
    requestId: 'test',
    role: first?.role ?? 'MODERATOR',
    rule: assignments.map(({ role }) => role),
  };
}

/** The `info` of a root field that is asked for this selection. */
export function askedFor(selection: string): GraphQLResolveInfo {
  const [operation] = parse(`{ field { ${selection} } }`).definitions as [OperationDefinitionNode];
  return { fieldNodes: operation.selectionSet.selections, fragments: {} } as unknown as GraphQLResolveInfo;
}
