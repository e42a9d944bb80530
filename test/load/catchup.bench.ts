import { postgresEventLog, postgresEventStore, logMigrations } from '@otklik/event-store';
import { installService } from '@otklik/tenancy';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { benchServer, quietPool } from './bench-server.js';
import { fill } from './log-fixtures.js';

export const name = 'catchup';

const ROUNDS = 5;
const BATCH = 1_000;

/** Reads the log from its start in batches, ÷ a bare keyset loop over the same table by `pg`. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  const events = sized(options, { smoke: 3_000, usual: 100_000, full: 1_000_000 });
  await using server = await benchServer();
  const urls = await installService(server.url, 'bench', logMigrations('bench'), 'roles-of-specs-1');
  const store = postgresEventStore({ service: 'bench', url: urls.app });
  print(`storing ${events} events`);
  await fill(store, events);
  await store.close();
  const pool = quietPool(urls.worker, 3);
  const log = postgresEventLog({ service: 'bench', pool });
  const client = await pool.connect();
  const text = 'select * from bench.event where position > $1 order by position limit $2';
  print(`reading them in batches of ${BATCH}, in turn with a bare loop`);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    () =>
      eventsPerSecond(events, async (after) => {
        const read = await log.read(after, BATCH);
        return { last: read.at(-1)?.position ?? after, count: read.length };
      }),
    () =>
      eventsPerSecond(events, async (after) => {
        // The driver parses both JSON columns with JSON.parse.
        const { rows } = await client.query<{ position: string }>({ name: 'bare', text, values: [after, BATCH] });
        return { last: Number(rows.at(-1)?.position ?? after), count: rows.length };
      }),
  );
  client.release();
  await log.close();
  await pool.end();
  const note = `${events} events in batches of ${BATCH}`;
  return [{ name: 'our reader ÷ a bare pg keyset loop', unit: 'events/s', floor: 0.9, goal: 1.4, ...figures, note }];
}

/** Calls `next` from position 0 until a batch is empty. Throws when fewer came than are stored. */
async function eventsPerSecond(
  stored: number,
  next: (after: number) => Promise<{ last: number; count: number }>,
): Promise<number> {
  let total = 0;
  const start = performance.now();
  for (let after = 0; ;) {
    const { last, count } = await next(after);
    if (count === 0 && total < stored) throw new Error(`${total} of ${stored} events were read`);
    if (count === 0) return (total * 1000) / (performance.now() - start);
    after = last;
    total += count;
  }
}
