import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadInput } from './input.js';

const SIGNATURE = 12;

/**
 * An opaque place in a list. `list` names the list with all that defines it (`appeals/<district>/<order>/<filter's
 * hash>`): a cursor of another list, or one made by hand, is `BAD_CURSOR`. `place` is JSON.
 */
export function makeCursor(key: Buffer, list: string, place: unknown): string {
  const body = Buffer.from(JSON.stringify(place));
  return Buffer.concat([signature(key, list, body), body]).toString('base64url');
}

/** The place of a cursor; undefined for none. Throws `BadInput('BAD_CURSOR')`. */
export function readCursor<Place>(
  key: Buffer,
  list: string,
  cursor: string | null | undefined,
  path = 'cursor',
): Place | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const bytes = Buffer.from(cursor, 'base64url');
  const body = bytes.subarray(SIGNATURE);
  const signed = bytes.subarray(0, SIGNATURE);
  if (signed.length !== SIGNATURE || !timingSafeEqual(signed, signature(key, list, body))) {
    throw new BadInput('BAD_CURSOR', path);
  }
  return JSON.parse(body.toString('utf8')) as Place;
}

function signature(key: Buffer, list: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(list).update('\0').update(body).digest().subarray(0, SIGNATURE);
}
