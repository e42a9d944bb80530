import type { Prepared } from './append-connection.js';
import { rememberedFingerprint } from './append-statement.js';
import type { Sendable } from './sendable.js';

/**
 * The batch statement cut down to the common lonely append: one event, on a new stream or at an exact version. The same
 * promises and the same row as answer at a third of the server's work; the districts are set before any table is touched.
 */
export interface SingleStatements {
  readonly creating: Prepared;
  readonly extending: Prepared;
}

export function singleStatements(service: string): SingleStatements {
  const scope = `(select set_config('app.districts', $1::text, true) as districts offset 0) scope`;
  return {
    creating: {
      name: 'append_creating',
      text: `
with head as (
  insert into ${service}.stream (district, id, type, version)
  select $2::int4, $3::uuid, $4::text, 1 from ${scope} where scope.districts is not null and $12::int4 = 0
  on conflict (district, id) do nothing
  returning version
),${rest(service)}`,
    },
    extending: {
      name: 'append_extending',
      text: `
with found as materialized (
  select s.version from ${scope} cross join lateral (
    select version from ${service}.stream
    where district = $2::int4 and id = $3::uuid and scope.districts is not null
    for no key update skip locked
  ) s
  where s.version = $12::int4
),
head as (
  insert into ${service}.stream (district, id, type, version)
  select $2, $3, $4::text, f.version + 1 from found f
  on conflict (district, id) do update set version = excluded.version
  returning version
),${rest(service)}`,
    },
  };
}

function rest(service: string): string {
  return `
remembered as (
  insert into ${service}.command (district, id, stream, version, fingerprint)
  select $2, $5::uuid, $3, h.version, $6::text from head h where $6 is not null
)
insert into ${service}.event (position, district, stream, version, id, type, schema, at, command, meta, data)
select nextval('${service}.event_position'), $2, $3, h.version, $7::uuid, $8::text, $9::int2, $10::timestamptz, $5,
  $11::json, $13::json
from head h
returning 1, version, position`;
}

/** The statement for a request that has one, and its parameters. */
export function singleAppend(
  statements: SingleStatements,
  request: Sendable,
): { readonly statement: Prepared; readonly values: unknown[] } | undefined {
  const [event, second] = request.events;
  const place = request.expected === 'none' ? 0 : request.expected;
  if (!event || second || typeof place !== 'number') return undefined;
  return {
    statement: place === 0 ? statements.creating : statements.extending,
    values: [
      `{${request.district}}`,
      request.district,
      request.stream,
      request.streamType,
      request.commandId,
      rememberedFingerprint(request),
      event.id,
      event.type,
      event.schema,
      request.at,
      request.meta,
      place,
      request.json[0],
    ],
  };
}
