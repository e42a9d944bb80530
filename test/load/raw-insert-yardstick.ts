import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { median } from './bench-frame.js';

const run = promisify(execFile);

/** The database's own ceiling for one-row commits: INSERTs by pgbench, or by a bare `pg` loop where pgbench is absent. */
export interface RawInsert {
  readonly by: 'pgbench' | 'pg';
  /** Inserts a second with so many connections. */
  rate(connections: number, seconds: number): Promise<number>;
  /** Median latency of one connection, ms. */
  latency(seconds: number): Promise<number>;
}

export async function rawInsert(url: string, payload: string): Promise<RawInsert> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table if not exists raw_insert (id bigint generated always as identity primary key, data jsonb not null)',
  );
  await client.end();
  const found = await run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
  return found ? byPgbench(url, payload) : byPg(url, payload);
}

function byPgbench(url: string, payload: string): RawInsert {
  const bench = async <Figure>(
    connections: number,
    seconds: number,
    more: readonly string[],
    figure: (output: string, folder: string) => Figure,
  ): Promise<Figure> => {
    const folder = mkdtempSync(join(tmpdir(), 'otklik-pgbench-'));
    const script = join(folder, 'insert.sql');
    // A parameter, as in `byPg`: a payload in a prepared statement's text is neither sent nor parsed again.
    writeFileSync(script, 'insert into raw_insert (data) values (:payload);\n');
    const threads = `${Math.min(2, connections)}`;
    const load = ['-n', '-M', 'prepared', '-D', `payload=${payload}`];
    const size = ['-c', `${connections}`, '-j', threads, '-T', `${Math.ceil(seconds)}`];
    try {
      return figure(
        (await run('pgbench', [...load, ...size, ...more, '-f', script, url], { cwd: folder })).stdout,
        folder,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    by: 'pgbench',
    rate: (connections, seconds) =>
      bench(connections, seconds, [], (output) => Number(/tps = ([\d.]+)/.exec(output)?.[1])),
    latency: (seconds) => bench(1, seconds, ['--log', '--log-prefix=each'], (_, folder) => medianOfLog(folder)),
  };
}

/** Of the latencies of single transactions, the third column of pgbench's log, µs; ms. */
function medianOfLog(folder: string): number {
  const log = readdirSync(folder).find((file) => file.startsWith('each.'));
  const lines = readFileSync(join(folder, log ?? 'each'), 'utf8')
    .trim()
    .split('\n');
  return median(lines.map((line) => Number(line.split(' ')[2]))) / 1_000;
}

function byPg(url: string, payload: string): RawInsert {
  const insert = { name: 'raw', text: 'insert into raw_insert (data) values ($1)', values: [payload] };
  const load = async (connections: number, seconds: number) => {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
    const taken: number[] = [];
    const end = performance.now() + seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        for (let start = performance.now(); start < end; start = performance.now()) {
          await client.query(insert);
          taken.push(performance.now() - start);
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    return taken;
  };
  return {
    by: 'pg',
    rate: async (connections, seconds) => (await load(connections, seconds)).length / seconds,
    latency: async (seconds) => {
      return median(await load(1, seconds));
    },
  };
}
