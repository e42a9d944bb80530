import type { AppendValue, Prepared } from './without-describe.js';
import { rememberedFingerprint } from './append-statement.js';
import type { PreparedAppend } from './prepared-append.js';

/**
 * The batch statement reduced to an append that has no company: one event, on a new stream or at an exact version. It has the
 * same guarantees and returns the same row; the districts are set before any table is touched. Without it an append by one
 * writer costs 35 % more CPU (`npm run bench -- append`).
 */
export type SingleStatements = Readonly<Record<'creating' | 'extending', Readonly<Record<Memory, Prepared>>>>;

/** Whether the command is remembered by its id; if not, the statement leaves that table out. */
type Memory = 'remembered' | 'unremembered';

export function singleStatements(service: string): SingleStatements {
  const scope = `set_config('app.districts', $1::text, true)`;
  const creating = `
with head as (
  insert into ${service}.stream (district, id, type, version)
  select $2::int4, $3::uuid, $4::text, 1 where ${scope} is not null and $11::int4 = 0
  on conflict (district, id) do nothing
  returning version
)`;
  const extending = `
with found as materialized (
  select s.version from (select ${scope} as districts offset 0) scope cross join lateral (
    select version from ${service}.stream
    where district = $2::int4 and id = $3::uuid and scope.districts is not null
    for no key update skip locked
  ) s
  where s.version = $11::int4
),
head as (
  insert into ${service}.stream (district, id, type, version)
  select $2, $3, $4::text, f.version + 1 from found f
  on conflict (district, id) do update set version = excluded.version
  returning version
)`;
  const remembered = `,
remembered as (
  insert into ${service}.command (district, id, stream, version, fingerprint)
  select $2, $5::uuid, $3, h.version, $13::text from head h
)`;
  const appended = `
insert into ${service}.event (position, district, stream, version, id, type, schema, at, command, meta, data)
select nextval('${service}.event_position'), $2, $3, h.version, $6::uuid, $7::text, $8::int2, $9::timestamptz, $5::uuid,
  $10::json, $12::json
from head h
returning 1, version, position`;
  const both = (name: string, head: string) => ({
    remembered: { name: `${name}_remembered`, text: head + remembered + appended },
    unremembered: { name, text: head + appended },
  });
  return { creating: both('append_creating', creating), extending: both('append_extending', extending) };
}

/** The statement for a request that has one, and its parameters. */
export function singleAppend(
  statements: SingleStatements,
  request: PreparedAppend,
): { readonly statement: Prepared; readonly values: AppendValue[] } | undefined {
  if (request.initialRows) return undefined;
  const [event, second] = request.events;
  const [json] = request.json;
  const place = request.expected === 'none' ? 0 : request.expected;
  if (!event || json === undefined || second || typeof place !== 'number') return undefined;
  const fingerprint = rememberedFingerprint(request);
  const forms = place === 0 ? statements.creating : statements.extending;
  return {
    statement: fingerprint === null ? forms.unremembered : forms.remembered,
    values: [
      `{${request.district}}`,
      request.district,
      request.stream,
      request.streamType,
      request.commandId,
      event.id,
      event.type,
      event.schema,
      request.at,
      request.meta,
      place,
      json,
      ...(fingerprint === null ? [] : [fingerprint]),
    ],
  };
}
