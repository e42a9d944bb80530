import type { RecordKind } from '@otklik/tenancy';
import { createHash } from 'node:crypto';

/** An insert-only table with a `district` and a unique `position`, whose rows are hashed into a chain for each district. */
export interface ChainedTable {
  /** Of its chains, unique in its service. */
  readonly name: string;
  /** `intake.event` */
  readonly table: string;
  /** Column of a uuid that tells where a row belongs: of an event its stream. */
  readonly subject: string;
  /** Besides position, district and subject. */
  readonly columns: readonly ChainedColumn[];
  /** Its column of type timestamptz that the database's clock fills: a row at the end with an earlier time is not genuine. */
  readonly recorded?: string;
  /** Its column of type timestamptz from which a row says to hold: from the time of recording, not from an earlier one. */
  readonly holdsFrom?: string;
  /** The most ms that lie between the two. */
  readonly maxEarlyMs?: number;
  /** A column of rows of another table that is set once, after they were chained: `as` holds what it was set to. */
  readonly recordsOf?: { readonly table: string; readonly id: string; readonly column: string; readonly as: string };
  /** By which term its rows go, by their column `at`; without one they stay. */
  readonly retention?: RecordKind;
}

export interface ChainedColumn {
  readonly name: string;
  /** On the row `e`: how blocks of format 1 hash it, in any session's settings. */
  readonly text: string;
}

const plain = (name: string): ChainedColumn => ({ name, text: `e.${name}` });
const asText = (name: string): ChainedColumn => ({ name, text: `e.${name}::text` });
const instant = (name: string): ChainedColumn => ({ name, text: `extract(epoch from e.${name})` });

/** A command takes its time from the service's clock and is recorded within a minute; a clock may be an hour behind. */
const MAX_EVENT_AGE_MS = 2 * 60 * 60_000;

/** The log of a service. */
export function eventChain(service: string): ChainedTable {
  return {
    name: 'event',
    table: `${service}.event`,
    subject: 'stream',
    recorded: 'recorded_at',
    holdsFrom: 'at',
    maxEarlyMs: MAX_EVENT_AGE_MS,
    columns: [
      ...['version', 'id', 'type', 'schema'].map(plain),
      ...['at', 'recorded_at'].map(instant),
      ...[plain('command'), asText('meta'), asText('data')],
    ],
  };
}

/** A table of evidence: `instants` are its columns of type timestamptz, `columns` all others. */
export function evidenceChain(
  table: string,
  { subject = 'id', instants, columns, ...others }: EvidenceOptions,
): ChainedTable {
  const [, name = table] = table.split('.');
  return { name, table, subject, columns: [...instants.map(instant), ...columns.map(asText)], ...others };
}

interface EvidenceOptions extends Pick<ChainedTable, 'retention' | 'recorded' | 'holdsFrom' | 'recordsOf'> {
  readonly subject?: string;
  readonly instants: readonly string[];
  readonly columns: readonly string[];
}

/** A row as its block holds it. */
export interface ChainedRow {
  readonly position: bigint;
  readonly district: number;
  readonly subject: string;
  readonly hash: Buffer;
  /** ms since 1970, where the table has it. */
  readonly recorded?: number | null;
  /** ms before the time of recording from which it says to hold. */
  readonly early?: number | null;
}

/**
 * How the rows of a block are hashed. 1: as a JSON array of texts. 2: as the server sends a row to its clients, each column with its
 * type and length before its bytes, which costs a third; no session's settings change it. A table whose columns change gets another.
 */
export type BlockFormat = 1 | 2;
export const BLOCK_FORMAT: BlockFormat = 2;

function rowHash(chained: ChainedTable, format: BlockFormat): string {
  return `sha256(${rowBytes(chained, format)})`;
}

/** What of a row is hashed, as the server computes it. */
export function rowBytes({ subject, columns }: ChainedTable, format: BlockFormat): string {
  const own = ['position', 'district', subject].map(plain);
  const all = [...own, ...columns].map(({ name, text }) => (format === 1 ? text : `e.${name}`)).join(', ');
  return format === 1 ? `convert_to(json_build_array(${all})::text, 'UTF8')` : `record_send(row(${all}))`;
}

/**
 * The same rows, at most `limit`, as the blocks that they make: one for each district, its rows encoded as positions, subjects
 * and hashes. The server does it: with a row for each row, chaining costs half as much again.
 */
export function blocksStatement(chained: ChainedTable, limit: number, format: BlockFormat): string {
  return `select r.district, count(*)::int as count, max(r.position)::text as last,
      string_agg(r.bytes, ''::bytea order by r.position) as rows
    from (select e.position, e.district, int8send(e.position) || uuid_send(e.${chained.subject}) || ${rowHash(chained, format)} as bytes
      from ${chained.table} e where e.position > $1::bigint and e.position <= $2::bigint
      order by e.position limit ${limit}) r
    group by r.district order by r.district`;
}

/** Reads the rows at positions after $1 up to $2, oldest first. */
export function rowsStatement(chained: ChainedTable, format: BlockFormat): string {
  const { recorded, holdsFrom, subject } = chained;
  const time = recorded === undefined ? 'null' : `(extract(epoch from e.${recorded}) * 1000)`;
  const early =
    recorded === undefined || holdsFrom === undefined
      ? 'null'
      : `(extract(epoch from e.${recorded} - e.${holdsFrom}) * 1000)`;
  return `select e.position::text as position, e.district, e.${subject} as subject, ${rowHash(chained, format)} as hash,
      ${time}::float8 as recorded, ${early}::float8 as early
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
  readonly format: BlockFormat;
  /** Every row up to this position, of any district, is in a block. */
  readonly through: bigint;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Hash of the block before; of 32 zero bytes for the first. */
  readonly previous: Buffer;
  readonly rows: Buffer;
}

export const NO_BLOCK = Buffer.alloc(32);

export function blockHash({ format, service, chain, district, number, through, at, previous, rows }: Block): Buffer {
  const digest = createHash('sha256').update(rows).digest('hex');
  const facts = [format, service, chain, district, number, String(through), at, previous.toString('hex'), digest];
  return createHash('sha256').update(JSON.stringify(facts)).digest();
}
