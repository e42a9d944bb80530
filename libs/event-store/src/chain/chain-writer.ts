import { inTransaction, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockHoldersStatement } from '../lock-holders.js';
import {
  BLOCK_FORMAT,
  blockHash,
  blocksStatement,
  NO_BLOCK,
  type BlockFormat,
  type ChainedRow,
  type ChainedTable,
} from './chained-table.js';
import type { ChainKey } from './chain-key.js';

export interface ChainWriterOptions {
  readonly service: string;
  /** Of the worker's role, on the primary. */
  readonly pool: pg.Pool;
  readonly tables: readonly ChainedTable[];
  readonly key: ChainKey;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  /** Of all districts together, in one transaction. */
  readonly maxRows?: number;
  /** Of new blocks; an earlier one in specs. */
  readonly format?: BlockFormat;
}

const MAX_ROWS = 2_000;
/** How long the appends in progress are waited for; later ones are chained by a later call. */
const SETTLE_TIMEOUT_MS = 1_000;
const SETTLE_INTERVAL_MS = 5;

interface Head {
  readonly district: number;
  readonly number: string;
  readonly hash: Buffer;
}

/** The rows of a district that are in no block yet. */
interface NewBlock {
  readonly district: number;
  readonly count: number;
  /** The greatest position. */
  readonly last: string;
  readonly rows: Buffer;
}

/** What a pass found: how many rows it chained, and how many positions it leaves. */
export interface Extended {
  readonly rows: number;
  readonly behind: number;
}

/**
 * Chains what was committed, behind the appends instead of in them: a chain in the append would serialise the appends of a
 * district. One process at a time extends a chain, others find its lock taken and do nothing.
 */
export class ChainWriter {
  /** Table → position up to which this process knows every row to be chained. */
  private readonly known = new Map<string, bigint>();

  constructor(private readonly options: ChainWriterOptions) {}

  /** One pass over each table: at most `maxRows` rows of each. */
  async extend(): Promise<ReadonlyMap<string, Extended>> {
    const done = new Map<string, Extended>();
    for (const table of this.options.tables) done.set(table.name, await this.extendTable(table));
    return done;
  }

  private async extendTable(chained: ChainedTable): Promise<Extended> {
    const { pool } = this.options;
    const tip = await tipOf(pool, chained);
    const known = this.known.get(chained.name) ?? 0n;
    if (tip <= known) return { rows: 0, behind: 0 };
    if (!(await settled(pool, chained))) return { rows: 0, behind: Number(tip - known) };
    return this.chain(chained, tip);
  }

  private async chain(chained: ChainedTable, tip: bigint): Promise<Extended> {
    const { pool, service } = this.options;
    const rows = await inTransaction(pool, async (tx) => {
      const lock = await tx.query<{ locked: boolean }>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
        [`otklik chain ${service} ${chained.name}`],
      );
      return lock.rows[0]?.locked ? this.chainRows(tx, chained, tip) : undefined;
    });
    if (!rows) return { rows: 0, behind: 0 };
    this.known.set(chained.name, rows.through);
    return { rows: rows.count, behind: Number(tip - rows.through) };
  }

  private async chainRows(tx: Transaction, chained: ChainedTable, tip: bigint) {
    const { service, maxRows = MAX_ROWS, format = BLOCK_FORMAT } = this.options;
    const chainedTo = await tx.query<{ through: string | null }>(
      `select max(through) as through from ${service}.chain_block where chain = $1`,
      [chained.name],
    );
    const after = BigInt(chainedTo.rows[0]?.through ?? 0);
    const found = await tx.query<NewBlock>(blocksStatement(chained, maxRows, format), [String(after), String(tip)]);
    const count = found.rows.reduce((sum, block) => sum + block.count, 0);
    const last = found.rows.map((block) => BigInt(block.last)).reduce((one, other) => (one > other ? one : other), 0n);
    // What is missing below the tip is decided: it was rolled back.
    const through = count < maxRows ? tip : last;
    if (count > 0) await this.addBlocks(tx, chained, found.rows, through);
    return { count, through };
  }

  private async addBlocks(
    tx: Transaction,
    { name: chain }: ChainedTable,
    blocks: readonly NewBlock[],
    through: bigint,
  ) {
    const { service, key, now, format = BLOCK_FORMAT } = this.options;
    const heads = await tx.query<Head>(
      `select h.* from unnest($2::int[]) as d(district) cross join lateral (
        select b.district, b.number, b.hash from ${service}.chain_block b
        where b.district = d.district and b.chain = $1 order by b.number desc limit 1) h`,
      [chain, blocks.map(({ district }) => district)],
    );
    const headOf = new Map(heads.rows.map((head) => [head.district, head]));
    for (const { district, rows } of blocks) {
      const head = headOf.get(district);
      const previous = head?.hash ?? NO_BLOCK;
      const number = Number(head?.number ?? 0) + 1;
      const block = { format, service, chain, district, number, through, at: now(), previous, rows };
      const hash = blockHash(block);
      const signature = key.sign({ service, chain, district, number, hash: hash.toString('hex') });
      await tx.query(
        `insert into ${service}.chain_block (district, chain, number, through, at, previous, hash, signature, rows, format)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [district, chain, number, String(through), block.at, previous, hash, signature, block.rows, format],
      );
    }
  }
}

async function tipOf(pool: pg.Pool, { table }: ChainedTable): Promise<bigint> {
  const { rows } = await pool.query<{ tip: string | null }>(`select max(position) as tip from ${table}`);
  return BigInt(rows[0]?.tip ?? 0);
}

export async function readRows(
  tx: Transaction,
  statement: string,
  after: bigint,
  to: bigint,
): Promise<readonly ChainedRow[]> {
  const { rows } = await tx.query<Omit<ChainedRow, 'position'> & { readonly position: string }>(statement, [
    String(after),
    String(to),
  ]);
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
}

/**
 * Waits until every transaction that may have drawn a position up to now has ended: it holds a lock on the table from before it
 * draws the position until its commit is visible (`VisibilityBarrier`). False when one of them takes too long.
 */
async function settled(pool: pg.Pool, { table }: ChainedTable): Promise<boolean> {
  let pending = await lockHolders(pool, table);
  for (const end = performance.now() + SETTLE_TIMEOUT_MS; pending.size > 0;) {
    if (performance.now() > end) return false;
    await sleep(SETTLE_INTERVAL_MS);
    const current = await lockHolders(pool, table);
    pending = new Set([...pending].filter((holder) => current.has(holder)));
  }
  return true;
}

async function lockHolders(pool: pg.Pool, table: string): Promise<Set<string>> {
  const { rows } = await pool.query<{ holder: string }>(lockHoldersStatement(table));
  return new Set(rows.map(({ holder }) => holder));
}
