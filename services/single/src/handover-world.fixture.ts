import type { PublicEvent } from '@otklik/contracts/envelope';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { publisher } from '@otklik/contracts/publisher';
import { routingEvents } from '@otklik/contracts/routing.events';
import { postgresEventLog, postgresEventStore, type EventLog, type EventStore } from '@otklik/event-store';
import type { ServiceDefinition, ServiceResources } from '@otklik/host';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { IntakeOperations, intakeService } from '@otklik/intake/module';
import { makeBlockedKeyRetry, makeDelivery, type Consumer, type Publish } from '@otklik/messaging';
import type { StartedRule } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { routingService } from '@otklik/routing/module';
import {
  installService,
  memoryDirectory,
  openDatabase,
  type Actor,
  type Database,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { samplePublicInformation, testDatabase, testRoleSecret } from '@otklik/testing';
import { installVault, openVault, type KeyKeeper } from '@otklik/vault';
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const zone = 'Asia/Yakutsk';
const rule: StartedRule = {
  ...({ id: 'ANS', version: 1, term: 30, unit: 'CALENDAR_DAYS', start: 'REGISTERED', endOnDayOff: 'NEXT' } as const),
  duty: 'ANSWER',
  source: '59-FZ art. 12(1)',
};
const officialRoles: readonly OfficialRole[] = ['MODERATOR', 'REGISTRAR', 'COORDINATOR'];

function district(id: number, code: string, name: string): District {
  return {
    id,
    code,
    name,
    zone,
    public: samplePublicInformation,
    policy: {
      version: 1,
      autoRegisterMessages: false,
      answerTerms: { APPEAL_59FZ: rule, SOCIAL_MESSAGE: rule },
      reopenWithinDays: 14,
      numberPrefix: code.slice(0, 3).toUpperCase(),
    },
    calendar: { version: '2026-1', years: [2026], days: {} },
    departments: [],
    organisations: [],
    topics: [],
    routingRules: [],
    synonyms: [],
    accounts: [],
    settlements: [{ code: `${code}-1`, name: `Посёлок ${name}` }],
    officials: officialRoles.map((role) => ({
      id: randomUUID(),
      login: `${code}.${role}`,
      name: 'Кто-то',
      assignments: [{ district: id, role }],
    })),
  };
}

export const districts = [district(1, 'aldan', 'Алдан'), district(2, 'tompo', 'Томпо')] as const;

interface Part {
  readonly definition: ServiceDefinition;
  readonly publish: Publish;
  readonly store: EventStore;
  readonly log: EventLog;
  readonly database: Database;
  readonly worker: pg.Pool;
  readonly resources: ServiceResources;
  running: ServiceUnderTest;
}

/** What happens to one delivery. */
export type Fault = 'NONE' | 'DIES_BEFORE' | 'DIES_AFTER_APPEND' | 'DIES_AFTER_EFFECT' | 'COMES_AGAIN';

export interface HandoverWorld {
  readonly intake: { readonly store: EventStore; readonly mutate: ServiceUnderTest['mutate'] };
  readonly routing: { readonly store: EventStore; readonly mutate: ServiceUnderTest['mutate'] };
  readonly vault: KeyKeeper;
  /** How many events a consumer of routing entered in the inbox. */
  entered(consumer: string): Promise<number>;
  /** Everything that was logged. */
  readonly logged: readonly unknown[];
  /** All events of both logs. */
  recorded(): Promise<readonly PublicEvent[]>;
  actor(code: string, role: OfficialRole): Actor;
  /** The proof of a notice about the question, delivered to routing however the faults have it. */
  proof(event: Pick<PublicEvent, 'district' | 'appeal'> & { readonly question: string; readonly kind: string }): void;
  /** Delivers until nothing is left. `away`: this consumer gets nothing until the others have nothing left; or not at all. */
  settle(fault: () => Fault, pick: (count: number) => number, away?: string, comesBack?: boolean): Promise<void>;
  /** Erases the person of the appeal in district 1, however far the case is. */
  erase(appeal: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Intake and routing of two districts over one real PostgreSQL; deliveries between them fail as the spec says. */
export async function handoverWorld(): Promise<HandoverWorld> {
  const server = await testDatabase();
  await installVault(server.url);
  const directory = memoryDirectory([...districts]);
  const logged: unknown[] = [];
  const line = (...what: unknown[]) => void logged.push(what);
  const logger = { debug: line, info: line, warn: line, error: line } as unknown as Logger;
  const faults = { beforeAppend: false, afterAppend: false };
  const kek = { current: 'k', keys: { k: Buffer.alloc(32, 7) } };
  const parts: Part[] = [];
  for (const [definition, publish] of [
    [intakeService, publisher(intakeEvents)],
    [routingService, publisher(routingEvents)],
  ] as const) {
    const urls = await installService(server.url, definition.name, definition.migrations, testRoleSecret);
    await installVault(server.url);
    const database = openDatabase(urls.app, definition.name, { max: 4 });
    const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
    const initialRows = definition.initialRows ? { initialRows: definition.initialRows } : {};
    const store = postgresEventStore({ service: definition.name, url: urls.app, ...initialRows });
    const log = postgresEventLog({ service: definition.name, pool: worker });
    const vault = openVault({ database, kek });
    const resources = {
      database,
      worker,
      store: faulty(store, faults),
      log,
      vault,
      directory,
      logger,
      environment: {},
      dataDir: '/nonexistent',
      now: () => '2026-11-24T03:00:00.000Z',
      secret: (purpose: string) => createHmac('sha256', 'a secret').update(purpose).digest(),
    } as unknown as ServiceResources;
    const running = await serviceUnderTest(definition, resources);
    parts.push({ definition, publish, store, log, database, worker, resources, running });
  }
  const [intake, routing] = parts as [Part, Part];
  const proofs: PublicEvent[] = [];
  const done = new Map<string, number>();
  const recorded = async () => (await Promise.all([intake, routing].map(publicEvents))).flat();

  let deaths = 0;
  /** Each fourth death is one of the whole process: it restarts with what the database holds. */
  const restart = async (part: Part) => {
    deaths += 1;
    if (deaths % 4 > 0) return;
    await part.running.close();
    part.running = await serviceUnderTest(part.definition, part.resources);
  };

  async function deliver(part: Part, consumer: Consumer, event: PublicEvent, fault: Fault): Promise<boolean> {
    faults.beforeAppend = fault === 'DIES_BEFORE';
    faults.afterAppend = fault === 'DIES_AFTER_APPEND';
    const given = fault === 'DIES_AFTER_EFFECT' ? dyingAfterEffect(consumer) : consumer;
    const batch = { topic: event.topic, partition: 0, events: [event], position: event.position };
    try {
      await makeDelivery(given, part, logger).deliver(batch);
    } catch {
      await restart(part);
      return false;
    } finally {
      faults.beforeAppend = false;
      faults.afterAppend = false;
    }
    if (fault !== 'COMES_AGAIN') return true;
    // The memory of the delivery is lost with a restored backup: the event comes as if it were new.
    await part.worker.query(`delete from ${part.definition.name}.inbox where consumer = $1 and event = $2`, [
      consumer.name,
      event.id,
    ]);
    await makeDelivery(consumer, part, logger).deliver(batch);
    return true;
  }

  async function settle(
    fault: () => Fault,
    pick: (count: number) => number,
    away?: string,
    comesBack = true,
  ): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      const events = [...(await recorded()), ...proofs];
      const waiting = parts.flatMap((part) =>
        part.running.consumers.flatMap((consumer) =>
          consumer.topics.flatMap((of) => {
            const next = events.filter(({ topic }) => topic === of)[done.get(`${consumer.name} ${of}`) ?? 0];
            return next ? [{ part, consumer, next }] : [];
          }),
        ),
      );
      const others = waiting.filter(({ consumer }) => consumer.name !== away);
      const from = others.length > 0 || !comesBack ? others : waiting;
      const chosen = from[pick(from.length)];
      if (chosen) {
        const { part, consumer, next } = chosen;
        const place = `${consumer.name} ${next.topic}`;
        if (await deliver(part, consumer, next, fault())) done.set(place, (done.get(place) ?? 0) + 1);
        quiet = 0;
        continue;
      }
      for (const part of parts)
        for (const consumer of part.running.consumers) await makeBlockedKeyRetry(consumer, part, logger)(() => false);
      quiet += 1;
      await sleep(50);
    }
  }

  let position = 0;
  return {
    intake: { store: intake.store, mutate: (...given) => intake.running.mutate(...given) },
    routing: { store: routing.store, mutate: (...given) => routing.running.mutate(...given) },
    vault: openVault({ database: intake.database, kek }),
    logged,
    recorded,
    settle,
    erase: (appeal) =>
      intake.running
        .get(IntakeOperations)
        .erase({ district: 1, subject: appeal, actor: { kind: 'system' }, ground: 'DEMANDED' }),
    entered: async (consumer) => {
      const { rowCount } = await routing.worker.query('select from routing.inbox where consumer = $1', [consumer]);
      return rowCount ?? 0;
    },
    actor: (code, role) => directory.official(`${code}.${role}`)!,
    proof: ({ question: about, kind, ...of }) => {
      const at = '2026-11-25T03:00:00.000Z';
      proofs.push({
        id: randomUUID(),
        type: 'NoticeDispatched',
        schema: 1,
        topic: 'notifications.events',
        version: 2,
        at,
        recordedAt: at,
        stream: randomUUID(),
        actor: { kind: 'system' },
        commandId: randomUUID(),
        correlationId: of.appeal,
        position: (position += 1),
        ...of,
        data: { kind, about, way: 'EMAIL', proof: 'id', dispatchedAt: at },
      });
    },
    stop: async () => {
      for (const part of parts) {
        await part.running.close();
        await Promise.all([part.store.close(), part.log.close()]);
        await Promise.all([part.worker.end(), part.database.close()]);
      }
      await server.drop();
    },
  };
}

async function publicEvents({ log, publish }: Part): Promise<readonly PublicEvent[]> {
  const events: PublicEvent[] = [];
  for (let after = 0; ;) {
    const read = await log.read(after, 1_000);
    if (read.length === 0) return events;
    events.push(...read.flatMap((event) => publish(event) ?? []));
    after = read.at(-1)!.position;
  }
}

/** The process dies when the effect is there and the consumer's own transaction is not committed. */
function dyingAfterEffect(consumer: Consumer): Consumer {
  const { handle } = consumer;
  if (typeof handle !== 'function') {
    const batch: typeof handle.batch = async (...given) => {
      await handle.batch(...given);
      throw Object.assign(new Error('died'), { code: '57P01' });
    };
    return { ...consumer, handle: { ...handle, batch } };
  }
  return {
    ...consumer,
    batchHandlers: {},
    handle: async (event, tx) => {
      const batch = consumer.batchHandlers?.[event.type];
      await (batch ? batch([event], tx) : handle(event, tx));
      throw Object.assign(new Error('died'), { code: '57P01' });
    },
  };
}

/** The database is gone before an append, or between its commit and the answer. */
function faulty(real: EventStore, faults: { beforeAppend: boolean; afterAppend: boolean }): EventStore {
  const gone = () => Object.assign(new Error('gone'), { code: '57P01' });
  const faultily = async <Result>(append: () => Promise<Result>): Promise<Result> => {
    if (faults.beforeAppend) throw gone();
    const result = await append();
    if (faults.afterAppend) throw gone();
    return result;
  };
  return {
    read: (...asked) => real.read(...asked),
    remembered: (...asked) => real.remembered(...asked),
    remember: (...asked) => real.remember(...asked),
    close: () => real.close(),
    readAll: (...asked) => real.readAll(...asked),
    appendAll: (...asked) => faultily(() => real.appendAll(...asked)),
    append: (...asked: Parameters<EventStore['append']>) => faultily(() => real.append(...asked)),
  } as EventStore;
}
