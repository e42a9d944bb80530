import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadInput } from './input.js';

const SIGNATURE_BYTES = 12;

/**
 * An opaque, signed position in a list. `list` names the list with all that defines it (`appeals/<district>/<order>/<hash
 * of the filter>`): a cursor of another list, or a forged one, is `BAD_CURSOR`. `position` is JSON.
 */
export function makeCursor(key: Buffer, list: string, position: unknown): string {
  const body = Buffer.from(JSON.stringify(position));
  return Buffer.concat([signature(key, list, body), body]).toString('base64url');
}

/** The position in a cursor; undefined for no cursor. Throws `BadInput('BAD_CURSOR')`. */
export function readCursor<Position>(
  key: Buffer,
  list: string,
  cursor: string | null | undefined,
  path = 'after',
): Position | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const bytes = Buffer.from(cursor, 'base64url');
  const body = bytes.subarray(SIGNATURE_BYTES);
  const signed = bytes.subarray(0, SIGNATURE_BYTES);
  if (signed.length !== SIGNATURE_BYTES || !timingSafeEqual(signed, signature(key, list, body))) {
    throw new BadInput('BAD_CURSOR', path);
  }
  return JSON.parse(body.toString('utf8')) as Position;
}

function signature(key: Buffer, list: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(list).update('\0').update(body).digest().subarray(0, SIGNATURE_BYTES);
}
