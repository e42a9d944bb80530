import type { PublicEvent } from '@otklik/contracts/envelope';
import { uuidv7 } from '@otklik/kernel';
import { consumerMigrations } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { readModelMigrations, type Projection } from '@otklik/read-models';
import { installService } from '@otklik/tenancy';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A reading service's schema for benches, under the worker's role as the services use it. */
export async function readSide(ownerUrl: string): Promise<{ readonly worker: pg.Pool; readonly appUrl: string }> {
  const migrations = [...consumerMigrations('bench'), ...readModelMigrations('bench')];
  const urls = await installService(ownerUrl, 'bench', migrations, 'a secret');
  return { worker: quietPool(urls.worker, 6), appUrl: urls.app };
}

/** A server that stops at the end of a bench must not hide what ended it. */
export function quietPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
}

export const newId = () => uuidv7(Date.now(), randomBytes(10));

/** Some 600 bytes as it travels, the words sealed. */
const sealed = `sealed:1:${newId()}:${newId()}:text:${randomBytes(150).toString('base64url')}`;

/** Every appeal is heard of twice: half of the rows are new, half change. */
export function facts(count: number, firstPosition: number): PublicEvent[] {
  const half = Math.ceil(count / 2);
  const appeals = Array.from({ length: half }, newId);
  return Array.from({ length: count }, (_, at) => {
    const appeal = appeals[at % half]!;
    const now = new Date().toISOString();
    return {
      id: newId(),
      type: 'StateChanged',
      schema: 1,
      district: 1 + (at % 7),
      stream: appeal,
      version: at < half ? 1 : 2,
      at: now,
      recordedAt: now,
      actor: { kind: 'system', id: 'bench' },
      commandId: newId(),
      correlationId: appeal,
      topic: 'intake.events',
      appeal,
      position: firstPosition + at,
      data: { state: at < half ? 'RECEIVED' : 'REGISTERED', words: sealed },
    };
  });
}

/** A row for each appeal with its last state: folded per batch, written in one statement. */
export const lastStates: Projection = {
  name: 'last_state',
  version: 1,
  subscribesTo: ['StateChanged@1'],
  sql: `create table {table} (
    district int not null, appeal uuid not null, version int not null, state text not null, at timestamptz not null,
    primary key (district, appeal))`,
  async apply(events, tx, table) {
    const rows = new Map<string, PublicEvent>();
    for (const event of events) {
      const key = `${event.district}/${event.appeal}`;
      if ((rows.get(key)?.version ?? 0) < event.version) rows.set(key, event);
    }
    const last = [...rows.values()];
    await tx.query(
      {
        name: `last states ${table}`,
        text: `insert into ${table} as t (district, appeal, version, state, at)
          select * from unnest($1::int[], $2::uuid[], $3::int[], $4::text[], $5::timestamptz[])
          on conflict (district, appeal) do update
          set version = excluded.version, state = excluded.state, at = excluded.at where t.version < excluded.version`,
      },
      [
        last.map((event) => event.district),
        last.map((event) => event.appeal),
        last.map((event) => event.version),
        last.map((event) => (event.data as { state: string }).state),
        last.map((event) => event.at),
      ],
    );
  },
};

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
