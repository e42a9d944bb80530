/**
 * One-dimensional arrays in PostgreSQL's binary format, for statements that take a whole batch as parameters: the server
 * unpacks them without parsing, and texts need no escaping. Strings are UTF-8; `null` is NULL.
 */
import type { Allocate } from './buffer-arena.js';

const OIDS = { bytea: 17, int2: 21, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950 } as const;
type ElementType = keyof typeof OIDS;

/** PostgreSQL's epoch, 2000-01-01, in milliseconds since 1970. */
const EPOCH_MS = 946_684_800_000;
const HEADER = 20;

export function int2Array(allocate: Allocate, values: readonly number[]): Buffer {
  const buffer = withHeader(allocate, 'int2', values.length, 6);
  let at = HEADER;
  for (const value of values) {
    at = buffer.writeInt32BE(2, at);
    at = buffer.writeInt16BE(value, at);
  }
  return buffer;
}

export function int4Array(allocate: Allocate, values: readonly number[]): Buffer {
  const buffer = withHeader(allocate, 'int4', values.length, 8);
  let at = HEADER;
  for (const value of values) {
    at = buffer.writeInt32BE(4, at);
    at = buffer.writeInt32BE(value, at);
  }
  return buffer;
}

/** Milliseconds since 1970. */
export function timestamptzArray(allocate: Allocate, values: readonly number[]): Buffer {
  const buffer = withHeader(allocate, 'timestamptz', values.length, 12);
  let at = HEADER;
  for (const value of values) {
    const micros = (value - EPOCH_MS) * 1000;
    at = buffer.writeInt32BE(8, at);
    at = buffer.writeInt32BE(Math.floor(micros / 2 ** 32), at);
    at = buffer.writeUInt32BE(micros >>> 0, at);
  }
  return buffer;
}

export function uuidArray(allocate: Allocate, values: readonly (string | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + (value === null ? 4 : 20), HEADER);
  const buffer = allocate(size);
  writeHeader(buffer, 'uuid', values.length);
  let at = HEADER;
  for (const value of values) {
    at = buffer.writeInt32BE(value === null ? -1 : 16, at);
    if (value === null) continue;
    writeUuid(buffer, value, at);
    at += 16;
  }
  return buffer;
}

export function textArray(allocate: Allocate, values: readonly (string | null)[]): Buffer {
  return texts(allocate, 'text', values);
}

export function byteaArray(allocate: Allocate, values: readonly (Buffer | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), HEADER);
  const buffer = allocate(size);
  writeHeader(buffer, 'bytea', values.length);
  let at = HEADER;
  for (const value of values) {
    at = buffer.writeInt32BE(value?.length ?? -1, at);
    at += value?.copy(buffer, at) ?? 0;
  }
  return buffer;
}

/** JSON texts, already serialised. */
export function jsonArray(allocate: Allocate, values: readonly string[]): Buffer {
  return texts(allocate, 'json', values);
}

/** The element size includes its length word. */
function withHeader(allocate: Allocate, type: ElementType, length: number, elementSize: number): Buffer {
  const buffer = allocate(HEADER + length * elementSize);
  writeHeader(buffer, type, length);
  return buffer;
}

function writeHeader(buffer: Buffer, type: ElementType, length: number): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(OIDS[type], 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

function texts(allocate: Allocate, type: 'text' | 'json', values: readonly (string | null)[]): Buffer {
  let size = HEADER + values.length * 4;
  for (const value of values) if (value !== null) size += Buffer.byteLength(value);
  const buffer = allocate(size);
  writeHeader(buffer, type, values.length);
  let at = HEADER;
  for (const value of values) {
    const length = value === null ? -1 : buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return buffer;
}

/** `value` is 32 hexadecimal digits in any grouping; validated by the caller. */
function writeUuid(buffer: Buffer, value: string, at: number): void {
  let byte = at;
  for (let index = 0; byte < at + 16; index += 2) {
    if (value.charCodeAt(index) === 45) index += 1;
    buffer[byte++] = (hexDigit(value.charCodeAt(index)) << 4) | hexDigit(value.charCodeAt(index + 1));
  }
}

/** '0'–'9' are 48–57; 'A' and 'a' end in the same four bits, 1. */
function hexDigit(code: number): number {
  return code < 58 ? code - 48 : (code & 15) + 9;
}
