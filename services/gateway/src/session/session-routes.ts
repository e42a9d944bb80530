import { networkOf } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OidcClient } from './oidc-client.js';
import type { Origins } from './origins.js';
import { returnPath } from './return-path.js';
import { seal, unseal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { ATTEMPT_MAX_AGE_S, attemptOf, formOf, ID_TOKEN, isOtherName, preparePages, say } from './session-pages.js';
import type { Session, Sessions } from './sessions.js';

export interface SessionRouteOptions {
  readonly sessions: Sessions;
  readonly cookie: SealedCookie;
  /** Of sign-ins that are not finished. */
  readonly attempts: SealedCookie;
  /** Seals ID tokens in the table. */
  readonly idTokenKey: Buffer;
  readonly origins: Origins;
  readonly directory: Directory;
  /** Absent where no provider is configured. */
  readonly client: OidcClient | undefined;
  readonly demonstration: readonly string[];
  readonly logger: Logger;
}

const SIGN_IN_PATH = '/session/sign-in';

/** Sign-in and sign-out of browsers. What changes a session is a POST from our own origin, or a callback that we asked for. */
export async function sessionRoutes(scope: FastifyInstance, options: SessionRouteOptions): Promise<void> {
  const { client, demonstration, directory, origins, attempts } = options;
  preparePages(scope, options);

  scope.get(SIGN_IN_PATH, async (request, reply) => {
    const to = returnPath((request.query as { readonly to?: unknown }).to);
    if (isOtherName(request, origins))
      return reply.redirect(new URL(`${SIGN_IN_PATH}?to=${encodeURIComponent(to)}`, origins.own).href);
    if (!client) return say(request, reply, 'NOT_CONFIGURED');
    const { url, attempt } = await client.begin(to);
    return reply.header('set-cookie', attempts.set(JSON.stringify(attempt), ATTEMPT_MAX_AGE_S)).redirect(url.href);
  });

  scope.get('/session/callback', async (request, reply) => {
    const attempt = attemptOf(request, attempts);
    if (!client || !attempt) return say(request, reply, 'REJECTED');
    const { subject, idToken } = await client.finish(new URL(request.url, origins.own).search, attempt);
    void reply.header('set-cookie', attempts.clear());
    if (!directory.official(subject)) return say(request, reply, 'NO_ROLES');
    await begin(request, reply, options, { subject, idToken });
    return reply.redirect(returnPath(attempt.to), 303);
  });

  scope.post('/session/demonstration', async (request, reply) => {
    const form = formOf(request);
    const subject = form.get('login') ?? '';
    if (!demonstration.includes(subject) || !isLoopback(request) || !directory.official(subject))
      throw new Fault('NOT_FOUND');
    const to = form.get('to') ?? attemptOf(request, attempts)?.to;
    void reply.header('set-cookie', attempts.clear());
    await begin(request, reply, options, { subject, idToken: undefined });
    return reply.redirect(returnPath(to), 303);
  });

  scope.post('/session/sign-out', (request, reply) =>
    signOut(request, reply, options, (secret, { sessions }) => sessions.end(secret)),
  );
  scope.post('/session/sign-out-everywhere', (request, reply) =>
    signOut(request, reply, options, (_, { sessions }, session) => sessions.endAllOf(session.subject)),
  );
}

/** A new session under a new secret; the one that the browser had ends (session fixation). */
async function begin(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { sessions, cookie, idTokenKey }: SessionRouteOptions,
  { subject, idToken }: { readonly subject: string; readonly idToken: string | undefined },
): Promise<void> {
  const before = cookie.read(headers.cookie);
  if (before !== undefined) await sessions.end(before);
  const sealed = idToken === undefined ? null : seal(idTokenKey, ID_TOKEN, idToken);
  const secret = await sessions.open({ subject, isResident: false, idToken: sealed, profile: null });
  void reply.header('set-cookie', cookie.set(secret));
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
  void reply.header('set-cookie', cookie.clear());
  const idToken = session?.idToken ? unseal(idTokenKey, ID_TOKEN, session.idToken) : undefined;
  const url = idToken === undefined ? undefined : await client?.endUrl(idToken, new URL(SIGN_IN_PATH, origins.own));
  // A page in between: a form's redirect to another origin is what `form-action` forbids.
  return url
    ? say(request, reply, 'SIGNED_OUT', { href: url.href, isFollowed: true })
    : reply.redirect(SIGN_IN_PATH, 303);
}

function isLoopback({ ip }: FastifyRequest): boolean {
  return networkOf(ip).startsWith('127.') || ip === '::1';
}
