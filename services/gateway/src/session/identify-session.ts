import type { IncomingHttpHeaders } from 'node:http';
import { Fault } from '@otklik/host/graphql';
import { anyone, type Directory } from '@otklik/tenancy';
import type { Identify, Identity } from '../identity/identity.js';
import { isFromOwnOrigin, type Origins } from './origins.js';
import type { ResidentSessions } from './resident-sessions.js';
import type { SealedCookie } from './sealed-cookie.js';
import type { Sessions } from './sessions.js';

/** Of a request or a socket that may belong to a session. */
export interface SessionRequest {
  readonly headers: IncomingHttpHeaders;
  /** It changes nothing, so that its origin does not matter. */
  readonly isRead: boolean;
  /** An act of the session's owner, not a check in the background: the idle time restarts. */
  readonly isActive: boolean;
}

export interface SessionIdentityOptions {
  readonly identify: Identify;
  readonly sessions: Sessions;
  readonly cookie: SealedCookie;
  /** Where residents sign in. */
  readonly residents?: ResidentSessions | undefined;
  readonly origins: Origins;
  readonly directory: Directory;
}

/**
 * Identifies by the session's cookie where no `Authorization` is given: an official's, else a resident's. Browsers send the cookie with requests that pages of
 * other sites make (CSRF, WebSocket hijacking), so anything but a read must come from our origin; else `Fault('FORBIDDEN')`.
 */
export function identifyBySession(options: SessionIdentityOptions): Identify {
  const { identify, cookie, origins } = options;
  return async (authorization, request) => {
    if (authorization || !request) return identify(authorization, request);
    const { headers, isRead, isActive: active } = request;
    const secret = cookie.read(headers.cookie);
    const resident = secret === undefined ? await options.residents?.identity(headers.cookie, { active }) : undefined;
    if (secret === undefined && !resident) return identify(undefined);
    if (!isRead && !isFromOwnOrigin(headers, origins)) throw new Fault('FORBIDDEN');
    return resident ?? ownerOf(secret!, active, options);
  };
}

async function ownerOf(
  secret: string,
  active: boolean,
  { sessions, directory }: SessionIdentityOptions,
): Promise<Identity> {
  const session = await sessions.find(secret, { active });
  if (!session || session.isResident) return { actor: anyone };
  const expiresAt = sessions.endOf(session);
  const official = directory.official(session.subject);
  if (official) return { actor: official, expiresAt };
  // Dismissed: the session must not come back to life with new roles.
  await sessions.end(secret);
  return { actor: anyone };
}
