/**
 * One-dimensional arrays in PostgreSQL's binary format, for statements that take a whole batch as parameters: the server
 * unpacks them without parsing, and texts need no escaping. Strings are UTF-8; `null` is NULL.
 */

const OIDS = { int2: 21, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950 } as const;

/** 1970 → 2000, where PostgreSQL begins to count. */
const EPOCH_MS = 946_684_800_000;

export function int2Array(values: readonly number[]): Buffer {
  return fixed('int2', 2, values, (buffer, value, at) => buffer.writeInt16BE(value, at));
}

export function int4Array(values: readonly number[]): Buffer {
  return fixed('int4', 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));
}

/** ISO 8601 instants, to the millisecond. Throws `RangeError` on anything else. */
export function timestamptzArray(values: readonly string[]): Buffer {
  return fixed('timestamptz', 8, values, (buffer, value, at) =>
    buffer.writeBigInt64BE(BigInt(Date.parse(value) - EPOCH_MS) * 1000n, at),
  );
}

export function uuidArray(values: readonly string[]): Buffer {
  return fixed('uuid', 16, values, writeUuid);
}

export function textArray(values: readonly (string | null)[]): Buffer {
  return texts('text', values);
}

/** JSON texts, already serialised. */
export function jsonArray(values: readonly string[]): Buffer {
  return texts('json', values);
}

function header(buffer: Buffer, type: keyof typeof OIDS, length: number): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(OIDS[type], 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

function fixed<Value>(
  type: keyof typeof OIDS,
  size: number,
  values: readonly Value[],
  write: (buffer: Buffer, value: Value, at: number) => void,
): Buffer {
  const buffer = Buffer.allocUnsafe(20 + values.length * (4 + size));
  header(buffer, type, values.length);
  let at = 20;
  for (const value of values) {
    buffer.writeInt32BE(size, at);
    write(buffer, value, at + 4);
    at += 4 + size;
  }
  return buffer;
}

function texts(type: 'text' | 'json', values: readonly (string | null)[]): Buffer {
  let size = 20 + values.length * 4;
  for (const value of values) if (value !== null) size += Buffer.byteLength(value);
  const buffer = Buffer.allocUnsafe(size);
  header(buffer, type, values.length);
  let at = 20;
  for (const value of values) {
    const length = value === null ? -1 : buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return buffer;
}

/** `value` is 32 hexadecimal digits in any grouping; checked by whoever took it in. */
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
