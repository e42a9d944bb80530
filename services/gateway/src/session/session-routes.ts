import { networkOf } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { AccessRecords, Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { oidcRoutes, signedOut } from './oidc-routes.js';
import type { Origins } from './origins.js';
import { DEFAULT_PATH, returnPath } from './return-path.js';
import { seal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { attemptOf, formOf, ID_TOKEN, preparePages } from './session-pages.js';
import type { Session, Sessions } from './sessions.js';
import type { SignedIn, SignInProvider } from './sign-in-provider.js';

export interface SessionRouteOptions {
  readonly sessions: Sessions;
  readonly cookie: SealedCookie;
  /** Of sign-ins that are not finished. */
  readonly attempts: SealedCookie;
  /** Seals ID tokens in the table. */
  readonly idTokenKey: Buffer;
  readonly origins: Origins;
  readonly directory: Directory;
  /** Of sign-ins. */
  readonly records: AccessRecords;
  readonly now: () => string;
  /** Absent where no provider is configured. */
  readonly client: SignInProvider | undefined;
  readonly demonstration: readonly string[];
  readonly logger: Logger;
}

const SIGN_IN_PATH = '/session/sign-in';
export const CALLBACK_PATH = '/session/callback';

/** Sign-in and sign-out of browsers. What changes a session is a POST from our own origin, or a callback that we asked for. */
export async function sessionRoutes(scope: FastifyInstance, options: SessionRouteOptions): Promise<void> {
  const { client, demonstration, directory, origins, attempts } = options;
  preparePages(scope, options);
  oidcRoutes(scope, {
    signInPath: SIGN_IN_PATH,
    callbackPath: CALLBACK_PATH,
    home: DEFAULT_PATH,
    client,
    attempts,
    origins,
    begin: async (request, signedIn) => {
      const { subject } = signedIn;
      if (directory.official(subject)) return begin(request, options, signedIn);
      await options.records.addForLogin(subject, { kind: 'SIGN_IN_FAILED', detail: 'NO_ROLES', at: options.now() });
      return undefined;
    },
  });

  scope.post('/session/demonstration', async (request, reply) => {
    const form = formOf(request);
    const subject = form.get('login') ?? '';
    if (!demonstration.includes(subject) || !isLoopback(request) || !directory.official(subject))
      throw new Fault('NOT_FOUND');
    const to = form.get('to') ?? attemptOf(request, attempts)?.to;
    void reply.header('set-cookie', attempts.clear());
    const session = await begin(request, options, { subject, idToken: undefined });
    return reply.header('set-cookie', session).redirect(returnPath(to), 303);
  });

  scope.post('/session/sign-out', (request, reply) =>
    signOut(request, reply, options, (secret, { sessions }) => sessions.end(secret)),
  );
  scope.post('/session/sign-out-everywhere', (request, reply) =>
    signOut(request, reply, options, (_, { sessions }, session) => sessions.endAllOf(session.subject)),
  );
}

/** A new session under a new secret; the one that the browser had ends (session fixation). Answers the `Set-Cookie` header. */
async function begin(
  { headers }: FastifyRequest,
  { sessions, cookie, idTokenKey, records, now }: SessionRouteOptions,
  { subject, idToken, authenticatedAt }: Omit<SignedIn, 'idToken'> & { readonly idToken: string | undefined },
): Promise<string> {
  const before = cookie.read(headers.cookie);
  if (before !== undefined) await sessions.end(before);
  const sealed = idToken === undefined ? null : seal(idTokenKey, ID_TOKEN, idToken);
  // Recorded before the session exists: a sign-in that is not on record did not happen.
  await records.addForLogin(subject, { kind: 'SIGNED_IN', at: now() });
  const session = { subject, isResident: false, idToken: sealed, profile: null };
  return cookie.set(await sessions.open(session, authenticatedAt));
}

async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  options: SessionRouteOptions,
  end: (secret: string, options: SessionRouteOptions, session: Session) => Promise<void>,
): Promise<FastifyReply> {
  const { cookie, sessions, client, idTokenKey, origins } = options;
  const secret = cookie.read(request.headers.cookie);
  const session = secret === undefined ? undefined : await sessions.find(secret, { active: true });
  if (secret !== undefined && session) await end(secret, options, session);
  const afterwards = new URL(SIGN_IN_PATH, origins.own);
  return signedOut(request, reply, { session, cookie, client, idTokenKey, afterwards, to: SIGN_IN_PATH });
}

function isLoopback({ ip }: FastifyRequest): boolean {
  return networkOf(ip).startsWith('127.') || ip === '::1';
}
