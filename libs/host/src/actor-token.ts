import { anyone, type Actor, type Directory } from '@otklik/tenancy';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { Unauthenticated } from './input.js';

/** Who asks, as the edge has found out; nothing that he may do. */
export interface ActorClaims {
  readonly actor: Actor;
  /** When his own token runs out, ms since 1970. */
  readonly expiresAt?: number;
}

const ISSUER = 'otklik:gateway';
const TYPE = 'actor+jwt';
const ALGORITHM = 'EdDSA';
const LIFE_S = 60;
/** A token is handed out again for as long as it lives this much longer than the call it goes with may wait. */
const MIN_REMAINING_S = 30;
const CLOCK_TOLERANCE_S = 10;
const MAX_CACHED_TOKENS = 2_000;

const audience = (service: string): string => `otklik:${service}`;

interface SignedToken {
  readonly token: Promise<string>;
  /** Seconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Signs for whom a call to a service is made. `service`: the only one that takes the token. */
export type SignActor = (service: string, claims: ActorClaims) => Promise<string>;

/**
 * The edge's half. `key`: the private JWK (Ed25519) of the configuration. A token lives 60 s, never longer than the
 * asker's own, and is kept for half of that: signing costs more than all else that the edge does.
 */
export async function actorSigner(key: JWK): Promise<SignActor> {
  const privateKey = await importJWK(key, ALGORITHM);
  const signed = new LRUCache<string, SignedToken>({ max: MAX_CACHED_TOKENS });
  return (service, claims) => {
    const now = Math.floor(Date.now() / 1000);
    const whole = { actor: wireOf(claims.actor), until: claims.expiresAt };
    const known = `${service}\n${JSON.stringify(whole)}`;
    const found = signed.get(known);
    // A clock that was set back has tokens of the future, which nobody believes.
    if (found && found.from <= now && found.until - now >= MIN_REMAINING_S) return found.token;
    const until = Math.min(now + LIFE_S, Math.ceil((claims.expiresAt ?? Infinity) / 1000));
    const token = new SignJWT(whole)
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, ...(key.kid === undefined ? {} : { kid: key.kid }) })
      .setIssuer(ISSUER)
      .setAudience(audience(service))
      .setIssuedAt(now)
      .setExpirationTime(until)
      .sign(privateKey);
    signed.set(known, { token, from: now, until });
    return token;
  };
}

/** Of an `Authorization` header of a call from the edge. Rejects with `Unauthenticated`. */
export type ReadActor = (authorization: string | undefined) => Promise<ActorClaims>;

/** The service's half. `keys`: the public keys that the edge may sign with; several while they are changed. */
export function actorReader(service: string, keys: JSONWebKeySet, directory: Pick<Directory, 'official'>): ReadActor {
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
      maxTokenAge: LIFE_S,
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    verified.set(token, payload);
    return payload;
  };
  return async (authorization) => {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization ?? '') ?? [];
    if (token === undefined) throw new Unauthenticated('no actor token');
    const { actor, until } = await verify(token).catch((cause: unknown) => {
      throw new Unauthenticated('an actor token that is not good', { cause });
    });
    return { actor: actorOf(actor as Wire, directory), ...(typeof until === 'number' ? { expiresAt: until } : {}) };
  };
}

/** An official travels as his login: who he is and what he may do, each service reads in the directory itself. */
type Wire = Exclude<Actor, { kind: 'official' }> | { readonly kind: 'official'; readonly login: string };

function wireOf(actor: Actor): Wire {
  return actor.kind === 'official' ? { kind: 'official', login: actor.login } : actor;
}

function actorOf(wire: Wire, directory: Pick<Directory, 'official'>): Actor {
  return wire.kind === 'official' ? (directory.official(wire.login) ?? anyone) : wire;
}
