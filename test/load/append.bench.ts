import {
  chainKey,
  ChainWriter,
  eventChain,
  logMigrations,
  postgresEventStore,
  type AppendRequest,
  type EventStore,
} from '@otklik/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { installService } from '@otklik/tenancy';
import { interleaved, median, quantile, sized, type BenchOptions, type BenchSize, type Metric } from './bench-frame.js';
import { benchServer, quietPool, type BenchServer } from './bench-server.js';
import { emmettYardstick } from './emmett-yardstick.js';
import { appealPayload, creation, fill } from './log-fixtures.js';
import { rawInsert } from './raw-insert-yardstick.js';

export const name = 'append';

const WRITERS = 32;
const ROUNDS = { smoke: 1, usual: 3, full: 3 } as const;
const CHAIN_INTERVAL_MS = 1_000;
const SECONDS = { smoke: 0.3, usual: 3, full: 3 } as const;
/** More rounds than of the rate: the kernel's placement of a single pgbench process moves its figure by a fifth. */
const LATENCY_ROUNDS = { smoke: 1, usual: 9, full: 9 } as const;
/** It is downloaded, and nothing that CI runs is. */
const NOT_IN_SMOKE: readonly string[] = ['emmett', 'emmett-used'];
const PAYLOAD = JSON.stringify(appealPayload);
/** Where pgbench is absent, its stand-in is slower: the bounds are higher. */
const BOUNDS_WITHOUT_PGBENCH = [1.45, 1.9] as const;

interface Subject {
  readonly store: EventStore;
  request(): AppendRequest;
}

interface Stage {
  readonly server: BenchServer;
  /** As the owner of the database: no row security, the smallest envelope, no memory of commands. */
  readonly bare: Subject;
  /** As the services use it: their role, row security, the whole envelope and the memory of commands. */
  readonly used: Subject;
  readonly size: BenchSize;
  print(line: string): void;
}

const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Metric[]>>> = {
  bare: (stage) => besideRaw('G1 bare store', stage.bare, stage, [0.95, 1.25]),
  used: (stage) => besideRaw('as used', stage.used, stage, [0.8, 1.05]),

  /** The hash chain behind the appends, as in a running service: a pass each second, at once while it is behind. */
  async chained({ server, used, size }) {
    const service = 'chained';
    const urls = await installService(server.url, service, logMigrations(service), 'roles-of-specs-1');
    const store = postgresEventStore({ service, url: urls.app });
    const pool = new pg.Pool({ connectionString: urls.worker, max: 1 });
    const key = chainKey(Buffer.alloc(32, 1));
    const tables = [eventChain(service)];
    const writer = new ChainWriter({ service, pool, tables, key, now: () => new Date().toISOString() });
    const beside = withCost(server, SECONDS[size], () =>
      rateBeside(writer, { store, request: usedRequest }, SECONDS[size]),
    );
    const alone = withCost(server, SECONDS[size], () => rate(used, SECONDS[size]));
    const figures = await interleaved(ROUNDS[size], beside.run, alone.run);
    await assertChained(pool, service);
    await Promise.all([store.close(), pool.end()]);
    const [value, yardstick] = [beside.cost(), alone.cost()];
    const cost = { value, yardstick, ratio: value / yardstick, floor: 1.1, lessIsBetter: true };
    return [
      { name: `with its hash chain ÷ without, ${WRITERS} writers`, unit: 'appends/s', floor: 0.9, goal: 1, ...figures },
      { name: 'CPU per append, with its hash chain', unit: 'µs', ...cost },
    ];
  },

  async one({ server, bare, size }) {
    const raw = await rawInsert(server.url, PAYLOAD);
    const figures = await interleaved(
      LATENCY_ROUNDS[size],
      () => latency(bare, SECONDS[size]),
      () => raw.latency(SECONDS[size]),
    );
    const bounds = { floor: 1.5, goal: 1.2, lessIsBetter: true };
    return [{ name: `G3 one writer, p50 ÷ ${raw.by}`, unit: 'ms', ...bounds, ...figures }];
  },

  /** Emmett has no districts, row security or memory of commands: the bare store is its equal. */
  async emmett(stage) {
    return [{ name: `G4 bare store ${BESIDE_EMMETT}`, floor: 6, goal: 10, ...(await besideEmmett(stage.bare, stage)) }];
  },

  async 'emmett-used'(stage) {
    return [{ name: `as used ${BESIDE_EMMETT}`, ...(await besideEmmett(stage.used, stage)) }];
  },

  /** The rate before and after the table grew. */
  async flat({ used, size, print }) {
    const events = sized({ size }, { smoke: 1_000, usual: 200_000, full: 1_000_000 });
    const medianRate = async () => {
      const rates: number[] = [];
      for (let round = 0; round < ROUNDS[size]; round += 1) rates.push(await rate(used, SECONDS[size]));
      return median(rates);
    };
    const yardstick = await medianRate();
    print(`storing ${events} events`);
    await fill(used.store, events);
    const value = await medianRate();
    const title = `G9 flatness: ${WRITERS} writers after ${events} more events ÷ before`;
    const metric = { name: title, unit: 'appends/s', value, yardstick, ratio: value / yardstick, floor: 0.9, goal: 1 };
    return [size === 'full' ? metric : { ...metric, note: '1,000,000 with --full' }];
  },
};

export async function run({ size, print, args }: BenchOptions): Promise<readonly Metric[]> {
  const metrics: Metric[] = [];
  for (const [part, measure] of Object.entries(parts)) {
    if (args.length > 0 && !args.includes(part)) continue;
    if (size === 'smoke' && NOT_IN_SMOKE.includes(part)) {
      print(`NOT RUN: ${part} downloads emmett`);
      continue;
    }
    print(part);
    // A server for each part: the vacuum of an earlier part's rows would run beside its rounds.
    await using server = await benchServer();
    const urls = await installService(server.url, 'bench', logMigrations('bench'), 'roles-of-specs-1');
    const bare = postgresEventStore({ service: 'bench', url: server.url });
    const used = postgresEventStore({ service: 'bench', url: urls.app });
    const stage = { bare: { store: bare, request: bareRequest }, used: { store: used, request: usedRequest } };
    const before = appended;
    metrics.push(...(await measure({ server, size, print, ...stage })));
    await assertAppended(server, part, appended - before);
    await Promise.all([bare.close(), used.close()]);
  }
  return metrics;
}

/** Of all parts: what was acknowledged, and must stand in the log. */
let appended = 0;

async function assertAppended(server: BenchServer, part: string, acknowledged: number): Promise<void> {
  const schema = part === 'chained' ? 'chained' : 'bench';
  const pool = quietPool(server.url, 1);
  const count = async (table: string) =>
    (await pool.query<{ all: number }>(`select count(*)::int as all from ${table}.event`)).rows[0]!.all;
  const stored = (await count('bench')) + (schema === 'bench' ? 0 : await count(schema));
  await pool.end();
  if (acknowledged === 0 || stored < acknowledged) throw new Error(`${stored} of ${acknowledged} appends are stored`);
}

async function assertChained(pool: pg.Pool, service: string): Promise<void> {
  const { rows } = await pool.query<{ blocks: number }>(`select count(*)::int as blocks from ${service}.chain_block`);
  if (rows[0]!.blocks === 0) throw new Error('the hash chain has no block');
}

const bareRequest = (): AppendRequest => creation('AppealSubmitted', appealPayload);

function usedRequest(): AppendRequest {
  const request = bareRequest();
  const { commandId } = request;
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  return { ...request, idempotency: { fingerprint: `${commandId}${commandId}` }, traceparent };
}

/** Appends a second of concurrent writers, each of which waits for its commit. */
async function rate({ store, request }: Subject, seconds: number): Promise<number> {
  let done = 0;
  const end = performance.now() + seconds * 1000;
  const writer = async () => {
    for (; performance.now() < end; done += 1) {
      await store.append(request());
      appended += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return done / seconds;
}

async function rateBeside(writer: ChainWriter, subject: Subject, seconds: number): Promise<number> {
  let isRunning = true;
  const chaining = (async () => {
    while (isRunning) {
      const { behind } = (await writer.extend()).get('event')!;
      if (behind === 0) await sleep(CHAIN_INTERVAL_MS);
    }
  })();
  const appends = await rate(subject, seconds);
  isRunning = false;
  await chaining;
  return appends;
}

/** Median of one writer, ms. */
async function latency({ store, request }: Subject, seconds: number): Promise<number> {
  const taken: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    // Made before the clock starts, as pgbench's statement is.
    const made = request();
    const start = performance.now();
    await store.append(made);
    taken.push(performance.now() - start);
    appended += 1;
  }
  return quantile(taken, 0.5);
}

async function besideRaw(
  title: string,
  subject: Subject,
  { server, size }: Stage,
  bounds: readonly [number, number],
): Promise<readonly Metric[]> {
  const raw = await rawInsert(server.url, PAYLOAD);
  const ours = withCost(server, SECONDS[size], () => rate(subject, SECONDS[size]));
  const theirs = withCost(server, SECONDS[size], () => raw.rate(WRITERS, SECONDS[size]));
  const figures = await interleaved(ROUNDS[size], ours.run, theirs.run);
  const [floor, goal] = raw.by === 'pgbench' ? bounds : BOUNDS_WITHOUT_PGBENCH;
  const [value, yardstick] = [ours.cost(), theirs.cost()];
  const note = 'client and database; a noisy machine moves it little';
  const cost = { value, yardstick, ratio: value / yardstick, lessIsBetter: true, note };
  return [
    { name: `${title}, ${WRITERS} writers ÷ raw INSERT by ${raw.by}`, unit: 'appends/s', floor, goal, ...figures },
    { name: `G5 CPU per append, ${title}`, unit: 'µs', ...cost },
  ];
}

/** Measures the CPU that a run's appends cost beside their rate; `cost` is in µs per append. */
function withCost(server: BenchServer, seconds: number, run: () => Promise<number>) {
  const costs: number[] = [];
  return {
    async run() {
      const before = server.cpuSeconds();
      const perSecond = await run();
      costs.push(((server.cpuSeconds() - before) * 1e6) / (perSecond * seconds));
      return perSecond;
    },
    cost: () => median(costs),
  };
}

const BESIDE_EMMETT = `÷ emmett 0.42, ${WRITERS} writers`;

async function besideEmmett(subject: Subject, { server, size }: Stage) {
  const emmett = await emmettYardstick(server.url, appealPayload);
  const figures = await interleaved(
    ROUNDS[size],
    () => rate(subject, SECONDS[size]),
    () => emmett.rate(WRITERS, SECONDS[size]),
  );
  await emmett.close();
  return { unit: 'appends/s', ...figures };
}
