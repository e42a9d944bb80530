import { indexedText } from '@otklik/search/measured';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { quietPool, temporaryFolder } from './bench-server.js';
import { generatedTexts } from './generated-texts.js';
import { cpuSecondsOf, processes } from './processes.js';
import { rowsWritten, writeRowsAgain, type RowMark } from './rows-yardstick.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { lagOf } from './search-client.js';

export const name = 'pipeline';

/** So many appeals are measured, at first and behind so many others. */
const SIZES = {
  smoke: { measured: 20, others: 20 },
  usual: { measured: 1_000, others: 3_000 },
  full: { measured: 2_000, others: 18_000 },
} as const;
const POLL_MS = 500;

interface World {
  readonly product: RunningProduct;
  readonly database: pg.Pool;
  readonly analyse: Analyse;
  /** A text of its own for each appeal. */
  readonly text: () => string;
}

interface Round {
  readonly appeals: number;
  /** CPU milliseconds an appeal: of the Node process, of the server's processes, and of the yardstick. */
  readonly node: number;
  readonly server: number;
  readonly yardstick: number;
  /** Rows inserted and updated, and kilobytes of WAL, an appeal. */
  readonly rows: number;
  readonly kilobytes: number;
  /** Appeals a second until all is consumed. */
  readonly rate: number;
}

/**
 * What an imported appeal costs until everything is consumed, in CPU of all processes, ÷ the same rows written by plain SQL in
 * batches of 1,000 with the same indexes, and its text analysed once.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using product = await runningProduct([], print);
  await using opened = new AsyncDisposableStack();
  const database = opened.adopt(quietPool(product.databaseUrl, 1), (pool) => pool.end());
  const source = generatedTexts(29);
  const world = { product, database, analyse: analyser(await russianMorphology()), text: () => source.text() };
  const { measured, others } = sized(options, SIZES);
  await consumed(world);
  const first = await round(world, measured);
  print(told(first));
  await imported(world, others);
  await consumed(world);
  const last = await round(world, measured);
  print(told(last));
  return metrics(first, last, measured + others);
}

function told({ node, server, yardstick, rows, kilobytes, rate }: Round): string {
  const [of, beside] = [node.toFixed(1), server.toFixed(1)];
  const wrote = `${rows.toFixed(1)} rows, ${kilobytes.toFixed(0)} KB of WAL`;
  return `an appeal: ${of} ms of Node, ${beside} of the server, yardstick ${yardstick.toFixed(2)}; ${wrote}; ${rate.toFixed(0)} appeals/s`;
}

function metrics(first: Round, last: Round, behind: number): readonly Metric[] {
  const cpu = (of: Round) => of.node + of.server;
  const compared = (of: Round) => ({ value: cpu(of), yardstick: of.yardstick, ratio: cpu(of) / of.yardstick });
  const bounds = { unit: 'CPU ms', floor: 3, goal: 2, lessIsBetter: true };
  return [
    { name: 'an imported appeal to the end ÷ its rows and text in bulk', ...compared(first), ...bounds },
    { name: `the same behind ${behind - last.appeals} others`, ...compared(last), ...bounds },
    {
      name: 'growth of the CPU of an appeal',
      unit: 'CPU ms',
      floor: 1.5,
      goal: 1.2,
      lessIsBetter: true,
      value: cpu(last),
      yardstick: cpu(first),
      ratio: cpu(last) / cpu(first),
    },
    { name: 'rows written of an appeal', unit: 'rows', value: last.rows },
    { name: 'WAL of an appeal', unit: 'KB', value: last.kilobytes },
    { name: 'until all is consumed', unit: 'appeals/s', value: last.rate },
  ];
}

async function round(world: World, appeals: number): Promise<Round> {
  const { product, database } = world;
  const mark = await markOf(database);
  const before = { node: cpuSecondsOf(product.pids()), server: await serverSeconds(database) };
  const begun = await serverTime(database);
  const texts = await imported(world, appeals);
  await consumed(world);
  const end = await lastConsumed(database);
  const after = { node: cpuSecondsOf(product.pids()), server: await serverSeconds(database) };
  const { rows, bytes } = await rowsWritten(database, mark);
  const each = (amount: number): number => amount / appeals;
  return {
    appeals,
    rate: appeals / (end - begun),
    rows: each(rows),
    kilobytes: each(bytes) / 1024,
    node: each((after.node - before.node) * 1_000),
    server: each((after.server - before.server) * 1_000),
    yardstick: each((await writeRowsAgain(database, mark)) * 1_000 + analysisMs(world.analyse, texts)),
  };
}

async function markOf(database: pg.Pool): Promise<RowMark> {
  const { rows } = await database.query<RowMark>(
    'select pg_current_xact_id()::text as transaction, pg_current_wal_lsn()::text as wal',
  );
  return rows[0]!;
}

/** Running processes are counted one by one, those that ended are in the account of their parent. */
async function serverSeconds(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
  const all = processes();
  const server = all.find(({ pid }) => pid === rows[0]!.pid)!.parent;
  return all.reduce((sum, { pid, parent, cpu, childrenCpu }) => {
    if (pid === server) return sum + cpu + childrenCpu;
    return parent === server ? sum + cpu : sum;
  }, 0);
}

let lines = 0;

async function imported({ product, text }: World, appeals: number): Promise<readonly string[]> {
  using folder = temporaryFolder('pipeline');
  const file = join(folder.path, 'appeals.jsonl');
  const texts = Array.from({ length: appeals }, () => `Яма на дороге. ${text()}`);
  writeFileSync(file, texts.map((one) => JSON.stringify({ id: (lines += 1), text: one })).join('\n'));
  const output = await product.operate('import', file, '--district', 'aldan', '--decide', 'message');
  if (!output.includes(`${appeals} added`)) throw new Error(output);
  return texts;
}

/**
 * Waits until no consumer is behind and the index is at the register's position, twice without a new event between.
 * Nothing is searched for. The product measures its lag at intervals: this ends later than the consumers do.
 */
async function consumed({ product, database }: World): Promise<void> {
  for (let since: string | undefined; ; await sleep(POLL_MS)) {
    const lag = await lagOf(product.url);
    const { heads, isIndexed } = await standing(database);
    if (lag > 0 || !isIndexed) since = undefined;
    else if (since === heads) return;
    else since = heads;
  }
}

const LOGS = ['intake', 'routing', 'responses', 'notifications'] as const;

/** Seconds of the server's clock. */
async function serverTime(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ at: number }>('select extract(epoch from clock_timestamp())::float8 as at');
  return rows[0]!.at;
}

/** When a consumer of any service moved last, in seconds of the server's clock. */
async function lastConsumed(database: pg.Pool): Promise<number> {
  const moved = [...LOGS, 'search'].map((service) => `select max(moved_at) as at from ${service}.checkpoint`);
  const { rows } = await database.query<{ at: number }>(
    `select extract(epoch from max(at))::float8 as at from (${moved.join(' union all ')}) m`,
  );
  return rows[0]!.at;
}

async function standing(database: pg.Pool): Promise<{ readonly heads: string; readonly isIndexed: boolean }> {
  const heads = LOGS.map((log) => `(select coalesce(max(position), 0) from ${log}.event)`).join(`, '/', `);
  const { rows } = await database.query<{ heads: string; isIndexed: boolean }>(
    `select concat(${heads}) as heads, not exists (select from search.register_change c
       where c.change > (select coalesce(max(p.change), 0) from search.index_checkpoint p)) as "isIndexed"`,
  );
  return rows[0]!;
}

function analysisMs(analyse: Analyse, texts: readonly string[]): number {
  const before = process.cpuUsage();
  for (const text of texts) indexedText([text], analyse);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
