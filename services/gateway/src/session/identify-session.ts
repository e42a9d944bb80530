import type { IncomingHttpHeaders } from 'node:http';
import { Fault } from '@otklik/host/graphql';
import { anyone, type Directory } from '@otklik/tenancy';
import type { Identify, Identity } from '../identity/identity.js';
import { isFromOwnOrigin, type Origins } from './origins.js';
import type { SealedCookie } from './sealed-cookie.js';
import type { Sessions } from './sessions.js';

/** Of a request or a socket that may belong to a session. */
export interface SessionRequest {
  readonly headers: IncomingHttpHeaders;
  /** It changes nothing, so that its origin does not matter. */
  readonly isRead: boolean;
  /** An act of the session's owner, not a check in the background: the idle time begins anew. */
  readonly isActive: boolean;
}

export interface SessionIdentityOptions {
  readonly identify: Identify;
  readonly sessions: Sessions;
  readonly cookie: SealedCookie;
  readonly origins: Origins;
  readonly directory: Directory;
}

/**
 * Identifies by the session's cookie where no `Authorization` is given. Browsers send the cookie with requests that pages of
 * other sites make (CSRF, WebSocket hijacking), so anything but a read must come from our origin; else `Fault('FORBIDDEN')`.
 */
export function identifyBySession(options: SessionIdentityOptions): Identify {
  const { identify, cookie, origins } = options;
  return async (authorization, request) => {
    if (authorization || !request) return identify(authorization);
    const secret = cookie.read(request.headers.cookie);
    if (secret === undefined) return identify(undefined);
    if (!request.isRead && !isFromOwnOrigin(request.headers, origins)) throw new Fault('FORBIDDEN');
    return ownerOf(secret, request.isActive, options);
  };
}

async function ownerOf(
  secret: string,
  active: boolean,
  { sessions, directory }: SessionIdentityOptions,
): Promise<Identity> {
  const session = await sessions.find(secret, { active });
  if (!session) return { actor: anyone };
  const expiresAt = sessions.endOf(session);
  if (session.isResident) return { actor: { kind: 'anyone', identified: { subject: session.subject } }, expiresAt };
  const official = directory.official(session.subject);
  if (official) return { actor: official, expiresAt };
  // Dismissed: the session must not come back to life with new roles.
  await sessions.end(secret);
  return { actor: anyone };
}
