import { createHmac, timingSafeEqual } from 'node:crypto';

/** 128 bits: nobody finds one by trying. */
const MAC_BYTES = 16;
const ID_BYTES = 16;

/**
 * The secret part of a link that opens a follow-up in place of a lost code. It is derived from the link's id, so that no table
 * and no event holds it. `key`: `Secrets.of('follow-up-link')`.
 */
export function followUpLink(key: Buffer, district: number, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, macOf(key, district, bytes)]).toString('base64url');
}

/** The id of a link that this installation made for the district; else undefined. */
export function readFollowUpLink(key: Buffer, district: number, link: string): string | undefined {
  const bytes = Buffer.from(link, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES) return undefined;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), macOf(key, district, id))) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function macOf(key: Buffer, district: number, id: Buffer): Buffer {
  return createHmac('sha256', key).update(`${district}|`).update(id).digest().subarray(0, MAC_BYTES);
}
