import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import type { OidcClient } from './oidc-client.js';
import { oidcRoutes, signedOut } from './oidc-routes.js';
import type { Origins } from './origins.js';
import type { ResidentSessions } from './resident-sessions.js';
import { returnPath } from './return-path.js';
import { seal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { formOf, ID_TOKEN, preparePages } from './session-pages.js';

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
  oidcRoutes(scope, {
    signInPath: SIGN_IN_PATH,
    callbackPath: RESIDENT_CALLBACK_PATH,
    home: HOME,
    client,
    attempts,
    origins,
    begin: ({ headers }, signedIn) =>
      residents.begin(headers.cookie, signedIn, seal(idTokenKey, ID_TOKEN, signedIn.idToken)),
  });
  scope.post('/session/resident/sign-out', async (request, reply) => {
    const to = returnPath(formOf(request).get('to'), HOME);
    const session = await residents.end(request.headers.cookie);
    const afterwards = new URL(HOME, origins.own);
    return signedOut(request, reply, { session, cookie, client, idTokenKey, afterwards, to });
  });
}
