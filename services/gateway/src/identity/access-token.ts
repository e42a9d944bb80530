import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { Unavailable } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';

/** The trusted issuer of access tokens (RFC 9068). */
export interface IssuerRules {
  readonly issuer: string;
  readonly audience: string;
  /** Claim that is the official's login; `sub` when absent. */
  readonly loginClaim?: string;
  /** The issuer's public keys, or where it publishes them. */
  readonly keys: JSONWebKeySet | URL;
}

export interface TokenHolder {
  readonly subject: string;
  /** The issuer has verified the person's identity. */
  readonly identified: boolean;
  /** The person's, where the token names it. */
  readonly name?: string;
  /** ms since 1970 */
  readonly expiresAt: number;
  /** ms since 1970 */
  readonly issuedAt: number;
  /** The front-end that it was given to. */
  readonly client?: string;
  readonly scopes?: readonly string[];
}

const ALGORITHMS = ['ES256', 'RS256', 'PS256'];
const CLOCK_TOLERANCE_S = 30;
const MAX_TOKEN_AGE_S = 12 * 3600;
const MAX_SUBJECT_LENGTH = 200;
const MAX_NAME_LENGTH = 200;

/**
 * The only verifier of access tokens: signature by a key of the issuer with an allowed algorithm, issuer, audience, type, expiry,
 * not-before and issue time are all demanded. Throws `Fault('UNAUTHENTICATED')`; `Unavailable` when the keys cannot be
 * fetched.
 */
export function accessTokenReader({
  issuer,
  audience,
  keys,
  loginClaim = 'sub',
}: IssuerRules): (token: string) => Promise<TokenHolder> {
  const keySet: JWTVerifyGetKey =
    keys instanceof URL
      ? createRemoteJWKSet(keys, { cooldownDuration: 30_000, cacheMaxAge: 600_000, timeoutDuration: 5_000 })
      : createLocalJWKSet(keys);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ALGORITHMS,
        issuer,
        audience,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: MAX_TOKEN_AGE_S,
      });
      return holderOf(payload, loginClaim);
    } catch (error) {
      throw asFault(error);
    }
  };
}

function holderOf(
  { exp, iat, identified, name, client_id: client, scope, ...claims }: JWTPayload,
  loginClaim: string,
): TokenHolder {
  const subject = claims[loginClaim];
  if (typeof subject !== 'string' || subject === '' || subject.length > MAX_SUBJECT_LENGTH)
    throw new Fault('UNAUTHENTICATED');
  const named =
    typeof name === 'string' && name.trim() !== '' && name.length <= MAX_NAME_LENGTH ? { name: name.trim() } : {};
  return {
    subject,
    identified: identified === true,
    expiresAt: exp! * 1000,
    issuedAt: iat! * 1000,
    ...named,
    ...(typeof client === 'string' && { client }),
    ...(typeof scope === 'string' && { scopes: scope.split(' ') }),
  };
}

/** An invalid token is the client's fault; an issuer that does not answer is an outage. */
function asFault(error: unknown): Error {
  const unreachable = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
  if (unreachable && !(error instanceof Fault)) return new Unavailable('the issuer of tokens', { cause: error });
  return new Fault('UNAUTHENTICATED');
}
