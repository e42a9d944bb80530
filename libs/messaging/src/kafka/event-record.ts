import { orderKey, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import { isUuid } from '@otklik/kernel';
import { partitionOf } from './kafka-client.js';
import type { FoundRecord, NewRecord } from './kafka-record.js';

/** Where a record stands among its partition's, told in its headers. */
export interface Place {
  /** The position, in the owner's log, of the record before it in this partition; 0: the partition begins here. */
  readonly after: number;
  /** Grows with each relay that takes over. */
  readonly epoch: number;
}

/**
 * The event as a record: the body is the public event itself, personal fields sealed as they are stored. The headers
 * repeat what may be wanted without parsing, and say it again as CloudEvents 1.0 in the binary mode.
 */
export function eventRecord(event: PublicEvent, partition: number, { after, epoch }: Place): NewRecord {
  const key = orderKey(event);
  return {
    partition,
    key,
    value: JSON.stringify(event),
    headers: {
      stream: event.stream,
      version: String(event.version),
      position: String(event.position),
      event: event.id,
      type: event.type,
      schema: String(event.schema),
      correlation: event.correlationId,
      ...(event.causationId ? { causation: event.causationId } : {}),
      ...(event.traceparent ? { traceparent: event.traceparent, ce_traceparent: event.traceparent } : {}),
      after: String(after),
      epoch: String(epoch),
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: cloudEventType(event),
      ce_source: `/otklik/${event.topic.split('.')[0]}`,
      ce_subject: key,
      ce_time: event.recordedAt,
      ce_partitionkey: key,
    },
  };
}

/** `otklik.AppealReceived.v1` */
export function cloudEventType({ type, schema }: Pick<PublicEvent, 'type' | 'schema'>): string {
  return `otklik.${type}.v${schema}`;
}

/** Which partition the event goes to: all facts of one appeal to the same. */
export function partitionOfEvent(event: PublicEvent, partitions: number): number {
  return partitionOf(orderKey(event), partitions);
}

/** The greatest that the tables hold. */
const LAST_DISTRICT = 2_147_483_647;

/** Undefined: no fact of this topic, whoever put it there. */
export function eventOf(record: FoundRecord, topic: Topic): PublicEvent | undefined {
  const event = parsed(record.value);
  if (event?.topic !== topic) return undefined;
  const whole = isUuid(event.id) && isUuid(event.appeal) && typeof event.type === 'string';
  return whole && Number.isInteger(event.schema) && isDistrict(event.district) ? event : undefined;
}

/** One that is none would fail the whole stretch that it came in, and not its own key: the transaction is of its districts. */
function isDistrict(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LAST_DISTRICT;
}

function parsed(value: string | undefined): PublicEvent | undefined {
  if (value === undefined) return undefined;
  try {
    return (JSON.parse(value) ?? undefined) as PublicEvent | undefined;
  } catch {
    // Whatever is no JSON is no fact of ours.
    return undefined;
  }
}

/** A number that a header holds; 0 where there is none. */
export function headerNumber(record: FoundRecord, name: 'position' | 'after' | 'epoch'): number {
  return Number(record.header(name) ?? 0) || 0;
}
