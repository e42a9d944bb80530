import type { Transaction } from '@otklik/tenancy';
import type { RecordedEvent, Upcasters } from './event-store.js';
import { asText, recordedColumns, recordedEvent, type RecordedRow } from './recorded-row.js';

export interface StoredEvent {
  /** The row of the log as JSON. */
  readonly row: string;
  readonly event: RecordedEvent;
}

const FETCH_SIZE = 500;

/** The log of one district in the order of its positions, in pages; in the transaction of `tx`, as the owner of the tables. */
export async function* readDistrictLog(
  tx: Transaction,
  { service, district, upcasters = {} }: { service: string; district: number; upcasters?: Upcasters | undefined },
): AsyncGenerator<readonly StoredEvent[]> {
  await tx.query(
    `declare district_log no scroll cursor for
     select ${recordedColumns}, row_to_json(e) from ${service}.event e where e.district = ${Math.trunc(district)} order by e.position`,
  );
  for (;;) {
    const page = { text: `fetch ${FETCH_SIZE} from district_log`, rowMode: 'array' as const, types: asText };
    const { rows } = await tx.query<string[]>(page);
    yield rows.map((row) => ({
      row: row.at(-1)!,
      event: recordedEvent(row as unknown as RecordedRow, upcasters),
    }));
    if (rows.length < FETCH_SIZE) break;
  }
  await tx.query('close district_log');
}

/**
 * Adds rows of `readDistrictLog` behind the log, in their order, with positions of this one. Answers how many were the
 * district's: others are left out. Until the transaction ends, readers of this log wait at its first position.
 */
export async function addToLog(
  tx: Transaction,
  { service, district, rows }: { service: string; district: number; rows: readonly string[] },
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into ${service}.event
       (position, at, recorded_at, district, version, stream, id, command, schema, type, meta, data)
     select nextval('${service}.event_position'), at, recorded_at, district, version, stream, id, command, schema, type, meta, data
     from (select * from json_populate_recordset(null::${service}.event, $1) where district = $2 order by position) e`,
    [`[${rows.join(',')}]`, district],
  );
  return rowCount ?? 0;
}
