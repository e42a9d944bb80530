import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Verdict } from '../network.js';
import { endOfString } from './read-json.js';

const digest = (value: string) => createHash('sha256').update(value).digest();

/** Takes as long for a wrong one as for a right one, whichever of the secrets it is. An empty one is never right. */
export function isOneOf(given: string | undefined, secrets: readonly string[]): boolean {
  const presented = digest(given ?? '');
  let known = false;
  for (const secret of secrets) if (timingSafeEqual(presented, digest(secret)) && secret !== '') known = true;
  return known;
}

/** `sha256=<hex>` of the raw bytes. */
export function isSignedByOneOf(given: string | undefined, body: Uint8Array, secrets: readonly string[]): boolean {
  const signatures = secrets.filter((one) => one !== '').map((one) => signature(body, one));
  return isOneOf(given, signatures);
}

export function signature(body: Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** What a delivery gets that does not show a secret; nothing when it does. */
export function refusalOf(isAuthentic: boolean, secrets: readonly string[]): Verdict | undefined {
  if (secrets.every((one) => one === '')) return { kind: 'refuse', status: 403, why: 'NO_SECRET' };
  return isAuthentic ? undefined : { kind: 'refuse', status: 403, why: 'FORGED' };
}

/**
 * The string under a key of the outermost object, found in the raw bytes: a secret in a body is compared before the
 * body is parsed. A value with escapes is not found: no secret has any.
 */
export function outermostString(body: Uint8Array, key: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    else if (byte === 0x22) {
      const end = endOfString(body, at);
      if (depth === 1 && latin(body, at + 1, end) === key) {
        const value = stringAfterColon(body, end + 1);
        if (value !== undefined) return value;
      }
      at = end;
    }
  }
  return undefined;
}

function stringAfterColon(body: Uint8Array, from: number): string | undefined {
  const colon = afterSpace(body, from);
  if (body[colon] !== 0x3a) return undefined;
  const quote = afterSpace(body, colon + 1);
  return body[quote] === 0x22 ? latin(body, quote + 1, endOfString(body, quote)) : undefined;
}

function afterSpace(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09) at += 1;
  return at;
}

const MAX_SECRET = 512;

function latin(body: Uint8Array, from: number, to: number): string {
  return to - from > MAX_SECRET ? '' : Buffer.from(body.subarray(from, to)).toString('latin1');
}
