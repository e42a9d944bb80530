import type { PublicEvent } from '@otklik/contracts/envelope';
import { consumerMigrations, type ConsumerDatabase } from '@otklik/messaging';
import {
  makeReadModels,
  openHistory,
  readModelMigrations,
  type History,
  type Projection,
  type ReadModels,
} from '@otklik/read-models';
import { installService, openDatabase } from '@otklik/tenancy';
import { randomBytes } from 'node:crypto';
import { benchServer, quietPool } from './bench-server.js';
import { newId, silent } from './log-fixtures.js';

/** A reading service with one projection, `last_state`, on a PostgreSQL of the bench's own. */
export interface ReadSide extends AsyncDisposable {
  readonly consumer: ConsumerDatabase;
  readonly history: History;
  readonly models: ReadModels;
  /** CPU seconds that this process and the server have used so far. */
  cpuSeconds(): number;
}

export async function readSide(): Promise<ReadSide> {
  await using opened = new AsyncDisposableStack();
  const server = opened.use(await benchServer());
  const migrations = [...consumerMigrations('bench'), ...readModelMigrations('bench')];
  const urls = await installService(server.url, 'bench', migrations, 'roles-of-specs-1');
  const worker = quietPool(urls.worker, 6);
  const database = openDatabase(urls.app, 'bench', { max: 2 });
  opened.defer(() => Promise.all([worker.end(), database.close()]).then(() => undefined));
  const history = openHistory(worker, 'bench');
  const models = makeReadModels({ service: 'bench', worker, projections: [lastStates], history, logger: silent });
  const all = opened.move();
  return {
    consumer: { database, worker },
    history,
    models,
    cpuSeconds: () => server.cpuSeconds(),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Some 600 bytes as a published event holds them, its text sealed. */
const sealed = `sealed:1:${newId()}:${newId()}:text:${randomBytes(150).toString('base64url')}`;

/** Two events of each appeal: one half makes new rows, the other changes them. */
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
      district: 1 + ((at % half) % 7),
      stream: appeal,
      appeal,
      version: at < half ? 1 : 2,
      at: now,
      recordedAt: now,
      actor: { kind: 'system', id: 'bench' },
      commandId: newId(),
      correlationId: appeal,
      topic: 'intake.events',
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
