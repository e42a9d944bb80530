import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { isUuid } from '@otklik/kernel';

/** Access of a resident to one appeal, for fifteen minutes, obtained with its follow-up code. */
export interface ResidentClaims {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

export const RESIDENT_TOKEN_TYPE = 'resident+jwt';
const ALGORITHM = 'HS256';
const AUDIENCE = 'otklik:resident';
const LIFETIME_S = 15 * 60;

/** `key`: `Secrets.of('resident-token')`. `at`: server clock, ISO 8601. Only intake signs. */
export async function signResidentToken(
  key: Buffer,
  claims: ResidentClaims,
  at: string,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const issuedAt = Math.floor(Date.parse(at) / 1000);
  const expiresAt = issuedAt + LIFETIME_S;
  const { appeal, district, person } = claims;
  const token = await new SignJWT({ district, person })
    .setProtectedHeader({ alg: ALGORITHM, typ: RESIDENT_TOKEN_TYPE })
    .setSubject(appeal)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { token, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

/** Throws when the token is invalid or expired. */
export async function readResidentToken(
  key: Buffer,
  token: string,
  at: string,
): Promise<ResidentClaims & { readonly expiresAt: number }> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [ALGORITHM],
    typ: RESIDENT_TOKEN_TYPE,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp', 'iat', 'district', 'person'],
    maxTokenAge: LIFETIME_S,
    clockTolerance: 30,
    currentDate: new Date(at),
  });
  return { ...claimsOf(payload), expiresAt: payload.exp! * 1000 };
}

function claimsOf({ sub, district, person }: JWTPayload): ResidentClaims {
  if (!sub || !isUuid(sub) || typeof person !== 'string' || !isUuid(person) || !Number.isInteger(district)) {
    throw new TypeError('The resident token lacks its claims');
  }
  return { district: district as number, appeal: sub, person };
}
