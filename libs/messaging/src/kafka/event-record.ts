import { orderKey, type PublicEvent, type Topic } from '@otklik/contracts/envelope';
import { compact, isUuid } from '@otklik/kernel';
import { partitionOf } from './kafka-client.js';
import type { ConsumedRecord, ProducerRecord } from './kafka-record.js';

/** The record's order in its partition, carried in its headers. */
export interface RecordOrder {
  /** Log position of the record before it in this partition; 0 for the first. */
  readonly after: number;
  /** Incremented by each relay that becomes leader. */
  readonly epoch: number;
  /** Of an event that is published late: the last event in log order that the partition holds already. */
  readonly behind?: { readonly position: number; readonly event: string };
}

/**
 * The event as a Kafka record. The body is the public event, personal fields sealed as stored. The headers repeat what a
 * reader may need without parsing the body, also as CloudEvents 1.0 in binary mode.
 */
export function eventRecord(event: PublicEvent, partition: number, order: RecordOrder): ProducerRecord {
  const { after, epoch, behind } = order;
  const key = orderKey(event);
  return {
    partition,
    key,
    value: JSON.stringify(event),
    headers: compact({
      stream: event.stream,
      version: String(event.version),
      // Of a late event the partition's, which it does not move: positions of a partition never fall.
      position: String(behind?.position ?? event.position),
      event: event.id,
      behind: behind?.event,
      type: event.type,
      schema: String(event.schema),
      correlation: event.correlationId,
      ...(event.causationId && { causation: event.causationId }),
      ...(event.traceparent && { traceparent: event.traceparent, ce_traceparent: event.traceparent }),
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
    }),
  };
}

/** `otklik.AppealReceived.v1` */
export function cloudEventType({ type, schema }: Pick<PublicEvent, 'type' | 'schema'>): string {
  return `otklik.${type}.v${schema}`;
}

/** All events of one appeal go to the same partition. */
export function partitionOfEvent(event: PublicEvent, partitions: number): number {
  return partitionOf(orderKey(event), partitions);
}

/** PostgreSQL's largest `int`. */
const MAX_DISTRICT = 2_147_483_647;

/** The event in a record; undefined when it is not an event of this topic (a foreign record). */
export function eventOf(record: ConsumedRecord, topic: Topic): PublicEvent | undefined {
  const event = parsed(record.value);
  if (event?.topic !== topic) return undefined;
  const whole = isUuid(event.id) && isUuid(event.appeal) && typeof event.type === 'string';
  return whole && Number.isInteger(event.schema) && isDistrict(event.district) ? event : undefined;
}

/** The transaction is scoped to the batch's districts, so an invalid one would fail the batch and not only its key. */
function isDistrict(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_DISTRICT;
}

function parsed(value: string | undefined): PublicEvent | undefined {
  if (value === undefined) return undefined;
  try {
    return (JSON.parse(value) ?? undefined) as PublicEvent | undefined;
  } catch {
    // Not JSON: a foreign record.
    return undefined;
  }
}

/** Value of a numeric header; 0 when absent. */
export function headerNumber(record: ConsumedRecord, name: 'position' | 'after' | 'epoch'): number {
  return Number(record.header(name) ?? 0) || 0;
}
