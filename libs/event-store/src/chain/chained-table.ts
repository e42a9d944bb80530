import { createHash } from 'node:crypto';

/** An insert-only table with a `district` and a unique `position`, whose rows are hashed into a chain for each district. */
export interface ChainedTable {
  /** Of its chains, unique in its service. */
  readonly name: string;
  /** `intake.event` */
  readonly table: string;
  /** Column of a uuid that tells where a row belongs: of an event its stream. */
  readonly subject: string;
  /** SQL expressions on the row `e`, besides position, district and subject. Their text must not depend on a session's settings. */
  readonly columns: readonly string[];
}

/** An instant as text, in any session's zone. */
const instant = (column: string): string => `extract(epoch from e.${column})`;

/** The log of a service. */
export function eventChain(service: string): ChainedTable {
  return {
    name: 'event',
    table: `${service}.event`,
    subject: 'stream',
    columns: ['e.version', 'e.id', 'e.type', 'e.schema', instant('at'), instant('recorded_at')].concat(
      ...['e.command', 'e.meta::text', 'e.data::text'],
    ),
  };
}

/** A table of evidence: `instants` are its columns of type timestamptz, `columns` all others. */
export function evidenceChain(
  table: string,
  { subject = 'id', instants, columns }: { subject?: string; instants: readonly string[]; columns: readonly string[] },
): ChainedTable {
  const [, name = table] = table.split('.');
  return { name, table, subject, columns: [...instants.map(instant), ...columns.map((column) => `e.${column}::text`)] };
}

/** A row as its block holds it. */
export interface ChainedRow {
  readonly position: bigint;
  readonly district: number;
  readonly subject: string;
  readonly hash: Buffer;
}

/** A JSON array, because its quotes keep apart what a concatenation would run together. */
function rowHash({ subject, columns }: ChainedTable): string {
  const all = ['e.position', 'e.district', `e.${subject}`, ...columns].join(', ');
  return `sha256(convert_to(json_build_array(${all})::text, 'UTF8'))`;
}

/**
 * The same rows, at most `limit`, as the blocks that they make: one for each district, its rows encoded as positions, subjects
 * and hashes. The server does it: with a row for each row, chaining costs half as much again.
 */
export function blocksStatement(chained: ChainedTable, limit: number): string {
  return `select r.district, count(*)::int as count, max(r.position)::text as last,
      string_agg(r.bytes, ''::bytea order by r.position) as rows
    from (select e.position, e.district, int8send(e.position) || uuid_send(e.${chained.subject}) || ${rowHash(chained)} as bytes
      from ${chained.table} e where e.position > $1::bigint and e.position <= $2::bigint
      order by e.position limit ${limit}) r
    group by r.district order by r.district`;
}

/** Reads the rows at positions after $1 up to $2, oldest first. */
export function rowsStatement(chained: ChainedTable): string {
  return `select e.position::text as position, e.district, e.${chained.subject} as subject, ${rowHash(chained)} as hash
    from ${chained.table} e where e.position > $1::bigint and e.position <= $2::bigint order by e.position`;
}

const POSITION_BYTES = 8;
const SUBJECT_BYTES = 16;
const ROW_BYTES = POSITION_BYTES + SUBJECT_BYTES + 32;

/** The rows of a block, as `blocksStatement` encodes them. */
export function decodeRows(bytes: Buffer): Omit<ChainedRow, 'district'>[] {
  return Array.from({ length: Math.floor(bytes.length / ROW_BYTES) }, (_, index) => {
    const row = bytes.subarray(index * ROW_BYTES, (index + 1) * ROW_BYTES);
    const subject = row.subarray(POSITION_BYTES, POSITION_BYTES + SUBJECT_BYTES).toString('hex');
    return {
      position: row.readBigInt64BE(),
      subject: subject.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      hash: row.subarray(POSITION_BYTES + SUBJECT_BYTES),
    };
  });
}

/** One link of a chain: the rows of a district that were committed since the block before. */
export interface Block {
  readonly service: string;
  readonly chain: string;
  readonly district: number;
  /** 1, 2, 3, … without a gap. */
  readonly number: number;
  /** Every row up to this position, of any district, is in a block. */
  readonly through: bigint;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Hash of the block before; of 32 zero bytes for the first. */
  readonly previous: Buffer;
  readonly rows: Buffer;
}

export const NO_BLOCK = Buffer.alloc(32);

/** Names how rows are hashed: a table whose columns change gets another. */
const FORMAT = 1;

export function blockHash({ service, chain, district, number, through, at, previous, rows }: Block): Buffer {
  const digest = createHash('sha256').update(rows).digest('hex');
  const facts = [FORMAT, service, chain, district, number, String(through), at, previous.toString('hex'), digest];
  return createHash('sha256').update(JSON.stringify(facts)).digest();
}
