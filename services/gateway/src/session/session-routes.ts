import { networkOf } from '@otklik/host';
import { Fault, maskErrors } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demonstrationPage, demonstrationPolicy } from './demonstration-page.js';
import { isFromOwnOrigin, type Origins } from './origins.js';
import { returnPath } from './return-path.js';
import type { SealedCookie } from './sealed-cookie.js';
import type { Sessions } from './sessions.js';

export interface SessionRouteOptions {
  readonly sessions: Sessions;
  readonly cookie: SealedCookie;
  readonly origins: Origins;
  readonly directory: Directory;
  readonly demonstration: readonly string[];
  readonly logger: Logger;
}

const SIGNED_OUT_PATH = '/session/sign-in';
const MAX_FORM_BYTES = 16 * 1024;

/** Sign-in and sign-out of browsers. What changes a session is a POST from our own origin. */
export async function sessionRoutes(scope: FastifyInstance, options: SessionRouteOptions): Promise<void> {
  const { sessions, cookie, directory, demonstration, logger } = options;
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_, body, done) => done(null, new URLSearchParams(body as string)),
  );
  maskErrors(scope, logger);
  scope.addHook('onSend', async (_, reply) => {
    void reply.headers({
      'content-security-policy': demonstrationPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  scope.addHook('preHandler', async ({ method, headers }) => {
    if (method === 'POST' && !isFromOwnOrigin(headers, options.origins)) throw new Fault('FORBIDDEN');
  });

  scope.get('/session/sign-in', async (request, reply) => {
    if (demonstration.length === 0) throw new Fault('NOT_FOUND');
    const to = returnPath((request.query as { readonly to?: unknown }).to);
    const page = demonstrationPage({ districts: directory.districts(), logins: demonstration, to });
    return reply.type('text/html; charset=utf-8').send(page);
  });

  scope.post('/session/demonstration', async (request, reply) => {
    const form = formOf(request);
    const login = form.get('login') ?? '';
    if (!demonstration.includes(login) || !isLoopback(request) || !directory.official(login))
      throw new Fault('NOT_FOUND');
    return begin(request, reply, { subject: login, to: form.get('to') });
  });

  scope.post('/session/sign-out', async (request, reply) => {
    const secret = cookie.read(request.headers.cookie);
    if (secret !== undefined) await sessions.end(secret);
    return signedOut(reply);
  });

  scope.post('/session/sign-out-everywhere', async (request, reply) => {
    const secret = cookie.read(request.headers.cookie);
    const session = secret === undefined ? undefined : await sessions.find(secret, { active: true });
    if (session) await sessions.endAllOf(session.subject);
    return signedOut(reply);
  });

  /** A new session under a new secret; the one that the browser had ends. */
  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    { subject, to }: { readonly subject: string; readonly to: string | null },
  ): Promise<FastifyReply> {
    const before = cookie.read(request.headers.cookie);
    if (before !== undefined) await sessions.end(before);
    const secret = await sessions.open({ subject, isResident: false, idToken: null });
    return reply.header('set-cookie', cookie.set(secret)).redirect(returnPath(to), 303);
  }

  function signedOut(reply: FastifyReply): FastifyReply {
    return reply.header('set-cookie', cookie.clear()).redirect(SIGNED_OUT_PATH, 303);
  }
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

function isLoopback({ ip }: FastifyRequest): boolean {
  const network = networkOf(ip);
  return network.startsWith('127.') || ip === '::1';
}
