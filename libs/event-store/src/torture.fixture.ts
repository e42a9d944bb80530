import { VersionConflict } from '@otklik/kernel';
import { openPool } from '@otklik/tenancy';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { noted } from './event-store.contract.js';
import type { AppendRequest, EventStore, RecordedEvent } from './event-store.js';
import { postgresEventLog } from './postgres-event-log.js';
import { inDistrict } from './transaction.fixture.js';

/** What the writers did, as they know it. */
export interface Tally {
  /** Command ids whose append was acknowledged, with their number of events. */
  readonly acknowledged: Map<string, number>;
  /** Command ids of transactions that were rolled back on purpose. */
  readonly dropped: Set<string>;
  rolledBack: number;
  savepoints: number;
  failed: number;
  retried: number;
}

interface Stream {
  readonly district: number;
  readonly id: string;
}

const chance = (share: number) => randomInt(1_000) < share * 1_000;
const pause = (ms: number) => sleep(randomInt(ms + 1));

/** 40 hot streams of three districts. */
export const hotStreams: readonly Stream[] = Array.from({ length: 40 }, (_, index) => ({
  district: 1 + (index % 3),
  id: randomUUID(),
}));

function anAppend(stream: Stream, over: Partial<AppendRequest> = {}): AppendRequest {
  const notes = Array.from({ length: 1 + randomInt(3) }, (_, index) => `note ${index}`);
  return noted({ district: stream.district, stream: stream.id, expected: 'any', ...over }, ...notes);
}

/** One of many writers: batched appends, and transactions that are slow, rolled back, or lose a savepoint. */
export async function write(store: EventStore, app: pg.Pool, tally: Tally, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const stream = hotStreams[randomInt(hotStreams.length)]!;
    try {
      if (chance(0.5)) await insist(store, anAppend(stream), tally);
      else if (chance(0.3)) await exact(store, stream, tally);
      else await slowTransaction(store, app, stream, tally);
    } catch (error) {
      if (!(error instanceof Refused)) tally.failed += 1;
      await sleep(5);
    }
  }
}

class Refused extends Error {}

/** As a client does that got no answer: the same command again, until there is one. */
async function insist(store: EventStore, request: AppendRequest, tally: Tally): Promise<void> {
  for (;;) {
    try {
      await store.append(request);
      tally.acknowledged.set(request.commandId, request.events.length);
      return;
    } catch (error) {
      if (error instanceof VersionConflict) return;
      tally.retried += 1;
      await sleep(20);
    }
  }
}

async function exact(store: EventStore, stream: Stream, tally: Tally): Promise<void> {
  const version = (await store.read(stream.district, stream.id)).length;
  await insist(store, anAppend(stream, { expected: version === 0 ? 'none' : version }), tally);
}

async function slowTransaction(store: EventStore, app: pg.Pool, stream: Stream, tally: Tally): Promise<void> {
  const requests = Array.from({ length: 1 + randomInt(2) }, () => anAppend(stream));
  const drop = chance(0.1);
  if (drop) for (const request of requests) tally.dropped.add(request.commandId);
  await inDistrict(app)(stream.district, async (tx) => {
    // A transaction that writes something else first has an early xid and a late position.
    if (chance(0.5)) await tx.query('insert into notes.other (district) values ($1)', [stream.district]);
    if (chance(0.15)) {
      const lost = anAppend(stream);
      tally.dropped.add(lost.commandId);
      await tx.query('savepoint here');
      await store.append(lost, { tx });
      await tx.query('rollback to savepoint here');
      tally.savepoints += 1;
    }
    for (const request of requests) {
      await store.append(request, { tx });
      if (chance(0.3)) await pause(15);
    }
    if (!drop) return;
    tally.rolledBack += 1;
    throw new Refused();
  });
  for (const request of requests) tally.acknowledged.set(request.commandId, request.events.length);
}

/** A consumer of the log: its checkpoint survives it, nothing else does. */
export interface Reader {
  readonly delivered: RecordedEvent[];
  /** How often it was killed and began again from its checkpoint. */
  lives: number;
}

export async function follow(reader: Reader, url: string, lifeMs: number, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    reader.lives += 1;
    const pool = poolFor(url, 2);
    const log = postgresEventLog({ service: 'notes', pool });
    const life = AbortSignal.any([stop, AbortSignal.timeout(lifeMs)]);
    try {
      while (!life.aborted) {
        const after = reader.delivered.at(-1)?.position ?? 0;
        const events = await log.read(after, 200);
        reader.delivered.push(...events);
        if (events.length === 0) await log.wait(after, life);
      }
    } catch {
      await sleep(30);
    } finally {
      await log.close();
      await pool.end();
    }
  }
}

/** What every naive outbox does: whatever is after the last position seen. Position → seen. */
export async function followNaively(url: string, stop: AbortSignal): Promise<Set<number>> {
  const seen = new Set<number>();
  const pool = poolFor(url, 1);
  for (let last = 0; !stop.aborted;) {
    try {
      const text = 'select position from notes.event where position > $1 order by position limit 200';
      const { rows } = await pool.query<{ position: string }>(text, [last]);
      for (const row of rows) seen.add((last = Number(row.position)));
      if (rows.length === 0) await sleep(2);
    } catch {
      await sleep(30);
    }
  }
  await pool.end();
  return seen;
}

/** Kills a backend now and then: of a transaction under way, of the appends, of the readers. Answers how many. */
export async function kill(ownerUrl: string, stop: AbortSignal): Promise<number> {
  let killed = 0;
  const pool = poolFor(ownerUrl, 1);
  while (!stop.aborted) {
    const victim = chance(0.8) ? `state = 'idle in transaction'` : `usename like 'otklik\\_notes%'`;
    const text = `select count(pg_terminate_backend(pid)) as killed from (
      select pid from pg_stat_activity where ${victim} order by random() limit 1) victim`;
    const answer = await pool.query<{ killed: string }>(text).catch(() => undefined);
    killed += Number(answer?.rows[0]?.killed ?? 0);
    await sleep(70);
  }
  await pool.end();
  return killed;
}

export function poolFor(url: string, max: number): pg.Pool {
  return openPool({ connectionString: url, max, connectionTimeoutMillis: 5_000 });
}
