import { inSnapshot, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import { contradicted, type Anchor } from './anchors.js';
import type { ChainHead, ChainKey } from './chain-key.js';
import { readRows } from './chain-writer.js';
import { RecordedTimes } from './recorded-times.js';
import { removalsOf } from './remove-evidence.js';
import {
  blockHash,
  decodeRows,
  NO_BLOCK,
  rowsStatement,
  type BlockFormat,
  type ChainedRow,
  type ChainedTable,
} from './chained-table.js';

/** What was changed behind the product's back. Names places, never contents. */
export interface ChainDifference {
  readonly kind:
    /** A row does not have the content that was chained. */
    | 'ROW_CHANGED'
    | 'ROW_REMOVED'
    /** A row that was not there when its neighbours were chained. */
    | 'ROW_ADDED'
    /** A row that says it was recorded before those that were chained before it, or that it holds from long before. */
    | 'ROW_BACKDATED'
    /** What a row of another table was set to later is not what was recorded of it. */
    | 'NOT_AS_RECORDED'
    /** A block does not have the hash that it says, or not that of the block before it. */
    | 'BLOCK_CHANGED'
    | 'BLOCK_REMOVED'
    /** This block and what follows it were not made with the key of this installation. */
    | 'NOT_SIGNED'
    /** An anchor names another block, or one that is gone. */
    | 'NOT_AS_ANCHORED'
    /** It is said that rows up to this block went by their term of storage, and this installation did not sign that. */
    | 'FORGED_REMOVAL';
  readonly chain: string;
  readonly district: number;
  /** Number of a block. */
  readonly block?: number;
  readonly position?: number;
  readonly subject?: string;
}

export interface ChainReport {
  readonly rows: number;
  readonly blocks: number;
  /** Of the rows, those that went by their term of storage: their hashes stay in the blocks. */
  readonly removed: number;
  /** Rows that are younger than the last block. */
  readonly unchained: number;
  /** Anchors that were compared. */
  readonly anchors: number;
  /** The first thousand. */
  readonly differences: readonly ChainDifference[];
}

export interface VerifyChainOptions {
  readonly service: string;
  readonly chained: ChainedTable;
  readonly key: ChainKey;
  /** Of this chain, of every district. */
  readonly anchors?: readonly Anchor[];
  /** ms since 1970: until then events of a simulated clock were recorded, whose own times lie far before. */
  readonly simulatedUntil?: number | undefined;
  readonly onProgress?: (checked: number, total: number) => void;
}

interface StoredBlock {
  readonly district: number;
  readonly number: string;
  readonly format: BlockFormat;
  readonly through: string;
  readonly at: Date;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly signature: Buffer;
  readonly rows: Buffer;
}

const PASSES = 50;
const MAX_DIFFERENCES = 1_000;
const BEFORE_ALL = -(2n ** 63n);

/** In one snapshot. `pool` is of the worker's role. Memory does not grow with the table. */
export function verifyChain(pool: pg.Pool, options: VerifyChainOptions): Promise<ChainReport> {
  return inSnapshot(pool, (tx) => verifyChainIn(tx, options));
}

/** In the caller's transaction. */
export async function verifyChainIn(tx: Transaction, options: VerifyChainOptions): Promise<ChainReport> {
  return new ChainCheck(tx, options).run();
}

class ChainCheck {
  private readonly differences: ChainDifference[] = [];
  /** District → its newest block so far. */
  private readonly heads = new Map<number, StoredBlock>();
  /** District → the block up to which rows went by their term. */
  private removedUpTo: ReadonlyMap<number, number> = new Map();
  private readonly times: RecordedTimes;
  private removed = 0;
  private rows = 0;
  private blocks = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly options: VerifyChainOptions,
  ) {
    this.times = new RecordedTimes(options.chained.maxEarlyMs, options.simulatedUntil);
  }

  async run(): Promise<ChainReport> {
    const { chained, onProgress } = this.options;
    const { table } = chained;
    const total = onProgress ? await this.count(table) : 0;
    await this.readRemovals();
    let after = BEFORE_ALL;
    for (;;) {
      const blocks = await this.blocksAfter(after);
      const to = blocks.at(-1)?.through;
      if (to === undefined) break;
      this.compare(blocks, await this.rowsBetween(after, BigInt(to), blocks[0]!.format));
      after = BigInt(to);
      onProgress?.(this.rows, total);
    }
    await this.checkSignatures();
    await this.checkRecords();
    const anchors = await this.checkAnchors();
    const unchained = await this.count(table, after);
    const differences = this.differences.slice(0, MAX_DIFFERENCES);
    return { rows: this.rows, blocks: this.blocks, removed: this.removed, unchained, anchors, differences };
  }

  private async readRemovals(): Promise<void> {
    const { upTo, forged } = await removalsOf(this.tx, this.options);
    this.removedUpTo = upTo;
    for (const place of forged) this.report({ kind: 'FORGED_REMOVAL', ...place });
  }

  private async count(table: string, after = BEFORE_ALL): Promise<number> {
    const text = `select count(*) as count from ${table} where position > $1::bigint`;
    const { rows } = await this.tx.query<{ count: string }>(text, [String(after)]);
    return Number(rows[0]?.count ?? 0);
  }

  /** Those of the next passes of the chain's writer, each pass whole, of one format. */
  private async blocksAfter(after: bigint): Promise<readonly StoredBlock[]> {
    const { service, chained } = this.options;
    const { rows } = await this.tx.query<StoredBlock>(
      `with next as (select through from ${service}.chain_block where chain = $1 and through > $2::bigint
          order by through limit ${PASSES})
        select district, number, format, through, at, previous, hash, signature, rows from ${service}.chain_block
        where chain = $1 and through > $2::bigint and through <= (select max(through) from next)
        order by through, district`,
      [chained.name, String(after)],
    );
    const other = rows.findIndex(({ format }) => format !== rows[0]!.format);
    if (other < 0) return rows;
    // A pass has one format: a block in it that says another was changed, and is compared with the others of its pass.
    const mixed = rows[other - 1]!.through === rows[other]!.through ? rows[other]!.through : undefined;
    return rows.filter(({ through }, at) => at < other || through === mixed);
  }

  private async rowsBetween(after: bigint, to: bigint, format: BlockFormat): Promise<Map<bigint, ChainedRow>> {
    const rows = await readRows(this.tx, rowsStatement(this.options.chained, format), after, to);
    return new Map(rows.map((row) => [row.position, row]));
  }

  /** `found` loses what the blocks hold; what is left was added later. */
  private compare(blocks: readonly StoredBlock[], found: Map<bigint, ChainedRow>): void {
    for (let at = 0; at < blocks.length;) {
      const { through } = blocks[at]!;
      const next = blocks.findIndex((block, index) => index > at && block.through !== through);
      const pass = blocks.slice(at, next < 0 ? blocks.length : next);
      this.times.addPass(pass.map((block) => ({ block, rows: this.compareBlock(block, found) })));
      at += pass.length;
    }
    for (const { district, position, subject } of found.values())
      this.report({ kind: 'ROW_ADDED', district, position: Number(position), subject });
  }

  /** Answers its rows, as they are there. */
  private compareBlock(block: StoredBlock, found: Map<bigint, ChainedRow>): readonly ChainedRow[] {
    this.checkLink(block);
    const rows = decodeRows(block.rows).flatMap((row) => {
      const own = found.get(row.position);
      found.delete(row.position);
      this.checkRow(block, row, own);
      return own ? [own] : [];
    });
    for (const row of rows.filter((one) => this.times.isTooEarly(one))) {
      const { district, position, subject } = row;
      this.report({ kind: 'ROW_BACKDATED', district, position: Number(position), subject });
    }
    this.heads.set(block.district, block);
    this.blocks += 1;
    return rows;
  }

  private checkRow(block: StoredBlock, chained: Omit<ChainedRow, 'district'>, found: ChainedRow | undefined): void {
    const { district, number } = block;
    this.rows += 1;
    if (found?.district === district && found.hash.equals(chained.hash)) return;
    if (!found && Number(number) <= (this.removedUpTo.get(district) ?? 0)) {
      this.removed += 1;
      return;
    }
    const kind = found ? 'ROW_CHANGED' : 'ROW_REMOVED';
    this.report({ kind, district, position: Number(chained.position), subject: chained.subject });
  }

  private checkLink(block: StoredBlock): void {
    const { district, previous, hash } = block;
    const before = this.heads.get(district);
    const [number, expected] = [Number(block.number), Number(before?.number ?? 0) + 1];
    if (number !== expected) this.report({ kind: 'BLOCK_REMOVED', district, block: expected });
    const isLinked = number !== expected || previous.equals(before?.hash ?? NO_BLOCK);
    if (!isLinked || !this.hashOf(block).equals(hash)) this.report({ kind: 'BLOCK_CHANGED', district, block: number });
  }

  private hashOf({ number, through, at, ...block }: StoredBlock): Buffer {
    const { service, chained } = this.options;
    const facts = { number: Number(number), through: BigInt(through), at: at.toISOString() };
    return blockHash({ ...block, ...facts, service, chain: chained.name });
  }

  /** The newest block's signature vouches for all before it; only where it does not are the others looked at. */
  private async checkSignatures(): Promise<void> {
    for (const [district, head] of this.heads) {
      if (this.isSigned(head)) continue;
      const block = (await this.firstUnsigned(district)) ?? Number(head.number);
      this.report({ kind: 'NOT_SIGNED', district, block });
    }
  }

  private isSigned({
    district,
    number,
    hash,
    signature,
  }: Pick<StoredBlock, 'district' | 'number' | 'hash' | 'signature'>) {
    return this.options.key.verify(this.head(district, Number(number), hash), signature);
  }

  private async firstUnsigned(district: number): Promise<number | undefined> {
    const { service, chained } = this.options;
    for (let after = 0; ;) {
      const { rows } = await this.tx.query<StoredBlock>(
        `select district, number, hash, signature from ${service}.chain_block
          where district = $1 and chain = $2 and number > $3 order by number limit 1000`,
        [district, chained.name, after],
      );
      const bad = rows.find((block) => !this.isSigned(block));
      if (bad) return Number(bad.number);
      if (rows.length === 0) return undefined;
      after = Number(rows.at(-1)!.number);
    }
  }

  private head(district: number, number: number, hash: Buffer): ChainHead {
    const { service, chained } = this.options;
    return { service, chain: chained.name, district, number, hash: hash.toString('hex') };
  }

  private async checkRecords(): Promise<void> {
    const { table, recordsOf } = this.options.chained;
    if (!recordsOf) return;
    const { id, column, as } = recordsOf;
    const { rows } = await this.tx.query<{ district: number; position: string | null; subject: string }>(
      `select coalesce(o.district, e.district) as district, e.position, coalesce(o.id, e.${this.options.chained.subject}) as subject
        from (select district, ${id} as id, ${column} as value from ${recordsOf.table} where ${column} is not null) o
        full join ${table} e on e.district = o.district and e.${this.options.chained.subject} = o.id
        where o.value is distinct from e.${as} order by 1, 2, 3 limit ${MAX_DIFFERENCES}`,
    );
    for (const { district, position, subject } of rows)
      this.report({
        kind: 'NOT_AS_RECORDED',
        district,
        subject,
        ...(position !== null && { position: Number(position) }),
      });
  }

  private async checkAnchors(): Promise<number> {
    const { service, anchors = [] } = this.options;
    for (const { district, number } of await contradicted(this.tx, service, anchors))
      this.report({ kind: 'NOT_AS_ANCHORED', district, block: number });
    return anchors.length;
  }

  private report(difference: Omit<ChainDifference, 'chain'>): void {
    if (this.differences.length < MAX_DIFFERENCES)
      this.differences.push({ ...difference, chain: this.options.chained.name });
  }
}
