import { compact } from '@otklik/kernel';
import { anyone, withinDistrict, type Actor, type Directory } from '@otklik/tenancy';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { Unauthenticated } from './input.js';

/** The identity of the caller, as the edge has established it. It carries no rights. */
export interface ActorClaims {
  readonly actor: Actor;
  /** When the caller's own token expires, ms since 1970. */
  readonly expiresAt?: number;
}

const ISSUER = 'otklik:gateway';
const TYPE = 'actor+jwt';
const ALGORITHM = 'EdDSA';
const TOKEN_LIFETIME_S = 120;
/** A cached token is reused while at least this much is left. */
const MIN_REMAINING_S = 60;
const CLOCK_TOLERANCE_S = 10;
const MAX_CACHED_TOKENS = 2_000;

const audience = (service: string): string => `otklik:${service}`;

interface SignedToken {
  readonly token: Promise<string>;
  /** Seconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/**
 * Signs the identity of a caller for one call. `service`: the only service that accepts the token. `arrivalMs`: how long the
 * call's body may take to arrive, where the token is used after it.
 */
export type SignActor = (service: string, claims: ActorClaims, arrivalMs?: number) => Promise<string>;

/**
 * The signer of the edge. `key`: the private JWK (Ed25519) of the configuration. A token lives 120 s beyond the arrival of
 * the call at most, never longer than the caller's own, and is reused for half of that, because signing costs more than the
 * rest of the edge's work.
 */
export async function actorSigner(key: JWK): Promise<SignActor> {
  const privateKey = await importJWK(key, ALGORITHM);
  const signed = new LRUCache<string, SignedToken>({ max: MAX_CACHED_TOKENS });
  return (service, claims, arrivalMs = 0) => {
    const arrival = Math.ceil(arrivalMs / 1000);
    const now = Math.floor(Date.now() / 1000);
    const claimSet = { actor: wireOf(claims.actor), until: claims.expiresAt };
    const cacheKey = `${service}\n${JSON.stringify(claimSet)}`;
    const found = signed.get(cacheKey);
    // After the clock was set back, cached tokens lie in the future, and services would reject them.
    if (found && found.from <= now && found.until - now >= MIN_REMAINING_S + arrival) return found.token;
    const until = Math.min(now + TOKEN_LIFETIME_S + arrival, Math.ceil((claims.expiresAt ?? Infinity) / 1000));
    const token = new SignJWT(claimSet)
      .setProtectedHeader(compact({ alg: ALGORITHM, typ: TYPE, kid: key.kid }))
      .setIssuer(ISSUER)
      .setAudience(audience(service))
      .setIssuedAt(now)
      .setExpirationTime(until)
      .sign(privateKey);
    signed.set(cacheKey, { token, from: now, until });
    return token;
  };
}

/** Verifies the `Authorization` header of a call from the edge. Rejects with `Unauthenticated`. */
export type ReadActor = (authorization: string | undefined) => Promise<ActorClaims>;

/**
 * The verifier of a service. `keys`: the public keys that the edge may sign with; several during a rotation. `maxArrivalMs`: the
 * longest `arrivalMs` that they sign with for the service.
 */
export function actorReader(
  service: string,
  keys: JSONWebKeySet,
  directory: Pick<Directory, 'official'>,
  maxArrivalMs = 0,
): ReadActor {
  const keySet = createLocalJWKSet(keys);
  const verified = new LRUCache<string, JWTPayload>({ max: MAX_CACHED_TOKENS });
  const verify = async (token: string): Promise<JWTPayload> => {
    const found = verified.get(token);
    const now = Date.now() / 1000;
    if (found && found.iat! - CLOCK_TOLERANCE_S <= now && now < found.exp! + CLOCK_TOLERANCE_S) return found;
    const { payload } = await jwtVerify(token, keySet, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: audience(service),
      typ: TYPE,
      requiredClaims: ['exp', 'iat', 'actor'],
      maxTokenAge: TOKEN_LIFETIME_S + Math.ceil(maxArrivalMs / 1000),
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    verified.set(token, payload);
    return payload;
  };
  return async (authorization) => {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization ?? '') ?? [];
    if (token === undefined) throw new Unauthenticated('no actor token');
    const { actor, until } = await verify(token).catch((cause: unknown) => {
      throw new Unauthenticated('invalid actor token', { cause });
    });
    return { actor: actorOf(actor as Wire, directory), ...(typeof until === 'number' && { expiresAt: until }) };
  };
}

/** An official is sent as the login: each service reads identity and rights from its own copy of the directory. */
type Wire =
  | Exclude<Actor, { kind: 'official' }>
  | { readonly kind: 'official'; readonly login: string; readonly within?: number };

function wireOf(actor: Actor): Wire {
  return actor.kind === 'official'
    ? compact({ kind: 'official' as const, login: actor.login, within: actor.within })
    : actor;
}

function actorOf(wire: Wire, directory: Pick<Directory, 'official'>): Actor {
  if (wire.kind !== 'official') return wire;
  const official = directory.official(wire.login);
  if (!official) return anyone;
  return wire.within === undefined ? official : withinDistrict(official, wire.within);
}
