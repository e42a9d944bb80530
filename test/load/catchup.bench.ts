import { logMigrations, postgresEventLog, postgresEventStore } from '@otklik/event-store';
import { installService } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { appealPayload } from './payload.js';

export const name = 'catchup';

const ROUNDS = 5;
const BATCH = 1_000;

export async function fill(url: string, events: number): Promise<void> {
  const store = postgresEventStore({ service: 'bench', url });
  let written = 0;
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      while (written < events) {
        written += 10;
        const commandId = randomUUID();
        await store.append({
          district: 1,
          stream: randomUUID(),
          streamType: 'Appeal',
          expected: 'none',
          events: Array.from({ length: 10 }, () => ({
            id: randomUUID(),
            type: 'AppealSubmitted',
            schema: 1,
            data: appealPayload,
          })),
          at: '2026-11-24T09:00:00.000Z',
          actor: { kind: 'official', id: 'an official', role: 'EXECUTOR' },
          commandId,
          correlationId: commandId,
        });
      }
    }),
  );
  await store.close();
}

/** Runs `next` from 0 until it answers nothing; events a second. */
async function followed(next: (after: number) => Promise<{ last: number; count: number }>): Promise<number> {
  let total = 0;
  const start = performance.now();
  for (let after = 0; ;) {
    const { last, count } = await next(after);
    if (count === 0) break;
    after = last;
    total += count;
  }
  return total / ((performance.now() - start) / 1000);
}

export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const events = full ? 1_000_000 : 100_000;
  const server = await benchServer();
  try {
    const urls = await installService(server.url, 'bench', logMigrations('bench'), 'a secret');
    say(`storing ${events} events`);
    await fill(urls.app, events);
    const pool = new pg.Pool({ connectionString: urls.worker, max: 2 });
    const log = postgresEventLog({ service: 'bench', pool });
    const client = new pg.Client(urls.worker);
    await client.connect();
    const text = 'select * from bench.event where position > $1 order by position limit $2';
    say(`reading them in batches of ${BATCH}, in turn with a bare loop`);
    const figures = await interleaved(
      ROUNDS,
      () =>
        followed(async (after) => {
          const read = await log.read(after, BATCH);
          return { last: read.at(-1)?.position ?? after, count: read.length };
        }),
      () =>
        followed(async (after) => {
          // The driver parses both JSON columns with JSON.parse.
          const { rows } = await client.query<{ position: string }>({ name: 'bare', text, values: [after, BATCH] });
          return { last: Number(rows.at(-1)?.position ?? after), count: rows.length };
        }),
    );
    await Promise.all([client.end(), log.close()]);
    await pool.end();
    const note = `${events} events in batches of ${BATCH}`;
    return [{ name: 'our reader ÷ a bare pg keyset loop', unit: 'events/s', floor: 0.9, goal: 1.4, ...figures, note }];
  } finally {
    await server.stop();
  }
}
