import { randomUUID } from 'node:crypto';
import type { Directory, District } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageText } from '@otklik/contracts/texts';
import { requestContext, Fault, type OperationContext } from '@otklik/host/graphql';
import { contextOf } from '../graphql/http.js';
import type { Identify } from '../identity/identity.js';
import { appealPage, askPage, soonPage } from './follow-page.js';
import { Refused, type PageOperations } from './operations.js';
import { districtOf, keyOf, send, statusOf } from './page-request.js';

export interface FollowRouteOptions {
  readonly operations: PageOperations;
  readonly identify: Identify;
  readonly directory: Directory;
}

const TOKEN = 'otklik_appeal';
const CONSISTENCY_TOKEN = 'otklik_consistent_with';
const MINUTES_15 = 900;

/** An opened appeal stays open on this device for as long as its token holds; no other site can use it. */
export function keepOpened(
  request: FastifyRequest,
  reply: FastifyReply,
  { code }: District,
  { token, consistencyToken = '' }: { readonly token: string; readonly consistencyToken?: string },
  seconds = MINUTES_15,
): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const rules = `; Path=/${code}/follow; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
  void reply.header('set-cookie', [`${TOKEN}=${token}${rules}`, `${CONSISTENCY_TOKEN}=${consistencyToken}${rules}`]);
}

/** Number and code open the appeal; then its state, steps and answer, and the rating. */
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
    const token = cookie(request, TOKEN);
    if (token === undefined) return send(reply, askPage(district, language));
    try {
      const context = await residentOf(request, identify, token, district);
      const appeal = await operations.follow(context, consistentWith ?? cookie(request, CONSISTENCY_TOKEN));
      if (!appeal) return await send(reply, soonPage(district, language));
      return await send(reply, appealPage(district, language, appeal, key, message));
    } catch (error) {
      const over = error instanceof Fault || (error instanceof Refused && error.code === 'UNAUTHENTICATED');
      if (!over) throw error;
      keepOpened(request, reply, district, { token: '' }, 0);
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
      keepOpened(request, reply, district, await operations.open(context, opening));
      return await reply.redirect(`/${district.code}/follow`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { language } = requestContext(request);
      return send(reply.code(statusOf(error)), askPage(district, language, number.slice(0, 100), error.told));
    }
  });

  scope.post('/:district/follow/rate', async (request, reply) => {
    const district = districtOf(request, directory);
    const token = cookie(request, TOKEN);
    if (token === undefined) return reply.redirect(`/${district.code}/follow`, 303);
    const fields = new Map(request.body instanceof URLSearchParams ? request.body : []);
    const key = keyOf({ fields });
    try {
      const context = await residentOf(request, identify, token, district);
      const rating = { key, score: Number(fields.get('score')), comment: fields.get('comment') ?? '' };
      const { consistencyToken } = await operations.rate(context, rating);
      return await show(request, reply, { consistentWith: consistencyToken });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return show(request, reply.code(statusOf(error)), { key, message: error.told });
    }
  });

  scope.post('/:district/follow/leave', async (request, reply) => {
    const district = districtOf(request, directory);
    keepOpened(request, reply, district, { token: '' }, 0);
    return reply.redirect(`/${district.code}/follow`, 303);
  });
}

/** Throws `Fault` when the token is over, or opens an appeal of another district. */
async function residentOf(
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
  const all = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  const found = all.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  return found === '' ? undefined : found;
}
