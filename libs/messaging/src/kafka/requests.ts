import type { ProducerRecord } from './kafka-record.js';

/**
 * Maximum bytes of one partition in one request, which become one record batch. Brokers refuse batches over 1,048,588 bytes
 * by default (`message.max.bytes`); the difference is for the batch's header.
 */
const MAX_PARTITION_BYTES = 800_000;

/** Splits records into requests, in order. A record above the maximum is the only one of its partition in its request. */
export function splitIntoRequests(records: readonly ProducerRecord[]): readonly (readonly ProducerRecord[])[] {
  const requests: ProducerRecord[][] = [];
  let bytes = new Map<number, number>();
  for (const record of records) {
    const held = bytes.get(record.partition) ?? 0;
    const size = bytesOf(record);
    const full = held > 0 && held + size > MAX_PARTITION_BYTES;
    if (full || requests.length === 0) {
      requests.push([]);
      bytes = new Map();
    }
    requests.at(-1)!.push(record);
    bytes.set(record.partition, (full ? 0 : held) + size);
  }
  return requests;
}

function bytesOf({ key, value, headers }: ProducerRecord): number {
  let bytes = Buffer.byteLength(key) + Buffer.byteLength(value);
  for (const name in headers) bytes += name.length + Buffer.byteLength(headers[name]!);
  return bytes;
}
