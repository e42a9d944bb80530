import { field, fields, idOf, isFields, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';

/** One thing that a delivery tells. */
export interface InstagramEvent {
  readonly field: string;
  readonly value: Json;
  /** Whose account it is about. */
  readonly account: string | undefined;
  /** Seconds. */
  readonly time: Json | undefined;
}

/**
 * A delivery is a batch. Meta's example has `field` and `value` in the entry itself, inside an array; captures show
 * `entry[].changes[]`; messages come in `entry[].messaging[]`. All are read.
 */
export function eventsOf(body: Json): readonly InstagramEvent[] {
  const outer = Array.isArray(body) ? list(body) : [body];
  return outer
    .flatMap((one) => (Array.isArray(field(one, 'entry')) ? list(field(one, 'entry')) : [one]))
    .flatMap(ofEntry);
}

function ofEntry(entry: Json): readonly InstagramEvent[] {
  const about = { account: idOf(field(entry, 'id')), time: field(entry, 'time') };
  const changes = [...list(field(entry, 'changes')), ...(isFields(field(entry, 'value')) ? [entry] : [])];
  return [
    ...changes.map((change) => ({
      ...about,
      field: idOf(field(change, 'field')) ?? '',
      value: fields(field(change, 'value')),
    })),
    ...list(field(entry, 'messaging')).map((value) => ({ ...about, field: 'messages', value })),
  ];
}

export const typeOf = (event: InstagramEvent, at: number) => `${event.field}@${at}`;

export function eventAt(body: Json, type: string): InstagramEvent | undefined {
  const [, name, at] = /^(.*)@(\d{1,4})$/.exec(type) ?? [];
  const event = eventsOf(body)[Number(at)];
  return event?.field === name ? event : undefined;
}
