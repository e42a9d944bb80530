import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Origins } from './origins.js';
import { returnPath } from './return-path.js';
import { unseal } from './seal.js';
import type { SealedCookie } from './sealed-cookie.js';
import { attemptCookie, attemptOf, ID_TOKEN, isOtherName, say } from './session-pages.js';
import type { Session } from './sessions.js';
import type { SignedIn, SignInProvider } from './sign-in-provider.js';

export interface OidcRoutesOptions {
  readonly signInPath: string;
  readonly callbackPath: string;
  /** Where a sign-in ends that no page asked for. */
  readonly home: string;
  /** Absent where no provider is configured. */
  readonly client: SignInProvider | undefined;
  /** Of sign-ins that are not finished. */
  readonly attempts: SealedCookie;
  readonly origins: Origins;
  /** Counts a sign-in that begins. Throws `Fault` beyond the limit. */
  readonly admit?: (request: FastifyRequest) => Promise<void>;
  /** Answers the `Set-Cookie` header of the new session; undefined for one who gets none. */
  readonly begin: (request: FastifyRequest, signedIn: SignedIn) => Promise<string | undefined>;
}

/** The way to the provider and back. */
export function oidcRoutes(scope: FastifyInstance, options: OidcRoutesOptions): void {
  const { signInPath, callbackPath, home, client, attempts, origins, begin, admit } = options;

  scope.get(signInPath, async (request, reply) => {
    const to = returnPath((request.query as { readonly to?: unknown }).to, home);
    if (isOtherName(request, origins))
      return reply.redirect(new URL(`${signInPath}?to=${encodeURIComponent(to)}`, origins.own).href);
    if (!client) return say(request, reply, 'NOT_CONFIGURED');
    await admit?.(request);
    const { url, attempt } = await client.begin(to);
    return reply.header('set-cookie', attemptCookie(attempts, attempt)).redirect(url.href);
  });

  scope.get(callbackPath, async (request, reply) => {
    const attempt = attemptOf(request, attempts);
    if (!client || !attempt) return say(request, reply, 'REJECTED', { href: signInPath });
    // An attempt ends with its first answer, whatever that is.
    void reply.header('set-cookie', attempts.clear());
    const signedIn = await client.finish(new URL(request.url, origins.own).search, attempt);
    const cookie = await begin(request, signedIn);
    if (cookie === undefined) return say(request, reply, 'NO_ROLES');
    return reply.header('set-cookie', cookie).redirect(returnPath(attempt.to, home), 303);
  });
}

interface SignedOut {
  readonly session: Session | undefined;
  readonly cookie: SealedCookie;
  readonly client: SignInProvider | undefined;
  readonly idTokenKey: Buffer;
  /** Where the provider sends the browser afterwards. */
  readonly afterwards: URL;
  /** Where it goes when the provider has no session to end. */
  readonly to: string;
}

/** The answer to a sign-out, after our own session has ended. */
export async function signedOut(
  request: FastifyRequest,
  reply: FastifyReply,
  { session, cookie, client, idTokenKey, afterwards, to }: SignedOut,
): Promise<FastifyReply> {
  void reply.header('set-cookie', cookie.clear());
  const idToken = session?.idToken ? unseal(idTokenKey, ID_TOKEN, session.idToken) : undefined;
  // Also where our own session ended by itself: the provider's may live longer.
  const url = await client?.endUrl(idToken, afterwards);
  // A page in between: a form's redirect to another origin is what `form-action` forbids.
  return url ? say(request, reply, 'SIGNED_OUT', { href: url.href, isFollowed: true }) : reply.redirect(to, 303);
}
