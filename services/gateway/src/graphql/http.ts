import { continueTrace, type Logger } from '@otklik/observability';
import { BODY_LIMIT } from '@otklik/host';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identify } from '../identity/identity.js';
import { bodyText } from './body.js';
import type { GatewayContext } from './context.js';
import { refused, type Execute, type GraphqlRequest } from './execute.js';
import { Fault } from './fault.js';
import { queryPagePolicy } from '../query-page/query-page.js';
import { languageOf } from './language.js';

export interface HttpParts {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly logger: Logger;
  /** Writes the query page; undefined when it is off. */
  readonly page: string | undefined;
}

/**
 * `POST /graphql`, JSON only: a form or a plain text that a foreign page can make a browser send never reaches an
 * operation. Nothing is executed by GET.
 */
export async function graphqlRoutes(scope: FastifyInstance, parts: HttpParts): Promise<void> {
  const { execute, identify, logger, page } = parts;
  scope.removeAllContentTypeParsers();
  // `{"__proto__": …}` and its kin are refused while parsing.
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.addContentTypeParser('application/json', (request, payload, done) => {
    bodyText(payload, BODY_LIMIT).then((text) => void parse(request, text, done), done);
  });
  maskErrors(scope, logger);
  scope.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const context = await contextOf(request, identify);
    if (!isRequest(request.body)) throw new Fault('BAD_INPUT');
    const { status, body } = await execute(request.body, context);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
  scope.get('/graphql', async (request, reply) => {
    const wantsPage = page !== undefined && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) throw new Fault('BAD_INPUT');
    return reply.type('text/html; charset=utf-8').header('content-security-policy', queryPagePolicy).send(page);
  });
}

/** Errors of the scope's routes are told as those of GraphQL are. */
export function maskErrors(scope: FastifyInstance, logger: Logger): void {
  scope.setErrorHandler(async (error, request, reply) => {
    const { status, body } = refused([asFault(error)], askerOf(request), logger);
    return reply.code(status).send(body);
  });
}

/** One operation, never a batch of them. */
function isRequest(body: unknown): body is GraphqlRequest {
  return body !== null && typeof body === 'object' && !Array.isArray(body);
}

export function askerOf(request: FastifyRequest): Pick<GatewayContext, 'language' | 'requestId'> {
  return { language: languageOf(request.headers['accept-language']), requestId: request.id };
}

export async function contextOf(request: FastifyRequest, identify: Identify): Promise<GatewayContext> {
  const identity = await identify(request.headers.authorization);
  return {
    ...askerOf(request),
    ...identity,
    address: request.ip,
    traceparent: continueTrace(request.headers['traceparent'] as string | undefined),
  };
}

/** Fastify's own complaints about a body, told with our codes. */
function asFault(error: unknown): Error {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new Fault('TOO_LARGE');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Fault('BAD_INPUT');
  return error as Error;
}
