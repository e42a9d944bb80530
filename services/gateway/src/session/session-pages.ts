import { Unavailable } from '@otklik/host';
import { asFault, Fault, formatErrors, httpStatus, requestContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { messagePage, messagePolicy, type Message } from './message-page.js';
import { isFromOwnOrigin, type Origins } from './origins.js';
import type { SealedCookie } from './sealed-cookie.js';
import { SignInRejected, type SignInAttempt } from './sign-in-provider.js';

const MAX_FORM_BYTES = 16 * 1024;
const ATTEMPT_MAX_AGE_S = 30 * 60;
/** What the seal of an ID token is bound to. */
export const ID_TOKEN = 'id_token';
const statuses: Readonly<Partial<Record<Message, number>>> = {
  REJECTED: 400,
  NO_ROLES: 403,
  UNAVAILABLE: 503,
  NOT_CONFIGURED: 404,
  NOT_CONFIRMED: 403,
  WRITE_WITHOUT: 503,
};

interface PageOptions {
  readonly origins: Origins;
  readonly logger: Logger;
  /** Where to start again after a failed sign-in. */
  readonly again?: string;
  /** Where the person goes on who cannot sign in: the form, for a resident. */
  readonly without?: (request: FastifyRequest) => string;
}

/** Forms, headers and errors of sign-in pages. */
export function preparePages(scope: FastifyInstance, { origins, logger, again, without }: PageOptions): void {
  const link = again === undefined ? undefined : { href: again };
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_, body, done) => done(null, new URLSearchParams(body as string)),
  );
  scope.addHook('onSend', async (_, reply) => {
    void reply.headers({
      'content-security-policy': messagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  scope.addHook('preHandler', async ({ method, headers }) => {
    if (method === 'POST' && !isFromOwnOrigin(headers, origins)) throw new Fault('FORBIDDEN');
  });
  scope.setErrorHandler(async (error, request, reply) => {
    if (error instanceof SignInRejected) {
      logger.info('a sign-in was rejected', { error });
      if (error.reason === 'NOT_CONFIRMED' && without)
        return say(request, reply, 'NOT_CONFIRMED', { href: without(request) });
      return say(request, reply, 'REJECTED', link);
    }
    if (error instanceof Unavailable) {
      logger.warn('the OIDC provider does not answer', { error });
      if (without) return say(request, reply, 'WRITE_WITHOUT', { href: without(request) });
      return say(request, reply, 'UNAVAILABLE', link);
    }
    // Only people with a browser come here: they read why in a sentence.
    const context = requestContext(request);
    const errors = formatErrors([asFault(error)], context, logger);
    const page = messagePage('FAILED', context.language, link, errors[0]?.message);
    return sent(reply.code(httpStatus(errors)), page);
  });
}

export function say(
  request: FastifyRequest,
  reply: FastifyReply,
  message: Message,
  link?: Parameters<typeof messagePage>[2],
): FastifyReply {
  const page = messagePage(message, requestContext(request).language, link);
  return sent(reply.code(statuses[message] ?? 200), page);
}

function sent(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

/** What the browser carries of the sign-in that begins now. */
export function attemptCookie(attempts: SealedCookie, attempt: SignInAttempt): string {
  return attempts.set(JSON.stringify({ ...attempt, begunAt: Date.now() }), ATTEMPT_MAX_AGE_S);
}

/** Undefined also for one that began too long ago: a kept cookie outlives its `Max-Age`. */
export function attemptOf({ headers }: FastifyRequest, attempts: SealedCookie): SignInAttempt | undefined {
  const text = attempts.read(headers.cookie);
  if (text === undefined) return undefined;
  const { begunAt, ...attempt } = JSON.parse(text) as SignInAttempt & { readonly begunAt?: number };
  return Date.now() - (begunAt ?? 0) < ATTEMPT_MAX_AGE_S * 1_000 ? attempt : undefined;
}

export function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** `localhost` for `127.0.0.1`: cookies and the provider know one name. */
export function isOtherName({ headers, host }: FastifyRequest, { own }: Origins): boolean {
  const name = host.replace(/:\d+$/, '');
  return headers.host !== own.host && ['localhost', '127.0.0.1', '[::1]'].includes(name) && own.protocol === 'http:';
}
