import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IdempotencyKeyReused, uuidv5, VersionConflict } from '@otklik/kernel';
import { installService } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { noted, readAll, type StoreUnderTest } from './event-store.contract.js';
import type { AppendRequest, ExpectedVersion } from './event-store.js';
import { logMigrations } from './log-migrations.js';
import { memoryEventStore } from './memory-event-store.js';
import { postgresEventLog } from './postgres-event-log.js';
import { postgresEventStore } from './postgres-event-store.js';
import { inDistrict } from './transaction.fixture.js';

/** Written down as the promise reads, without a thought for how it is kept. */
class Model {
  readonly streams = new Map<string, string[]>();
  readonly commands = new Map<string, { stream: string; fingerprint: string; version: number }>();

  /** What the append must answer; recorded here when it is to be recorded. */
  append(request: AppendRequest): { version: number; repeated: boolean } | Error {
    const events = this.streams.get(key(request)) ?? [];
    const known = this.remembered(request);
    if (known) return known;
    if (!fits(request.expected, events.length)) {
      const place = request.expected === 'none' ? 0 : request.expected;
      if (events.includes(request.commandId) && events.indexOf(request.commandId) === place)
        return { version: events.lastIndexOf(request.commandId) + 1, repeated: true };
      return new VersionConflict(request.expected as number, events.length);
    }
    const after = [...events, ...request.events.map(() => request.commandId)];
    this.streams.set(key(request), after);
    if (isKept(request))
      this.commands.set(`${request.district}/${request.commandId}`, {
        stream: request.stream,
        fingerprint: request.idempotency?.fingerprint ?? '',
        version: after.length,
      });
    return { version: after.length, repeated: false };
  }

  private remembered(request: AppendRequest): { version: number; repeated: boolean } | Error | undefined {
    const command = this.commands.get(`${request.district}/${request.commandId}`);
    if (!command || !isKept(request)) return undefined;
    const same = command.stream === request.stream && command.fingerprint === (request.idempotency?.fingerprint ?? '');
    return same ? { version: command.version, repeated: true } : new IdempotencyKeyReused();
  }
}

function isKept(request: AppendRequest): boolean {
  return request.idempotency !== undefined || ['any', 'exists'].includes(request.expected as string);
}

function key({ district, stream }: Pick<AppendRequest, 'district' | 'stream'>): string {
  return `${district}/${stream}`;
}

function fits(expected: ExpectedVersion, version: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return version === 0;
  return expected === 'exists' ? version > 0 : version === expected;
}

/** A step in small numbers, made of ids of the run: streams, commands and fingerprints are to collide. */
interface Step {
  readonly district: number;
  readonly stream: number;
  readonly command: number;
  readonly expected: ExpectedVersion;
  readonly events: number;
  readonly fingerprint: number | undefined;
  readonly inTransaction: 'no' | 'kept' | 'dropped';
}

const step: fc.Arbitrary<Step> = fc.record({
  district: fc.integer({ min: 1, max: 2 }),
  stream: fc.integer({ min: 1, max: 3 }),
  command: fc.integer({ min: 1, max: 12 }),
  expected: fc.oneof(
    fc.constantFrom('none' as const, 'exists' as const, 'any' as const),
    fc.integer({ min: 1, max: 5 }),
  ),
  events: fc.integer({ min: 1, max: 3 }),
  fingerprint: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 2 }),
  inTransaction: fc.constantFrom('no' as const, 'no' as const, 'kept' as const, 'dropped' as const),
});

function asRequest(run: string, { district, stream, command, expected, events, fingerprint }: Step): AppendRequest {
  return noted(
    {
      district,
      stream: uuidv5(run, `stream ${stream}`),
      commandId: uuidv5(run, `command ${command}`),
      expected,
      ...(fingerprint !== undefined && { idempotency: { fingerprint: `${fingerprint}` } }),
    },
    ...Array.from({ length: events }, (_, index) => `${index}`),
  );
}

class Dropped extends Error {}

async function perform(under: StoreUnderTest, one: Step, request: AppendRequest): Promise<unknown> {
  if (one.inTransaction === 'no') return under.store.append(request);
  let answer: unknown;
  await under
    .transaction(request.district, async (tx) => {
      answer = await under.store.append(request, { tx }).catch((error: unknown) => error);
      if (one.inTransaction === 'dropped') throw new Dropped();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Dropped)) throw error;
    });
  return answer;
}

async function agrees(under: StoreUnderTest, steps: readonly Step[]): Promise<void> {
  const run = randomUUID();
  const start = await under.log.head();
  let model = new Model();
  for (const one of steps) {
    const request = asRequest(run, one);
    const before = structuredClone({ streams: model.streams, commands: model.commands });
    const expected = model.append(request);
    const answer = await perform(under, one, request).catch((error: unknown) => error);
    if (expected instanceof IdempotencyKeyReused) expect(answer).toBeInstanceOf(IdempotencyKeyReused);
    else expect(answer).toEqual(expected);
    if (one.inTransaction === 'dropped') model = Object.assign(new Model(), before);
  }
  const whole = await readAll(under.log, start);
  for (const [stream, commands] of model.streams) {
    const [district, id] = stream.split('/');
    const read = await under.store.read(Number(district), id!);
    expect(read.map((event) => event.commandId)).toEqual(commands);
    expect(whole.filter((event) => key(event) === stream)).toEqual(read);
  }
  expect(whole).toHaveLength([...model.streams.values()].reduce((sum, commands) => sum + commands.length, 0));
}

let database: TestDatabase;
let under: StoreUnderTest;
beforeAll(async () => {
  database = await testDatabase();
  const urls = await installService(database.url, 'notes', logMigrations('notes'), 'roles-of-specs-1');
  const [app, worker] = [urls.app, urls.worker].map((url) => new pg.Pool({ connectionString: url, max: 2 }));
  const store = postgresEventStore({ service: 'notes', url: urls.app });
  const log = postgresEventLog({ service: 'notes', pool: worker! });
  under = {
    store,
    log,
    transaction: inDistrict(app!),
    async close() {
      await Promise.all([store.close(), log.close(), app!.end(), worker!.end()]);
    },
  };
});
afterAll(async () => {
  await under.close();
  await database.drop();
});

const steps = fc.array(step, { minLength: 1, maxLength: 25 });

it('the memory store behaves like the model', async () => {
  const store = memoryEventStore('notes');
  const memoryUnderTest: StoreUnderTest = {
    store,
    log: store.log,
    transaction: (_district, work) => store.transaction(work),
    close: () => store.close(),
  };
  await fc.assert(
    fc.asyncProperty(steps, (run) => agrees(memoryUnderTest, run)),
    { numRuns: 300 },
  );
});

it('the PostgreSQL store behaves like the model', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (run) => agrees(under, run)),
    { numRuns: 60 },
  );
});
