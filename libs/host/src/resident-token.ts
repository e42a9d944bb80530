import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { isUuid } from '@otklik/kernel';

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
  const token = await new SignJWT({ district: claims.district, person: claims.person })
    .setProtectedHeader({ alg: 'HS256', typ: RESIDENT_TOKEN_TYPE })
    .setSubject(claims.appeal)
    .setAudience(AUDIENCE)
    .setIssuedAt(from)
    .setExpirationTime(from + MINUTES_15)
    .sign(key);
  return { token, expiresAt: new Date((from + MINUTES_15) * 1000).toISOString() };
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
