import { intakeEvents } from '@otklik/contracts/intake.events';
import { publisher } from '@otklik/contracts/publisher';
import { samples } from '@otklik/contracts/samples';
import {
  postgresEventLog,
  postgresEventStore,
  type EventLog,
  type EventStore,
  type RecordedEvent,
} from '@otklik/event-store';
import {
  WatchTerms,
  type EdgeAuthentication,
  type Environment,
  type PermittedContext,
  type ServiceResources,
} from '@otklik/host';
import { serviceUnderTest } from '@otklik/host/testing';
import type {
  BulkResult,
  ChangeResult,
  OpenAppealResult,
  OpenedByLink,
  RequestedLink,
  SubmitAppealResult,
  FileOpeningConnection,
  QueryFileOpeningsArgs,
} from '@otklik/contracts/generated/graphql';
import { makeDelivery } from '@otklik/messaging';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import {
  anyone,
  installService,
  memoryDirectory,
  openDatabase,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { samplePublicInformation, testDatabase } from '@otklik/testing';
import { installVault, openVault, type KeyKeeper } from '@otklik/vault';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { appealInitialRows } from './appeal/adapters/postgres/appeal-initial-rows.js';
import { IntakeRoutes } from './appeal/adapters/http/intake.routes.js';
import { RecoverFollowUp } from './appeal/application/recover-follow-up.js';
import { IntakeOperations, intakeService } from './intake.module.js';
import { RECEPTIONS, receptionTerms, testReception } from './test-reception.fixture.js';
import { testTopics } from './test-topics.fixture.js';

const roles: readonly OfficialRole[] = ['MODERATOR', 'REGISTRAR', 'EXECUTOR', 'ANALYST', 'CONTROLLER'];
const official = (role: OfficialRole) => ({
  id: randomUUID(),
  login: `${role.toLowerCase()}@aldan`,
  name: 'Кто-то',
  assignments: [1, 2].map((district) => ({ district, role })),
});

function district(id: number, code: string, numberPrefix: string, autoRegisterMessages: boolean): District {
  return {
    id,
    code,
    name: code,
    zone: 'Asia/Yakutsk',
    public: { ...samplePublicInformation, reception: testReception },
    policy: { version: 1, autoRegisterMessages, answerTerms: {}, receptionTerms, reopenWithinDays: 14, numberPrefix },
    calendar: { version: '2026-1', years: [2026], days: {} },
    departments: [
      { id: 'u', code: 'utilities', name: 'ЖКХ' },
      { id: 'h', code: 'housing', name: 'Жильё' },
    ],
    organisations: [],
    topics: testTopics,
    settlements: [{ code: 'ALDAN', name: 'Алдан' }],
    routingRules: [],
    synonyms: [],
    accounts: [],
    officials: id === 1 ? roles.map(official) : [],
  };
}

type Operation<Answer> = (input: object, context: PermittedContext) => Promise<Answer>;
type Operations<Names extends string> = Readonly<Record<Names, Operation<ChangeResult>>>;

const MODERATION = [
  ...(['takeUpMessage', 'turnIntoAppeal', 'markAsSpam', 'markAsDuplicate', 'takeBackDecision'] as const),
  ...(['registerAppeal', 'correctRegistration'] as const),
] as const;
const JOINED = ['takeUpMessages', 'markAsDuplicates', 'takeBackDecisions', 'registerAppeals'] as const;
const BULK = [...JOINED, 'joinManyToKnownIssue'] as const;
const ISSUES = ['openKnownIssue', 'updateKnownIssue', 'endKnownIssue', 'joinToKnownIssue', 'joinOwnMessage'] as const;

/** The whole service over a real PostgreSQL, with a manual clock. Aldan registers by hand, Tompo automatically. */
export interface IntakeWorld {
  readonly submission: {
    submitAppeal: Operation<SubmitAppealResult>;
    enterAppeal: Operation<SubmitAppealResult>;
    openAppeal(number: string, code: string, context: PermittedContext): Promise<OpenAppealResult>;
  };
  readonly recovery: {
    requestFollowUpLink: Operation<RequestedLink>;
    openAppealByLink: Operation<OpenedByLink>;
  };
  /** Sends the links that were requested. */
  sendLinks(): Promise<void>;
  /** Gives the warnings of terms that are due, by two copies at once. */
  warn(): Promise<unknown>;
  fileOpenings(args: QueryFileOpeningsArgs, context: PermittedContext): Promise<FileOpeningConnection>;
  readonly moderation: Operations<(typeof MODERATION)[number]>;
  readonly bulk: Readonly<Record<(typeof BULK)[number], Operation<readonly BulkResult[]>>>;
  readonly resident: Operations<'rateAppeal' | 'supplementAppeal' | 'withdrawAppeal' | 'requestReopening'>;
  readonly issues: Operations<(typeof ISSUES)[number]>;
  knownIssues<Issue>(query: 'knownIssues' | 'openedKnownIssues'): Promise<readonly Issue[]>;
  readonly receptions: Readonly<Record<(typeof RECEPTIONS)[number] | 'decideFoundMessage', Operation<unknown>>>;
  query<Answer>(name: string, args: object, context: PermittedContext): Promise<Answer>;
  readonly hold: Operations<'setLegalHold' | 'liftLegalHold' | 'recordConsentWithdrawal'>;
  readonly links: Operations<'joinApplicants' | 'partApplicants'>;
  routes(fastify: FastifyInstance, edge: EdgeAuthentication): Promise<void>;
  readonly operations: IntakeOperations;
  /** A provider of the service. */
  get<Provider>(by: abstract new (...given: never[]) => Provider): Provider;
  readonly resources: ServiceResources;
  readonly store: EventStore;
  readonly log: EventLog;
  readonly vault: KeyKeeper;
  at(): string;
  /** Moves the clock, ms. */
  pass(ms: number): void;
  district(code: string): District;
  anyone(code?: string): PermittedContext;
  as(role: OfficialRole): PermittedContext;
  officialActor(role: OfficialRole): { kind: 'official'; id: string; role: string };
  residentOf(appeal: string): Promise<PermittedContext>;
  rows(table: string): Promise<readonly unknown[]>;
  readonly url: string;
  /** As the owner of the database. */
  sql(text: string): Promise<unknown>;
  /** The next append commits and then throws. */
  loseNextResult(): void;
  failNextAppend(): void;
  /** Delivers a stored event of the service to its own consumers. */
  deliver(fact: RecordedEvent): Promise<void>;
  deliverAnswer(appeal: string): Promise<void>;
  /** Delivers a fact about a question of the appeal. `position`: in its topic; that of the sample when absent. */
  deliverRouting(
    appeal: string,
    of: { type: string; question: string; version: number; position?: number; data: object },
  ): Promise<void>;
  /** Delivers the fact that a notice was sent. */
  deliverNotice(
    appeal: string,
    data: { readonly way: string; readonly proof: string; readonly kind?: string; readonly dispatchedAt?: string },
  ): Promise<void>;
  stop(): Promise<void>;
}

/** The service's keys in a world. */
export function testSecret(purpose: string): Buffer {
  return createHmac('sha256', 'a secret').update(purpose).digest();
}

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** `isLive`: the clock goes, from now on. */
export async function intakeWorld(
  environment: Environment = {},
  accounts: (code: string) => District['accounts'] = () => [],
  isLive = false,
): Promise<IntakeWorld> {
  const server = await testDatabase();
  await installVault(server.url);
  const urls = await installService(server.url, 'intake', intakeService.migrations, 'roles-of-specs-1');
  await installVault(server.url);
  const database = openDatabase(urls.app, 'intake', { max: 3 });
  const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
  const real = postgresEventStore({ service: 'intake', url: urls.app, initialRows: appealInitialRows });
  const log = postgresEventLog({ service: 'intake', pool: worker });
  const vault = openVault({ database, kek: { current: 'k1', keys: { k1: randomBytes(32) } } });
  const districts = [district(1, 'aldan', 'АЛД', false), district(2, 'tompo', 'ТОМ', true)].map((one) => ({
    ...one,
    accounts: accounts(one.code),
  }));
  const directory = memoryDirectory(districts);
  const state = { now: isLive ? 0 : Date.parse('2026-11-24T03:00:00.000Z'), lose: false, fail: false };
  const store = faulty(real, state);
  const resources = {
    database,
    worker,
    store,
    log,
    vault,
    directory,
    logger: silent,
    environment,
    dataDir: '/nonexistent',
    now: () => new Date(state.now + (isLive ? Date.now() : 0)).toISOString(),
    secret: testSecret,
  } as unknown as ServiceResources;
  const service = await serviceUnderTest(intakeService, resources);
  /** Sets the input's district to that of the context. */
  const operation =
    <Answer>(name: string): Operation<Answer> =>
    (input, { actor, district: inDistrict }) =>
      service.mutate(name, 'district' in input ? { ...input, district: inDistrict?.code } : input, actor);
  const operations = <Names extends string>(...names: readonly Names[]) =>
    Object.fromEntries(names.map((name) => [name, operation(name)])) as Operations<Names>;
  const submission: IntakeWorld['submission'] = {
    submitAppeal: operation('submitAppeal'),
    enterAppeal: operation('enterAppeal'),
    openAppeal: (number, code, { actor, district: inDistrict }) =>
      service.resolve('openAppeal', { number, code, district: inDistrict?.code }, actor),
  };
  const districtOf = (code: string) => directory.district(code)!;
  const actorOf = (role: OfficialRole) => directory.official(`${role.toLowerCase()}@aldan`)!;
  const context = (more: Pick<PermittedContext, 'actor' | 'role'>, code = 'aldan'): PermittedContext => ({
    language: 'ru',
    requestId: 'r',
    district: districtOf(code),
    rule: [],
    ...more,
  });
  const deliverPublic = async (event: PublicEvent): Promise<void> => {
    for (const consumer of service.consumers.filter(({ topics }) => topics.includes(event.topic))) {
      const delivery = makeDelivery(consumer, { database, worker }, silent);
      await delivery.deliver({ topic: event.topic, partition: 0, events: [event], position: event.position });
    }
  };
  return {
    submission,
    recovery: {
      requestFollowUpLink: operation('requestFollowUpLink'),
      openAppealByLink: operation('openAppealByLink'),
    },
    sendLinks: async () => void (await service.get(RecoverFollowUp).sendDue()),
    warn: () => Promise.all([1, 2].map(() => service.get(WatchTerms).warnDue())),
    fileOpenings: (args, { actor }) => service.resolve('fileOpenings', args, actor),
    moderation: operations(...MODERATION),
    bulk: Object.fromEntries(BULK.map((name) => [name, operation(name)])) as unknown as IntakeWorld['bulk'],
    resident: operations('rateAppeal', 'supplementAppeal', 'withdrawAppeal', 'requestReopening'),
    issues: operations(...ISSUES),
    knownIssues: (query) => service.resolve(query, { district: 'aldan' }, actorOf('MODERATOR')),
    receptions: operations(...RECEPTIONS, 'decideFoundMessage'),
    query: (name, args, { actor, district: of }) => service.resolve(name, { ...args, district: of?.code }, actor),
    links: operations('joinApplicants', 'partApplicants'),
    hold: operations('setLegalHold', 'liftLegalHold', 'recordConsentWithdrawal'),
    routes: (fastify, edge) => service.get(IntakeRoutes).register(fastify, edge),
    resources,
    store,
    log,
    vault,
    district: districtOf,
    url: server.url,
    operations: service.get(IntakeOperations),
    get: (by) => service.get(by as never),
    at: resources.now,
    pass: (ms) => void (state.now += ms),
    anyone: (code) => context({ actor: anyone, role: 'ANYONE' }, code),
    as: (role) => context({ actor: actorOf(role), role }),
    officialActor: (role) => ({ kind: 'official', id: actorOf(role).id, role }),
    residentOf: async (appeal) => {
      const { person } = (await store.read(1, appeal))[0]!.data as { person: string };
      return context({ actor: { kind: 'resident', district: 1, appeal, person }, role: 'RESIDENT' });
    },
    rows: async (table) => (await database.scope(1, 2).query(`select * from intake.${table}`)).rows,
    sql: async (text) => {
      const owner = new pg.Client({ connectionString: server.url });
      await owner.connect();
      await owner.query(text).finally(() => owner.end());
    },
    loseNextResult: () => void (state.lose = true),
    failNextAppend: () => void (state.fail = true),
    deliver: (fact) => deliverPublic(publisher(intakeEvents)(fact)!),
    deliverAnswer: (appeal) => {
      const { event } = samples().find(({ name }) => name === 'QuestionAnswered.v1')!;
      return deliverPublic({ ...event, district: 1, appeal, correlationId: appeal, id: randomUUID() });
    },
    deliverRouting: (appeal, { type, question, data, ...at }) => {
      const { event } = samples().find(({ name }) => name === `${type}.v1`)!;
      const of = { district: 1, appeal, correlationId: appeal, stream: question, ...at };
      return deliverPublic({
        ...event,
        ...of,
        id: randomUUID(),
        data: { ...(event.data as object), ...data },
      } as PublicEvent);
    },
    deliverNotice: (appeal, data) => {
      const { event } = samples().find(({ name }) => name === 'NoticeDispatched.v1')!;
      const of = { district: 1, appeal, correlationId: appeal, stream: randomUUID(), id: randomUUID() };
      return deliverPublic({ ...event, ...of, data: { ...(event.data as object), ...data } } as PublicEvent);
    },
    stop: async () => {
      await service.close();
      await real.close();
      await log.close();
      await database.close();
      await worker.end();
      await server.drop();
    },
  };
}

/** The store with injected failures. */
function faulty(real: EventStore, state: { lose: boolean; fail: boolean }): EventStore {
  return {
    ...real,
    read: (...asked) => real.read(...asked),
    remembered: (...asked) => real.remembered(...asked),
    remember: (...asked) => real.remember(...asked),
    appendAll: (...asked) => real.appendAll(...asked),
    append: async (...asked: Parameters<EventStore['append']>) => {
      if (state.fail) {
        state.fail = false;
        throw new Error('no append now');
      }
      const result = await real.append(...asked);
      if (!state.lose) return result;
      state.lose = false;
      throw new Error('the result is lost');
    },
  } as EventStore;
}
