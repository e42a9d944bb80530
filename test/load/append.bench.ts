import { logMigrations, postgresEventStore, type AppendRequest, type EventStore } from '@otklik/event-store';
import { uuidv7 } from '@otklik/kernel';
import { installService } from '@otklik/tenancy';
import { randomBytes } from 'node:crypto';
import {
  benchServer,
  interleaved,
  median,
  quantile,
  type BenchOptions,
  type BenchServer,
  type Metric,
} from './bench-frame.js';
import { emmett } from './emmett-yardstick.js';
import { appealPayload } from './payload.js';
import { rawInsert, type RawInsert } from './raw-insert.js';

export const name = 'append';

const WRITERS = 32;
const ROUNDS = 3;
const SECONDS = 3;
/** More of them: a lonely pgbench is a fifth faster or slower by where the kernel put it. */
const LATENCY_ROUNDS = 9;
const PAYLOAD = JSON.stringify(appealPayload);

const chance = randomBytes(10);
let made = 0;
/** Chance is asked for once: the yardsticks' ids cost them next to nothing either. */
function newId(): string {
  chance.writeUInt32BE((made += 1), 6);
  return uuidv7(Date.now(), chance);
}

function creation(bare: boolean): AppendRequest {
  const commandId = newId();
  return {
    district: 1,
    stream: newId(),
    streamType: 'Appeal',
    expected: 'none',
    events: [{ id: newId(), type: 'AppealSubmitted', schema: 1, data: appealPayload }],
    at: new Date().toISOString(),
    actor: { kind: 'anyone' },
    commandId,
    correlationId: commandId,
    ...(bare ? {} : { idempotency: { fingerprint: `${commandId}${commandId}` } }),
    ...(bare ? {} : { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }),
  };
}

/** Appends a second of so many writers, each of whom waits for his answer. */
async function rate(store: EventStore, writers: number, seconds: number, bare: boolean): Promise<number> {
  let done = 0;
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < end) {
        await store.append(creation(bare));
        done += 1;
      }
    }),
  );
  return done / seconds;
}

async function latency(store: EventStore, seconds: number): Promise<number> {
  const taken: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    // Made before the clock starts, as pgbench's statement is.
    const request = creation(true);
    const start = performance.now();
    await store.append(request);
    taken.push(performance.now() - start);
  }
  return quantile(taken, 0.5);
}

/** Stored events before and after, and the rate on each: the table's size should not be felt. */
async function flatness(store: EventStore, events: number, say: (line: string) => void): Promise<Metric> {
  const measured = async () => {
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rates.push(await rate(store, WRITERS, SECONDS, false));
    return median(rates);
  };
  const before = await measured();
  say(`filling up to ${events} events`);
  let written = 0;
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      while (written < events) {
        written += 10;
        await store.append({
          ...creation(false),
          events: Array.from({ length: 10 }, () => ({
            id: newId(),
            type: 'AppealSubmitted',
            schema: 1,
            data: appealPayload,
          })),
        });
      }
    }),
  );
  const after = await measured();
  return {
    name: `G9 flatness: ${WRITERS} writers after ${events} more events ÷ before`,
    value: after,
    unit: 'appends/s',
    yardstick: before,
    ratio: after / before,
    floor: 0.9,
    goal: 1,
  };
}

/** Measures what `rate` costs beside how fast it is; µs of CPU per append. */
function costed(server: BenchServer, seconds: number, run: () => Promise<number>) {
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

/** The figure that a busy machine does not move. */
function cpu(title: string, value: number, yardstick: number): Metric {
  const ratio = value / yardstick;
  const note = 'client and database; a noisy machine moves it little';
  return { name: `G5 CPU per append, ${title}`, value, unit: 'µs', yardstick, ratio, lessIsBetter: true, note };
}

function throughput(
  title: string,
  figures: { value: number; yardstick: number; ratio: number },
  raw: RawInsert,
  bounds: readonly [number, number],
): Metric {
  const [floor, goal] = raw.by === 'pgbench' ? bounds : [1.45, 1.9];
  return { name: `${title} ÷ raw INSERT by ${raw.by}`, unit: 'appends/s', floor, goal, ...figures };
}

interface Stage {
  readonly server: BenchServer;
  /** Free of row security, as the owner of the bench's server is. */
  readonly bare: EventStore;
  /** Under the role and with the envelope and the memory of commands with which the services use it. */
  readonly used: EventStore;
  readonly full: boolean;
  say(line: string): void;
}

const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Metric[]>>> = {
  async bare(stage) {
    const raw = await rawInsert(stage.server.url, PAYLOAD);
    stage.say(`the bare store beside ${raw.by}`);
    return besideRaw('G1 bare store', stage.bare, true, stage.server, raw, [0.95, 1.25]);
  },

  async used(stage) {
    const raw = await rawInsert(stage.server.url, PAYLOAD);
    stage.say('as the services use it: roles, row security, envelope, memory of commands');
    return besideRaw('as used', stage.used, false, stage.server, raw, [0.8, 1.05]);
  },

  async one({ server, bare, say }) {
    const raw = await rawInsert(server.url, PAYLOAD);
    say('one writer');
    const figures = await interleaved(
      LATENCY_ROUNDS,
      () => latency(bare, SECONDS),
      () => raw.latency(SECONDS),
    );
    return [
      { name: `G3 one writer, p50 ÷ ${raw.by}`, unit: 'ms', floor: 1.5, goal: 1.2, lessIsBetter: true, ...figures },
    ];
  },

  /** Like beside like: emmett knows no districts, no row security and no memory of commands. */
  async emmett({ server, bare, say }) {
    say('emmett 0.42 is fetched and run in turn');
    const figures = await besideEmmett(bare, true, server);
    return [{ name: `G4 bare store ${BESIDE_EMMETT}`, floor: 6, goal: 10, ...figures }];
  },

  async 'emmett-used'({ server, used, say }) {
    say('emmett beside the store as the services use it');
    return [{ name: `as used ${BESIDE_EMMETT}`, ...(await besideEmmett(used, false, server)) }];
  },

  async flat({ used, full, say }) {
    const metric = await flatness(used, full ? 1_000_000 : 200_000, say);
    return [full ? metric : { ...metric, note: '1,000,000 with --full' }];
  },
};

async function besideRaw(
  title: string,
  store: EventStore,
  isBare: boolean,
  server: BenchServer,
  raw: RawInsert,
  bounds: readonly [number, number],
): Promise<readonly Metric[]> {
  const ours = costed(server, SECONDS, () => rate(store, WRITERS, SECONDS, isBare));
  const theirs = costed(server, SECONDS, () => raw.rate(WRITERS, SECONDS));
  const figures = await interleaved(ROUNDS, ours.run, theirs.run);
  return [throughput(`${title}, ${WRITERS} writers`, figures, raw, bounds), cpu(title, ours.cost(), theirs.cost())];
}

const BESIDE_EMMETT = `÷ emmett 0.42, ${WRITERS} writers`;

async function besideEmmett(store: EventStore, isBare: boolean, server: BenchServer) {
  const other = await emmett(server.url, appealPayload);
  const figures = await interleaved(
    ROUNDS,
    () => rate(store, WRITERS, SECONDS, isBare),
    () => other.rate(WRITERS, SECONDS),
  );
  await other.close();
  return { unit: 'appends/s', ...figures };
}

/** Each part on a server of its own: what an earlier one left to be vacuumed would run beside its rounds. */
async function onStage(full: boolean, say: (line: string) => void, part: (stage: Stage) => Promise<readonly Metric[]>) {
  const server = await benchServer();
  try {
    const urls = await installService(server.url, 'bench', logMigrations('bench'), 'a secret');
    const bare = postgresEventStore({ service: 'bench', url: server.url });
    const used = postgresEventStore({ service: 'bench', url: urls.app });
    const metrics = await part({ server, bare, used, full, say });
    await Promise.all([bare.close(), used.close()]);
    return metrics;
  } finally {
    await server.stop();
  }
}

export async function run({ full, say, args }: BenchOptions): Promise<readonly Metric[]> {
  const metrics: Metric[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (args.length === 0 || args.includes(name)) metrics.push(...(await onStage(full, say, part)));
  }
  return metrics;
}
