import { orderRules, type OrderRule } from '../../application/list/order-rules.js';
import {
  appealColumns,
  filterRules,
  questionColumns,
  type QuestionColumn,
  type RegisterColumn,
} from '../../application/list/register-columns.js';
import { applicantIndexes, applicantTables } from './applicant-tables.js';
import { filteredColumns, indexedWith, indexOf, sharedColumns } from '../../application/list/column-values.js';

/** The tables of the register's columns; `register_stream`, `register_notice` and `register_posting` have a fixed shape. */
export type RegisterTable = 'register' | 'register_question';

const sqlTypes = { text: 'text collate "C"', date: 'text collate "C"', int: 'int', boolean: 'boolean' } as const;

export function sqlName(column: RegisterColumn): string {
  return column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * As it is sorted and compared by: a missing value is last. Not `coalesce`, which PostgreSQL does not count among what
 * leaks nothing: under row-level security no index would be read within a bound on it.
 */
export function orderKey({ column, absent }: OrderRule, alias: 't.' | '' = ''): string {
  const name = `${alias}${sqlName(column)}`;
  return absent === undefined ? name : `case when ${name} is null then '${absent}' else ${name} end`;
}

const allColumns = { ...appealColumns, ...questionColumns };

/** The columns of a table that are declared once for all; names as in the domain. */
export const columnsOf: Readonly<Record<RegisterTable, readonly RegisterColumn[]>> = {
  register: Object.keys(appealColumns) as RegisterColumn[],
  register_question: [...sharedColumns, ...(Object.keys(questionColumns) as QuestionColumn[])],
};

/** `name type` of each column, for DDL and for `json_to_recordset`. */
export function columnTypes(table: RegisterTable): readonly string[] {
  return columnsOf[table].map((column) => `${sqlName(column)} ${sqlTypes[allColumns[column].type]}`);
}

/** Columns that an index leads with: those that a filter compares with values. Ranges are read along the order itself. */
function leadingColumns(table: RegisterTable): readonly RegisterColumn[] {
  const ranges = Object.values(filterRules).filter(({ test }) => test !== 'ANY' && test !== 'EQUAL');
  const ranged = new Set(ranges.map(({ column }) => column));
  return columnsOf[table].filter((column) => filteredColumns.has(column) && !ranged.has(column) && isLed(column));
}

function isLed(column: RegisterColumn): boolean {
  const index = indexOf(column);
  return index !== 'ALONE' && index !== 'NONE';
}

/** Which rows an index that leads with the column holds: a list read along it must say so. */
export function heldBy(column: RegisterColumn): string {
  return indexOf(column) === 'TRUE' ? sqlName(column) : `${sqlName(column)} is not null`;
}

/** The keys of orders in which an index leads with filtered columns. By registration a range of days is read instead. */
const ledKeys = [orderRules.DEADLINE, orderRules.NEWEST].map((rule) => orderKey(rule));

/** Whether an index of the table leads with the column and holds its rows with the value, in this order. */
export function leadsIndex(
  table: RegisterTable,
  { column, values: [value] }: { readonly column: RegisterColumn; readonly values: readonly unknown[] },
  key: string,
): boolean {
  if (!leadingColumns(table).includes(column) || !keysLedBy(column).includes(key)) return false;
  return indexOf(column) !== 'TRUE' || value === true;
}

// Months are looked for in the order of deadlines only: in the others the instant of reception bounds the range.
function keysLedBy(column: RegisterColumn): readonly string[] {
  return column === 'receivedMonth' ? [orderKey(orderRules.DEADLINE)] : ledKeys;
}

/**
 * An offered filter has an index by deadline and by reception, so that a page costs the same whatever the register holds;
 * columns say where not. Of a column with few values known the index holds only those rows.
 */
function indexesOf(table: RegisterTable, name: string, common: readonly string[]): readonly string[] {
  const keys = [...new Set(Object.values(orderRules).map((rule) => orderKey(rule)))];
  const on = (lead: string, key: string, where: readonly string[]): string =>
    `${name} (district, ${lead}(${key}), id)${where.length > 0 ? ` where ${where.join(' and ')}` : ''}`;
  const led = leadingColumns(table).flatMap((column) => {
    const other = indexedWith(column);
    const lead = [column, ...(other === undefined ? [] : [other])].map((one) => `${sqlName(one)}, `).join('');
    return keysLedBy(column).map((key) => on(lead, key, [...common, heldBy(column)]));
  });
  const alone = columnsOf[table]
    .filter((column) => indexOf(column) === 'ALONE')
    .map((column) => `${name} (district, ${sqlName(column)}) where ${sqlName(column)} is not null`);
  return [...keys.map((key) => on('', key, common)), ...led, ...alone];
}

/** The projection's secondary indexes. */
export function registerIndexes(): readonly string[] {
  return [
    ...indexesOf('register', '{table}', ['receipt is not null']),
    '{table} (district, sender) where sender is not null',
    '{table} (district, identity) where identity is not null',
    '{table}_question (district, appeal)',
    ...indexesOf('register_question', '{table}_question', []),
    `{table}_notice (district, way, opened_at, id) where way in ('ORAL', 'PAPER', 'POS') and state = 'PENDING'`,
    '{table}_notice (district, ordered, id) where ordered is not null',
    '{table}_posting (district, ordered, id)',
    ...applicantIndexes,
  ];
}

/** Room on a page for new versions of its rows: an update that changes no indexed column then writes no index (HOT). */
const FILL_FACTOR = 75;

/** Statements of the projection; `{table}` is replaced by the build's own name. */
export function registerTables(): string {
  return `
-- A row for each appeal: columns of filters and order, the fold of all its facts, and in clear what is searched. Without a
-- receipt its first fact has not come yet.
create table {table} (
  district int not null,
  id uuid not null,
  change bigint not null,
  ${columnTypes('register').join(',\n  ')},
  erased boolean not null,
  -- Blind index of the sender's contact.
  sender text collate "C",
  -- Blind index of who signed in.
  identity text collate "C",
  -- Appeals that officials found to be of the same person; each names the other.
  joined uuid[],
  clear json not null,
  fold json not null,
  -- What lists show, so that they read neither folds nor whole texts; null without a receipt.
  listed json,
  primary key (district, id)) with (fillfactor = ${FILL_FACTOR});

-- The newest change of each district's rows. An index on their change numbers would be written with every update.
create table {table}_head (district int primary key, change bigint not null);

-- A row for each question of an appeal that was received.
create table {table}_question (
  district int not null,
  id uuid not null,
  appeal uuid not null,
  ${columnTypes('register_question').join(',\n  ')},
  listed json not null,
  primary key (district, id)) with (fillfactor = ${FILL_FACTOR});

-- Of how many questions the board's numbers are made, and how many lists count: kept as rows change, so that neither is counted
-- anew. No row is left where none is.
create table {table}_tally (
  district int not null,
  kind text not null,
  -- The end of the term, or the day on which it was done.
  day text collate "C" not null,
  by text not null,
  value text collate "C" not null,
  marks text not null,
  n int not null,
  primary key (district, kind, day, by, value, marks));

-- Where a reader waits for its own write: the last version of each stream, and the appeal that it belongs to.
create table {table}_stream (
  district int not null,
  stream uuid not null,
  appeal uuid not null,
  version int not null,
  primary key (district, stream));

-- Notices; officials call, or print and post.
create table {table}_notice (
  district int not null,
  id uuid not null,
  appeal uuid not null,
  way text not null,
  state text not null,
  opened_at text collate "C" not null,
  -- Of a letter that has a number: its place in the outgoing register, and how far it has come.
  ordered text collate "C",
  course text,
  notice json not null,
  primary key (district, id));

-- Letters on paper that were sent: the register of outgoing post, in its order.
create table {table}_posting (
  district int not null,
  id uuid not null,
  ordered text collate "C" not null,
  appeal uuid not null,
  posting json not null,
  primary key (district, id, ordered));

-- What people did with messages in networks, over time: a row for each count that was recorded.
create table {table}_reaction (
  district int not null,
  appeal uuid not null,
  target text not null,
  message uuid not null,
  metric text not null,
  observed_at text collate "C" not null,
  before text,
  value int,
  quality text not null,
  via text not null,
  primary key (district, appeal, target, message, metric, observed_at));
${applicantTables}`;
}
