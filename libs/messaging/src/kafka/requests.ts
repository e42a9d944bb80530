import type { NewRecord } from './kafka-record.js';

/**
 * Of a partition in one request, which makes one record batch of it. A broker refuses batches over 1,048,588 bytes for
 * good, unless it was set up otherwise; the rest is for the batch's own bytes.
 */
const REQUEST_BYTES = 800_000;

/**
 * The records in as many requests as they need, their order kept. A record that is bigger than the measure is the
 * only one of its partition in its request.
 */
export function requestsOf(records: readonly NewRecord[]): readonly (readonly NewRecord[])[] {
  const requests: NewRecord[][] = [];
  let bytes = new Map<number, number>();
  for (const record of records) {
    const held = bytes.get(record.partition) ?? 0;
    const size = bytesOf(record);
    const full = held > 0 && held + size > REQUEST_BYTES;
    if (full || requests.length === 0) {
      requests.push([]);
      bytes = new Map();
    }
    requests.at(-1)!.push(record);
    bytes.set(record.partition, (full ? 0 : held) + size);
  }
  return requests;
}

function bytesOf({ key, value, headers }: NewRecord): number {
  let bytes = Buffer.byteLength(key) + Buffer.byteLength(value);
  for (const name in headers) bytes += name.length + Buffer.byteLength(headers[name]!);
  return bytes;
}
