import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import type { OidcClient } from './oidc-client.js';
import type { Origins } from './origins.js';
import type { ResidentSessions } from './resident-sessions.js';
import { returnPath } from './return-path.js';
import { seal, unseal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { ATTEMPT_MAX_AGE_S, attemptOf, formOf, ID_TOKEN, isOtherName, preparePages, say } from './session-pages.js';

export interface ResidentRouteOptions {
  readonly residents: ResidentSessions;
  readonly cookie: SealedCookie;
  /** Of sign-ins that are not finished. */
  readonly attempts: SealedCookie;
  readonly idTokenKey: Buffer;
  readonly origins: Origins;
  readonly client: OidcClient;
  readonly logger: Logger;
}

const SIGN_IN_PATH = '/session/resident/sign-in';
export const RESIDENT_CALLBACK_PATH = '/session/resident/callback';
const HOME = '/';

/** Sign-in of residents at their own issuer: it identifies the sender of an appeal, and gives no right. */
export async function residentRoutes(scope: FastifyInstance, options: ResidentRouteOptions): Promise<void> {
  const { client, residents, origins, attempts, cookie, idTokenKey } = options;
  preparePages(scope, { ...options, again: SIGN_IN_PATH });

  scope.get(SIGN_IN_PATH, async (request, reply) => {
    const to = returnPath((request.query as { readonly to?: unknown }).to, HOME);
    if (isOtherName(request, origins))
      return reply.redirect(new URL(`${SIGN_IN_PATH}?to=${encodeURIComponent(to)}`, origins.own).href);
    const { url, attempt } = await client.begin(to);
    return reply.header('set-cookie', attempts.set(JSON.stringify(attempt), ATTEMPT_MAX_AGE_S)).redirect(url.href);
  });

  scope.get(RESIDENT_CALLBACK_PATH, async (request, reply) => {
    const attempt = attemptOf(request, attempts);
    if (!attempt) return say(request, reply, 'REJECTED', { href: SIGN_IN_PATH });
    const signedIn = await client.finish(new URL(request.url, origins.own).search, attempt);
    const sealed = seal(idTokenKey, ID_TOKEN, signedIn.idToken);
    void reply.header('set-cookie', [
      attempts.clear(),
      await residents.begin(request.headers.cookie, signedIn, sealed),
    ]);
    return reply.redirect(returnPath(attempt.to, HOME), 303);
  });

  scope.post('/session/resident/sign-out', async (request, reply) => {
    const to = returnPath(formOf(request).get('to'), HOME);
    const session = await residents.end(request.headers.cookie);
    void reply.header('set-cookie', cookie.clear());
    const idToken = session?.idToken ? unseal(idTokenKey, ID_TOKEN, session.idToken) : undefined;
    const url = idToken === undefined ? undefined : await client.endUrl(idToken, new URL(HOME, origins.own));
    return url ? say(request, reply, 'SIGNED_OUT', { href: url.href, isFollowed: true }) : reply.redirect(to, 303);
  });
}
