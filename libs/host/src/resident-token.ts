import { jwtVerify, type JWTPayload } from 'jose';
import { isUuid } from '@otklik/kernel';
import { keyedHash } from './keyed-hash.js';

/** What a follow-up code opened: one appeal, for fifteen minutes. */
export interface ResidentClaims {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

export const RESIDENT_TOKEN_TYPE = 'resident+jwt';
const AUDIENCE = 'otklik:resident';
const MINUTES_15 = 15 * 60;

/** `key`: `parts.secret('resident-token')`. `at`: server clock, ISO 8601. Made by intake alone. */
export async function signResidentToken(
  key: Buffer,
  claims: ResidentClaims,
  at: string,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const from = Math.floor(Date.parse(at) / 1000);
  const until = from + MINUTES_15;
  const { appeal, district, person } = claims;
  const payload = { sub: appeal, district, person, aud: AUDIENCE, iat: from, exp: until };
  // By hand: with each receipt one is signed, and Web Crypto would take a turn of the thread pool for it.
  const body = `${HEAD}.${encoded(payload)}`;
  return { token: `${body}.${keyedHash(key, body)}`, expiresAt: new Date(until * 1000).toISOString() };
}

const HEAD = encoded({ alg: 'HS256', typ: RESIDENT_TOKEN_TYPE });

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Throws when the token is not ours, or is over. */
export async function readResidentToken(
  key: Buffer,
  token: string,
  at: string,
): Promise<ResidentClaims & { readonly expiresAt: number }> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    typ: RESIDENT_TOKEN_TYPE,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp', 'iat', 'district', 'person'],
    maxTokenAge: MINUTES_15,
    clockTolerance: 30,
    currentDate: new Date(at),
  });
  return { ...claimsOf(payload), expiresAt: payload.exp! * 1000 };
}

function claimsOf({ sub, district, person }: JWTPayload): ResidentClaims {
  if (!sub || !isUuid(sub) || typeof person !== 'string' || !isUuid(person) || !Number.isInteger(district)) {
    throw new TypeError('A resident token without its claims');
  }
  return { district: district as number, appeal: sub, person };
}
