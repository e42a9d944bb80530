import type { RecordedEvent, Upcasters } from './event-store.js';
import { upcast } from './upcast.js';

/** The columns of an event in the order of `RecordedRow`. `e` is the log's alias. */
export const recordedColumns = `e.position, e.district, e.stream, e.version, e.id, e.type, e.schema,
  e.at at time zone 'UTC', e.recorded_at at time zone 'UTC', e.command, e.meta, e.data`;

/** A row as the server wrote it: every column as text. */
export type RecordedRow = readonly [
  position: string,
  district: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  schema: string,
  at: string,
  recordedAt: string,
  command: string,
  meta: string,
  data: string,
];

/** Makes the driver return every column as text. */
export const asText = { getTypeParser: () => (text: unknown) => text };

interface Meta {
  readonly actor: RecordedEvent['actor'];
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

/** An object under construction. */
type Mutable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

export function recordedEvent(row: RecordedRow, upcasters: Upcasters): RecordedEvent {
  const meta = JSON.parse(row[10]) as Meta;
  const event: Mutable<RecordedEvent> = {
    position: Number(row[0]),
    id: row[4],
    type: row[5],
    schema: Number(row[6]),
    district: Number(row[1]),
    stream: row[2],
    version: Number(row[3]),
    at: isoTime(row[7]),
    recordedAt: isoTime(row[8]),
    actor: meta.actor,
    commandId: row[9],
    correlationId: meta.correlationId,
    data: JSON.parse(row[11]) as unknown,
  };
  if (meta.causationId !== undefined) event.causationId = meta.causationId;
  if (meta.traceparent !== undefined) event.traceparent = meta.traceparent;
  return upcast(event, upcasters);
}

/** The row as an event of the log: `unreadable` where `recordedEvent` throws. */
export function loggedEvent(row: RecordedRow, upcasters: Upcasters): RecordedEvent {
  try {
    return recordedEvent(row, upcasters);
  } catch (error) {
    return {
      ...recordedEvent([...row.slice(0, 10), '{}', 'null'] as unknown as RecordedRow, {}),
      ...correlationOf(row[10]),
      unreadable: error as Error,
    };
  }
}

/** Other rows of the stream may tell the correlation where this one does not. */
function correlationOf(meta: string): Pick<RecordedEvent, 'actor' | 'correlationId'> {
  const { correlationId } = Object(JSON.parse(meta)) as { readonly correlationId?: unknown };
  return { actor: { kind: 'system' }, correlationId: typeof correlationId === 'string' ? correlationId : '' };
}

/** `2026-11-24 09:00:00.1` → `2026-11-24T09:00:00.100Z`; microseconds are truncated. */
function isoTime(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, 23).padEnd(3, '0')}Z`;
}
