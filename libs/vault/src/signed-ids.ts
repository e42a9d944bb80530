import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
/** 128 bits: cannot be found by trying. */
const MAC_BYTES = 16;

/** UUIDs of a district as the secret part of a link, with a MAC by `key`: it opens by the key alone, and nothing stores it. */
export function signedIds(key: Buffer, district: number, ids: readonly string[]): string {
  return signIds(key, district, ids, MAC_BYTES).toString('base64url');
}

/** The UUIDs, `count` of them, of what `signedIds` made by this key for the district; else undefined. */
export function readSignedIds(
  key: Buffer,
  district: number,
  link: string,
  count: number,
): readonly string[] | undefined {
  const bytes = Buffer.from(link, 'base64url');
  return bytes.length === count * ID_BYTES + MAC_BYTES ? verifyIds(key, district, bytes, MAC_BYTES) : undefined;
}

/** The ids' bytes, and `macBytes` of a MAC of them and the district. */
export function signIds(key: Buffer, district: number, ids: readonly string[], macBytes: number): Buffer {
  const bytes = Buffer.from(ids.join('').replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, macOf(key, district, bytes, macBytes)]);
}

/** The ids of what `signIds` made; undefined when the MAC is another. */
export function verifyIds(
  key: Buffer,
  district: number,
  signed: Buffer,
  macBytes: number,
): readonly string[] | undefined {
  const ids = signed.subarray(0, -macBytes);
  if (!timingSafeEqual(signed.subarray(-macBytes), macOf(key, district, ids, macBytes))) return undefined;
  return Array.from({ length: ids.length / ID_BYTES }, (_, at) =>
    idOf(ids.subarray(at * ID_BYTES, (at + 1) * ID_BYTES)),
  );
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function macOf(key: Buffer, district: number, ids: Buffer, macBytes: number): Buffer {
  return createHmac('sha256', key).update(`${district}|`).update(ids).digest().subarray(0, macBytes);
}
