import { inSpans, tracesAreOn } from '@otklik/observability';
import type { Database } from '@otklik/tenancy';

/** While traces are on, a span for each appeal that is written to an index, in the trace of its newest event. */
export async function tracedIndexing(
  database: Database,
  district: number,
  appeals: readonly string[],
  write: () => Promise<void>,
): Promise<void> {
  if (!tracesAreOn()) return write();
  const fields = { service: 'search', district };
  const parents = await newestTraces(database, district, appeals);
  const starts = parents.map((parent) => ({ name: 'index appeal', kind: 'INTERNAL' as const, parent, fields }));
  return inSpans(starts, write);
}

async function newestTraces(database: Database, district: number, appeals: readonly string[]): Promise<string[]> {
  const { rows } = await database.scope(district).query<{ readonly parent: string | null }>(
    `select (select h.body ->> 'traceparent' from search.history h
       where h.district = $1 and h.appeal = a.appeal order by h.change desc limit 1) as parent
     from unnest($2::uuid[]) as a(appeal)`,
    [district, appeals],
  );
  return rows.flatMap(({ parent }) => parent ?? []);
}
