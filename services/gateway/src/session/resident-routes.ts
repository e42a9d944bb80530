import type { Logger } from '@otklik/observability';
import { networkOf } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { oidcRoutes, signedOut } from './oidc-routes.js';
import type { Origins } from './origins.js';
import type { ResidentSessions } from './resident-sessions.js';
import { returnPath } from './return-path.js';
import { seal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { attemptOf, formOf, ID_TOKEN, preparePages } from './session-pages.js';
import type { SignInProvider } from './sign-in-provider.js';

export interface ResidentRouteOptions {
  readonly residents: ResidentSessions;
  readonly cookie: SealedCookie;
  /** Of sign-ins that are not finished. */
  readonly attempts: SealedCookie;
  readonly idTokenKey: Buffer;
  readonly origins: Origins;
  readonly client: SignInProvider;
  readonly logger: Logger;
}

const SIGN_IN_PATH = '/session/resident/sign-in';
export const RESIDENT_CALLBACK_PATH = '/session/resident/callback';
const HOME = '/';
/** Of one network: many residents share the address of their mobile operator. */
const MAX_SIGN_INS = 120;
const SIGN_INS_PERIOD_S = 15 * 60;

/** Sign-in of residents at their own issuer: it identifies the sender of an appeal, and gives no right. */
export async function residentRoutes(scope: FastifyInstance, options: ResidentRouteOptions): Promise<void> {
  const { client, residents, origins, attempts, cookie, idTokenKey } = options;
  const to = (request: FastifyRequest) =>
    (request.query as { readonly to?: unknown }).to ?? attemptOf(request, attempts)?.to;
  preparePages(scope, { ...options, again: SIGN_IN_PATH, without: (request) => formPath(to(request)) });
  oidcRoutes(scope, {
    signInPath: SIGN_IN_PATH,
    callbackPath: RESIDENT_CALLBACK_PATH,
    home: HOME,
    client,
    attempts,
    origins,
    admit: signInLimit(),
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

/** A begun sign-in may cost a signature of the district's own key, and anyone may begin one. */
function signInLimit(): (request: FastifyRequest) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: MAX_SIGN_INS, duration: SIGN_INS_PERIOD_S });
  return async ({ ip }) => {
    await limiter.consume(networkOf(ip)).catch(() => {
      throw new Fault('RATE_LIMITED');
    });
  };
}

/** The form of the district whose page asked for the sign-in. */
function formPath(to: unknown): string {
  const district = /^\/([a-z\d-]+)\/(?:signed-in|mine|write)$/.exec(returnPath(to, HOME))?.[1];
  return district === undefined ? HOME : `/${district}/write`;
}
