import { inSnapshot } from '@otklik/tenancy';
import type pg from 'pg';
import { BLOCK_FORMAT, eventChain, rowBytes, type BlockFormat } from './chained-table.js';

/** An event as it is stored, with what of it is hashed. Personal texts stay sealed. */
export interface ProvedRow {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly recordedAt: string;
  readonly meta: unknown;
  readonly data: unknown;
  /** Base64; its SHA-256 is the row's hash in its block. */
  readonly record: string;
  /** Number of its block; null: too young for one. */
  readonly block: string | null;
}

/** A block in which such rows are, as it is stored. */
export interface ProvingBlock {
  readonly number: string;
  readonly format: BlockFormat;
  readonly through: string;
  readonly at: string;
  /** Hexadecimal. */
  readonly previous: string;
  readonly hash: string;
  /** Base64. */
  readonly signature: string;
  readonly rows: string;
}

export interface StreamsProof {
  readonly rows: readonly ProvedRow[];
  readonly blocks: readonly ProvingBlock[];
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The events of these streams, and the blocks of the district's chain that hold them; of one moment. */
export function proofOfStreams(
  pool: pg.Pool,
  { service, district, streams }: { service: string; district: number; streams: readonly string[] },
): Promise<StreamsProof> {
  const chained = eventChain(service);
  return inSnapshot(pool, async (tx) => {
    const { rows } = await tx.query<ProvedRow>(
      `select e.position::text as position, e.stream, e.version, e.id, e.type, e.schema, ${instant('e.at')} as at,
          ${instant('e.recorded_at')} as "recordedAt", e.meta, e.data,
          translate(encode(${rowBytes(chained, BLOCK_FORMAT)}, 'base64'), E'\\n', '') as record, b.number::text as block
        from ${chained.table} e left join lateral (
          select number from ${service}.chain_block b
          where b.district = e.district and b.chain = 'event' and b.through >= e.position order by b.number limit 1) b on true
        where e.district = $1 and e.stream = any($2::uuid[]) order by e.position`,
      [district, streams],
    );
    const blocks = await tx.query<ProvingBlock>(
      `select number::text as number, format, through::text as through, ${instant('at')} as at, encode(previous, 'hex') as previous,
          encode(hash, 'hex') as hash, translate(encode(signature, 'base64'), E'\\n', '') as signature,
          translate(encode(rows, 'base64'), E'\\n', '') as rows
        from ${service}.chain_block where district = $1 and chain = 'event' and number = any($2::bigint[]) order by number`,
      [district, rows.flatMap(({ block }) => block ?? [])],
    );
    return { rows, blocks: blocks.rows };
  });
}
