import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { quietPool } from './bench-server.js';
import { cpuSecondsOf, processes } from './processes.js';
import { runningProduct } from './running-product.js';

export const name = 'rest';

const SETTLE_MS = 30_000;
const SECONDS = 60;

/** Transactions and CPU of the product in one process while no request comes. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  await using product = await runningProduct([], options.print);
  await sleep(sized(options, { smoke: 500, usual: SETTLE_MS, full: SETTLE_MS }));
  const seconds = sized(options, { smoke: 2, usual: SECONDS, full: SECONDS });
  const pool = quietPool(product.databaseUrl, 1);
  try {
    const before = { transactions: await transactionsOf(pool), ...cpuOf(product) };
    await sleep(seconds * 1_000);
    const after = { transactions: await transactionsOf(pool), ...cpuOf(product) };
    // The two readings of this bench are transactions themselves.
    const transactions = (after.transactions - before.transactions - 1) / seconds;
    const percent = (cpu: 'node' | 'server') => ((after[cpu] - before[cpu]) / seconds) * 100;
    const rest = { lessIsBetter: true } as const;
    return [
      { name: 'transactions at rest', unit: 'a second', value: transactions, floor: 6, goal: 3, ...rest },
      { name: 'CPU of the process at rest', unit: '% of a core', value: percent('node'), floor: 1, goal: 0.5, ...rest },
      { name: 'CPU of PostgreSQL at rest', unit: '% of a core', value: percent('server'), ...rest },
    ];
  } finally {
    await pool.end();
  }
}

async function transactionsOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select (xact_commit + xact_rollback)::float8 as n from pg_stat_database where datname = current_database()',
  );
  return rows[0]!.n;
}

/** Of the process, and of its server with backends that ended. */
function cpuOf(product: { pids(): readonly number[]; readonly databaseUrl: string }) {
  const all = processes();
  const servers = all.filter(({ pid }) => isServerAt(pid, new URL(product.databaseUrl).port));
  const children = all.filter(({ parent }) => servers.some(({ pid }) => pid === parent));
  const server = servers.reduce((sum, one) => sum + one.cpu + one.childrenCpu, 0);
  return { node: cpuSecondsOf(product.pids()), server: server + children.reduce((sum, { cpu }) => sum + cpu, 0) };
}

function isServerAt(pid: number, port: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.some((word) => word.endsWith('/postgres')) && command.includes(`port=${port}`);
  } catch {
    return false;
  }
}
