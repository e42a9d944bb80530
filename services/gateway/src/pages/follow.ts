import { randomUUID } from 'node:crypto';
import type { Directory, District } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageText } from '@otklik/contracts/texts';
import { requestContext, Fault, type OperationContext } from '@otklik/host/graphql';
import { contextOf } from '../graphql/http.js';
import type { Identify } from '../identity/identity.js';
import { appealPage, askPage, pendingPage } from './follow-page.js';
import { Refused, type PageOperations } from './operations.js';
import { districtOf, idempotencyKey, send, statusOf } from './page-request.js';

export interface FollowRouteOptions {
  readonly operations: PageOperations;
  readonly identify: Identify;
  readonly directory: Directory;
}

const TOKEN_COOKIE = 'otklik_appeal';
const CONSISTENCY_COOKIE = 'otklik_consistent_with';
const COOKIE_MAX_AGE_S = 900;

/** Keeps the resident's token on this device while it is valid; SameSite keeps other sites from using it. */
export function setAppealCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  { code }: District,
  { token, consistencyToken = '' }: { readonly token: string; readonly consistencyToken?: string },
  maxAgeS = COOKIE_MAX_AGE_S,
): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const rules = `; Path=/${code}/follow; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}${secure}`;
  void reply.header('set-cookie', [
    `${TOKEN_COOKIE}=${token}${rules}`,
    `${CONSISTENCY_COOKIE}=${consistencyToken}${rules}`,
  ]);
}

/** The follow-up: number and code open the appeal; then its state, steps, answer and rating. */
export function followRoutes(scope: FastifyInstance, { operations, identify, directory }: FollowRouteOptions): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    {
      consistentWith,
      key = randomUUID(),
      message,
    }: { consistentWith?: string | undefined; key?: string; message?: string } = {},
  ): Promise<FastifyReply> => {
    const district = districtOf(request, directory);
    const { language } = requestContext(request);
    const token = cookie(request, TOKEN_COOKIE);
    if (token === undefined) return send(reply, askPage(district, language));
    try {
      const context = await residentContext(request, identify, token, district);
      const appeal = await operations.follow(context, consistentWith ?? cookie(request, CONSISTENCY_COOKIE));
      if (!appeal) return await send(reply, pendingPage(district, language));
      return await send(reply, appealPage(district, language, appeal, key, message));
    } catch (error) {
      const isExpired = error instanceof Fault || (error instanceof Refused && error.code === 'UNAUTHENTICATED');
      if (!isExpired) throw error;
      setAppealCookies(request, reply, district, { token: '' }, 0);
      return send(reply, askPage(district, language, '', pageText('follow.over', language)));
    }
  };

  scope.get('/:district/follow', (request, reply) => show(request, reply));

  scope.post('/:district/follow', async (request, reply) => {
    const district = districtOf(request, directory);
    const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const number = fields.get('number') ?? '';
    try {
      const context = await contextOf(request, identify);
      const opening = { district: district.code, number, code: fields.get('code') ?? '' };
      setAppealCookies(request, reply, district, await operations.open(context, opening));
      return await reply.redirect(`/${district.code}/follow`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { language } = requestContext(request);
      return send(reply.code(statusOf(error)), askPage(district, language, number.slice(0, 100), error.message));
    }
  });

  scope.post('/:district/follow/rate', async (request, reply) => {
    const district = districtOf(request, directory);
    const token = cookie(request, TOKEN_COOKIE);
    if (token === undefined) return reply.redirect(`/${district.code}/follow`, 303);
    const fields = new Map(request.body instanceof URLSearchParams ? request.body : []);
    const key = idempotencyKey({ fields });
    try {
      const context = await residentContext(request, identify, token, district);
      const rating = { key, score: Number(fields.get('score')), comment: fields.get('comment') ?? '' };
      const { consistencyToken } = await operations.rate(context, rating);
      return await show(request, reply, { consistentWith: consistencyToken });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return show(request, reply.code(statusOf(error)), { key, message: error.message });
    }
  });

  scope.post('/:district/follow/leave', async (request, reply) => {
    const district = districtOf(request, directory);
    setAppealCookies(request, reply, district, { token: '' }, 0);
    return reply.redirect(`/${district.code}/follow`, 303);
  });
}

/** Throws `Fault` when the token is expired, or is of another district. */
async function residentContext(
  request: FastifyRequest,
  identify: Identify,
  token: string,
  { id }: District,
): Promise<OperationContext> {
  const identity = await identify(`Bearer ${token}`);
  if (identity.actor.kind !== 'resident' || identity.actor.district !== id) throw new Fault('UNAUTHENTICATED');
  return { ...requestContext(request), ...identity, address: request.ip };
}

function cookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  const value = pairs.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  return value === '' ? undefined : value;
}
