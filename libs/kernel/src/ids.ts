import { hash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** UUIDv7 (RFC 9562 §5.7) of a time in ms since 1970 and ten random bytes: ids sort by time, so indexes grow at one end. */
export function uuidv7(atMs: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  return stamped(bytes.toString('hex'), 7);
}

const NAMESPACE_BYTES = 16;

/** UUIDv5 (RFC 9562 §5.5): the same namespace and name always give the same id. */
export function uuidv5(namespace: string, name: string): string {
  const bytes = Buffer.allocUnsafe(NAMESPACE_BYTES + Buffer.byteLength(name));
  bytes.write(namespace.replaceAll('-', ''), 'hex');
  bytes.write(name, NAMESPACE_BYTES);
  return stamped(hash('sha1', bytes, 'hex'), 5);
}

/** Formats 32 hexadecimal digits as a UUID, with the bits of version and variant overwritten (RFC 9562 §4). */
function stamped(hex: string, version: number): string {
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
