import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf } from './appearance.js';
import { isSecure } from './page-context.js';

const TOKEN_COOKIE = 'otklik_appeal';
const CONSISTENCY_COOKIE = 'otklik_consistent_with';
const COOKIE_MAX_AGE_S = 900;

interface Opening {
  readonly token: string;
  readonly consistencyToken?: string;
}

/** Keeps the resident's token on this device while it is valid; SameSite keeps other sites from using it. */
export function setAppealCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  district: string,
  { token, consistencyToken = '' }: Opening,
  maxAgeS = COOKIE_MAX_AGE_S,
): void {
  const rules = `; Path=/${district}/follow; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}${isSecure(request) ? '; Secure' : ''}`;
  void reply.header('set-cookie', [
    `${TOKEN_COOKIE}=${token}${rules}`,
    `${CONSISTENCY_COOKIE}=${consistencyToken}${rules}`,
  ]);
}

export function appealToken({ headers }: FastifyRequest): string | undefined {
  return cookieOf(headers.cookie, TOKEN_COOKIE);
}

/** The last change of this device, which a page shown next has to hold. */
export function consistencyToken({ headers }: FastifyRequest): string | undefined {
  return cookieOf(headers.cookie, CONSISTENCY_COOKIE);
}
