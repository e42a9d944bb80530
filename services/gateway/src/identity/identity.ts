import { compact } from '@otklik/kernel';
import { decodeProtectedHeader } from 'jose';
import { readResidentToken, RESIDENT_TOKEN_TYPE } from '@otklik/host';
import { anyone, type Actor, type Directory, type Identified } from '@otklik/tenancy';
import { Fault } from '@otklik/host/graphql';
import { LRUCache } from 'lru-cache';
import type { SessionRequest } from '../session/identify-session.js';
import { accessTokenReader, type IssuerRules, type TokenHolder } from './access-token.js';
import { frontEndIdentity, isOfIssuer, type FrontEndTokens } from './front-end-token.js';

export interface Identity {
  readonly actor: Actor;
  /** ms since 1970; absent without a token or session. */
  readonly expiresAt?: number;
  /** By a front-end that may read, and change nothing. */
  readonly readsOnly?: true;
  /** The request comes from a web process, for a reader at this address; without an address it is the process's own. */
  readonly via?: { readonly address?: string };
}

/**
 * Identifies by an `Authorization` header or a socket's connection parameter of that name; without one by the session of the
 * request, if it is given. Throws `Fault`.
 */
export type Identify = (authorization: string | undefined, request?: SessionRequest) => Promise<Identity>;

export interface IdentityOptions {
  readonly issuer: IssuerRules;
  /** Absent without the embedded provider. */
  readonly frontEnds?: FrontEndTokens | undefined;
  readonly directory: Directory;
  /** HMAC key of residents' tokens. */
  readonly residentKey: Buffer;
  readonly now: () => string;
}

const MAX_TOKEN_LENGTH = 8_192;
/** Verified signatures are cached; expiry and rights are checked at each request. */
const MAX_CACHED_TOKENS = 1_000;
const TOKEN_CACHE_TTL_MS = 30_000;

/** The token only identifies; rights are read from the directory at each request. */
export function makeIdentify({ issuer, frontEnds, directory, residentKey, now }: IdentityOptions): Identify {
  const read = cached(accessTokenReader(issuer));
  const readFrontEnds = frontEnds && cached(accessTokenReader(frontEnds));
  return async (authorization, request) => {
    if (authorization === undefined || authorization === '') return { actor: anyone };
    const token = bearer(authorization);
    if (isResidentToken(token)) return residentIdentity(residentKey, token, now());
    if (frontEnds && readFrontEnds && isOfIssuer(token, frontEnds.issuer))
      return frontEndIdentity(await readFrontEnds(token), { directory, tokens: frontEnds }, request);
    const holder = await read(token);
    const official = directory.official(holder.subject);
    return { actor: official ?? senderOf(issuer.issuer, holder), expiresAt: holder.expiresAt };
  };
}

function senderOf(issuer: string, { subject, identified, name }: TokenHolder): Actor {
  return identified ? { kind: 'anyone', identified: identifiedBy(issuer, subject, name) } : anyone;
}

/** Subjects are unique within one issuer only. */
export function identifiedBy(issuer: string, subject: string, name: string | undefined): Identified {
  return compact({ subject: `${issuer} ${subject}`, name });
}

function bearer(authorization: string): string {
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization.slice(0, MAX_TOKEN_LENGTH + 8)) ?? [];
  if (!token || token.length > MAX_TOKEN_LENGTH) throw new Fault('UNAUTHENTICATED');
  return token;
}

function isResidentToken(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === RESIDENT_TOKEN_TYPE;
  } catch {
    throw new Fault('UNAUTHENTICATED');
  }
}

async function residentIdentity(key: Buffer, token: string, at: string): Promise<Identity> {
  try {
    const { expiresAt, ...claims } = await readResidentToken(key, token, at);
    return { actor: { kind: 'resident', ...claims }, expiresAt };
  } catch {
    throw new Fault('UNAUTHENTICATED');
  }
}

function cached(read: (token: string) => Promise<TokenHolder>): (token: string) => Promise<TokenHolder> {
  const verified = new LRUCache<string, { readonly holder: TokenHolder; readonly until: number }>({
    max: MAX_CACHED_TOKENS,
  });
  return async (token) => {
    const known = verified.get(token);
    if (known && known.until > performance.now() && known.holder.expiresAt > Date.now()) return known.holder;
    const holder = await read(token);
    verified.set(token, { holder, until: performance.now() + TOKEN_CACHE_TTL_MS });
    return holder;
  };
}

/** For addresses beside GraphQL: a front-end that may only read may not post there. */
export function onlyReading(identify: Identify): Identify {
  return async (authorization, request) => {
    const identity = await identify(authorization, request);
    if (identity.readsOnly && request?.isRead === false) throw new Fault('FORBIDDEN');
    return identity;
  };
}
