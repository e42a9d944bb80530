import { inTransaction, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import type { ChainHead, ChainKey } from './chain-key.js';
import type { ChainedTable } from './chained-table.js';

export interface EvidenceOfDistrict {
  readonly service: string;
  readonly chained: ChainedTable;
  readonly district: number;
  /** ISO 8601 UTC: what was recorded before it is past its term of storage. */
  readonly before: string;
}

/** The rows of a district in one table. */
export interface EvidenceCount {
  readonly kept: number;
  readonly due: number;
  /** Of the oldest, ISO 8601 UTC. */
  readonly oldest: string | null;
}

export async function countEvidence(
  pool: pg.Pool,
  { chained: { table }, district, before }: EvidenceOfDistrict,
): Promise<EvidenceCount> {
  const { rows } = await pool.query<{ kept: number; due: number; oldest: Date | null }>(
    `select count(*)::int as kept, count(*) filter (where at < $2)::int as due, min(at) as oldest
      from ${table} where district = $1`,
    [district, before],
  );
  const { kept, due, oldest } = rows[0]!;
  return { kept, due, oldest: oldest?.toISOString() ?? null };
}

interface LastBlock {
  readonly number: string;
  readonly through: string;
  readonly hash: Buffer;
}

/** What a removal states of the block that it names, beside that block's hash. */
export function removalStatement(before: string): string {
  return `removed before ${before}`;
}

/**
 * Removes what is past its term, block by block: the blocks stay with the hashes of their rows, and a signed removal says up to which
 * block rows went by their term. A row that is in no block yet stays. Answers how many went.
 */
export function removeEvidence(
  pool: pg.Pool,
  key: ChainKey,
  evidence: EvidenceOfDistrict,
  at: string,
): Promise<number> {
  return inTransaction(pool, (tx) => removeIn(tx, key, evidence, at));
}

async function removeIn(tx: Transaction, key: ChainKey, evidence: EvidenceOfDistrict, at: string): Promise<number> {
  const { service, chained, district, before } = evidence;
  const { name: chain, table } = chained;
  const block = await lastBlock(tx, evidence);
  if (!block) return 0;
  const { rowCount } = await tx.query(`delete from ${table} where district = $1 and position <= $2 and at < $3`, [
    district,
    block.through,
    before,
  ]);
  const count = rowCount ?? 0;
  if (count === 0) return 0;
  const head: ChainHead = { service, chain, district, number: Number(block.number), hash: block.hash.toString('hex') };
  await tx.query(
    `insert into ${service}.chain_removal (district, chain, number, before, at, rows, signature)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [district, chain, block.number, before, at, count, key.sign(head, removalStatement(before))],
  );
  return count;
}

/** The last block before the first row that is within its term; undefined where nothing is past it. */
async function lastBlock(
  tx: Transaction,
  { service, chained: { name, table }, district, before }: EvidenceOfDistrict,
): Promise<LastBlock | undefined> {
  const { rows } = await tx.query<LastBlock>(
    `select b.number, b.through, b.hash from ${service}.chain_block b
      where b.district = $1 and b.chain = $2
        and exists (select from ${table} e where e.district = $1 and e.at < $3)
        and b.through < coalesce(
          (select e.position from ${table} e where e.district = $1 and e.at >= $3 order by e.at limit 1),
          9223372036854775807)
      order by b.number desc limit 1`,
    [district, name, before],
  );
  return rows[0];
}

/** The removals of a chain: up to which block of a district rows went by their term, and those that this installation did not sign. */
export async function removalsOf(
  tx: Transaction,
  { service, chained: { name: chain }, key }: Pick<EvidenceOfDistrict, 'service' | 'chained'> & { key: ChainKey },
): Promise<{ readonly upTo: ReadonlyMap<number, number>; readonly forged: readonly RemovalPlace[] }> {
  const { rows } = await tx.query<StoredRemoval>(
    `select r.district, r.number, r.before, r.signature, b.hash from ${service}.chain_removal r
      left join ${service}.chain_block b on b.district = r.district and b.chain = r.chain and b.number = r.number
      where r.chain = $1 order by r.district, r.number`,
    [chain],
  );
  const upTo = new Map<number, number>();
  const forged: RemovalPlace[] = [];
  for (const { district, number, before, signature, hash } of rows) {
    const head = { service, chain, district, number: Number(number), hash: hash?.toString('hex') ?? '' };
    if (key.verify(head, signature, removalStatement(before.toISOString()))) upTo.set(district, head.number);
    else forged.push({ district, block: head.number });
  }
  return { upTo, forged };
}

interface RemovalPlace {
  readonly district: number;
  readonly block: number;
}

interface StoredRemoval {
  readonly district: number;
  readonly number: string;
  readonly before: Date;
  readonly signature: Buffer;
  readonly hash: Buffer | null;
}
