import { int2Array, int4Array, jsonArray, textArray, timestamptzArray, uuidArray } from './binary-arrays.js';
import type { AppendValue } from './without-describe.js';
import type { AppendRequest, ExpectedVersion } from './event-store.js';
import type { Allocate } from './buffer-arena.js';
import { initialRowsParameters, initialRowsSql, type InitialRows } from './initial-rows.js';
import { isRemembered } from './command-memory.js';
import type { PreparedAppend } from './prepared-append.js';

export interface AppendForm {
  /** Leave out streams whose head row another transaction has locked, instead of waiting for it. */
  readonly skipLocked: boolean;
  /** Set the districts in the statement; false inside a transaction that has set its own. */
  readonly scoped: boolean;
  /** Inserts these rows with new streams. */
  readonly initialRows?: InitialRows | undefined;
}

/** Number of parameters of every form; those of initial rows follow. */
const PARAMETERS = 16;

/**
 * Appends a batch of commands, each of them wholly or not at all, never two of one stream. Rows: (index of the request
 * from 1, version of its stream now, greatest position of the batch). A request without a row was not recorded: its
 * stream is not as expected, its head was skipped, or its initial rows exist already.
 *
 * Why it is correct. `request` sets the districts before any table is read, and the lateral join keeps that order, because
 * row security reads the setting. `head` locks existing streams. `advanced` updates only rows that `head` has locked, so its
 * conflict is certain and its update cannot fail. `created` inserts in key order, so that two batches cannot deadlock, and
 * leaves out a stream that another transaction creates first; initial rows are locked before it, each table in its own order. Positions are drawn last,
 * in input order, under the locked heads.
 */
export function appendStatement(service: string, form: AppendForm): string {
  const { initialRows } = form;
  // Until a transaction of another process ends, readers wait for it: one that has appended may not stay idle for long.
  const scope = form.scoped
    ? `set_config('app.districts', $1::text, true) as districts`
    : `$1::text as districts, set_config('idle_in_transaction_session_timeout', '5s', true) as patience`;
  return `
with request as materialized (
  select r.*
  from (select ${scope}) scope,
    unnest($2::int4[], $3::uuid[], $4::text[], $5::int4[], $6::int4[], $7::uuid[], $8::text[], $9::timestamptz[], $10::json[])
      with ordinality as r(district, stream, type, expected, count, command, fingerprint, at, meta, n)
  where scope.districts is not null${form.scoped ? '' : ' and scope.patience is not null'}
),${initialRows ? initialRowsSql(initialRows, PARAMETERS) : ''}
head as materialized (
  select r.district, r.stream, r.type, r.expected, r.count, h.version
  from request r cross join lateral (
    select s.version from ${service}.stream s
    where s.district = r.district and s.id = r.stream
    for no key update${form.skipLocked ? ' skip locked' : ''}
  ) h
  where r.expected <> 0
),
advanced as (
  insert into ${service}.stream as s (district, id, type, version)
  select h.district, h.stream, h.type, h.version + h.count from head h
  where h.expected < 0 or h.expected = h.version
  on conflict (district, id) do update set version = excluded.version
  returning s.district, s.id, s.version
),
created as (
  insert into ${service}.stream as s (district, id, type, version)
  select r.district, r.stream, r.type, r.count from request r
  where (r.expected = 0 or (r.expected = ${ANY} and (
    select s.version from ${service}.stream s where s.district = r.district and s.id = r.stream) is null))${
      initialRows ? '\n    and (r.n in (select n from inserted) or r.n not in (select n from given))' : ''
    }
  order by r.district, r.stream
  on conflict (district, id) do nothing
  returning s.district, s.id, s.version
),
written as materialized (
  select r.*, w.version
  from (select * from advanced union all select * from created) w
  join request r on r.district = w.district and r.stream = w.id
),
remembered as (
  insert into ${service}.command (district, id, stream, version, fingerprint)
  select w.district, w.command, w.stream, w.version, w.fingerprint from written w
  where w.fingerprint is not null
  order by w.district, w.command
),
appended as (
  insert into ${service}.event (position, district, stream, version, id, type, schema, at, command, meta, data)
  select nextval('${service}.event_position'), e.*
  from (
    select w.district, w.stream, w.version - w.count + e.place, e.id, e.type, e.schema, w.at, w.command, w.meta, e.data
    from unnest($11::int4[], $12::int4[], $13::uuid[], $14::text[], $15::int2[], $16::json[])
      with ordinality as e(request, place, id, type, schema, data, n)
    join written w on w.n = e.request
    order by e.n
  ) e
  returning position
)
select w.n::int4, w.version, (select max(position) from appended)::float8 from written w`;
}

const EXISTS = -1;
const ANY = -2;

function expectedNumber(expected: ExpectedVersion): number {
  if (expected === 'none') return 0;
  if (expected === 'exists') return EXISTS;
  return expected === 'any' ? ANY : expected;
}

/** Stored with the command; null when the command is not remembered. */
export function rememberedFingerprint(request: AppendRequest): string | null {
  return isRemembered(request) ? (request.idempotency?.fingerprint ?? '') : null;
}

/**
 * The statement's parameters. Binary arrays instead of the driver's array literals save 10 to 20 % of the CPU of an append by 32
 * writers (`npm run bench -- append`).
 */
export function appendParameters(
  requests: readonly PreparedAppend[],
  allocate: Allocate = Buffer.allocUnsafe,
  initialRows?: InitialRows,
): AppendValue[] {
  const events = columnsOfEvents(requests);
  const column = <Value>(
    array: (allocate: Allocate, values: readonly Value[]) => Buffer,
    valueOf: (request: PreparedAppend) => Value,
  ): Buffer => array(allocate, requests.map(valueOf));
  return [
    `{${[...new Set(requests.map((request) => request.district))].join(',')}}`,
    column(int4Array, (request) => request.district),
    column(uuidArray, (request) => request.stream),
    column(textArray, (request) => request.streamType),
    column(int4Array, (request) => expectedNumber(request.expected)),
    column(int4Array, (request) => request.events.length),
    column(uuidArray, (request) => request.commandId),
    column(textArray, rememberedFingerprint),
    column(timestamptzArray, (request) => Date.parse(request.at)),
    column(jsonArray, (request) => request.meta),
    int4Array(allocate, events.request),
    int4Array(allocate, events.place),
    uuidArray(allocate, events.id),
    textArray(allocate, events.type),
    int2Array(allocate, events.schema),
    jsonArray(allocate, events.data),
    ...(initialRows ? initialRowsParameters(initialRows, requests, allocate) : []),
  ];
}

function columnsOfEvents(requests: readonly PreparedAppend[]) {
  const columns = {
    request: [] as number[],
    place: [] as number[],
    id: [] as string[],
    type: [] as string[],
    schema: [] as number[],
    data: [] as string[],
  };
  for (const [index, { events, json }] of requests.entries()) {
    for (const [place, event] of events.entries()) {
      columns.request.push(index + 1);
      columns.place.push(place + 1);
      columns.id.push(event.id);
      columns.type.push(event.type);
      columns.schema.push(event.schema);
      columns.data.push(json[place]!);
    }
  }
  return columns;
}
