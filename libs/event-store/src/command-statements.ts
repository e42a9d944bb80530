import type { StreamHead } from './command-memory.js';
import type { RememberedCommand } from './event-store.js';

/** Returns one row when the command was not remembered before. It takes no lock on the log, so no reader waits for it. */
export function rememberStatement(service: string, scoped: boolean): string {
  const scope = scoped ? `set_config('app.districts', '{' || $1::text || '}', true)` : '$1::text';
  return `
insert into ${service}.command (district, id, stream, version, fingerprint)
select $1::text::int, $2::uuid, $3::uuid, $4::int, $5::text from (select ${scope} as districts offset 0) scope
where scope.districts is not null
on conflict (district, id) do nothing
returning 1`;
}

export function streamHeadStatement(service: string, scoped: boolean): string {
  const scope = scoped ? `set_config('app.districts', '{' || $1::text || '}', true)` : '$1::text';
  return `
select coalesce(s.version, 0), m.first, m.last, c.fingerprint, c.stream, c.version
from (select ${scope} as districts offset 0) scope
left join lateral (select version from ${service}.stream
  where district = $1::text::int and id = $2::uuid and scope.districts is not null offset 0) s on true
left join lateral (select min(version) as first, max(version) as last from ${service}.event
  where district = $1::text::int and stream = $2::uuid and command = $3::uuid and scope.districts is not null) m on true
left join lateral (select fingerprint, stream, version from ${service}.command
  where district = $1::text::int and id = $3::uuid and scope.districts is not null offset 0) c on true`;
}

export function streamHeadOf(row: readonly (string | null)[]): StreamHead {
  const [version, first, last, fingerprint, stream, rememberedVersion] = row;
  return {
    version: Number(version),
    ofCommand: first && last ? { first: Number(first), last: Number(last) } : undefined,
    remembered:
      typeof fingerprint === 'string' && stream && rememberedVersion
        ? rememberedOf(fingerprint, stream, rememberedVersion)
        : undefined,
  };
}

export function rememberedOf(fingerprint: string, stream: string, version: string): RememberedCommand {
  return { fingerprint, stream, version: Number(version) };
}
