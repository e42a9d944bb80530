import { continueTrace, type Logger } from '@otklik/observability';
import { BODY_LIMIT, traceparentOf } from '@otklik/host';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestContext, bodyText, Fault, maskErrors, type OperationContext } from '@otklik/host/graphql';
import { READER_HEADERS } from '@otklik/web/module';
import { MAX_PROOF_LENGTH } from '../access/proofs.js';
import type { Identify } from '../identity/identity.js';
import { allowOrigins, type IsListedOrigin } from './cors.js';
import type { Execute, GraphqlRequest } from './execute.js';
import { bodyFault } from './json-body.js';
import type { FindOperation } from './listed-operations.js';
import type { SessionRequest } from '../session/identify-session.js';
import { graphiqlPolicy } from '../graphiql/graphiql.js';

export interface GraphqlRouteOptions {
  readonly execute: Execute;
  readonly find: FindOperation;
  readonly identify: Identify;
  readonly logger: Logger;
  /** Origins of other front-ends. */
  readonly origins: IsListedOrigin;
  /** The GraphiQL page; undefined when it is off. */
  readonly page: string | undefined;
}

/**
 * `POST /graphql`, JSON only: a form or plain text, which another site can make a browser send (CSRF), never reaches an
 * operation. GET executes nothing.
 */
export async function graphqlRoutes(scope: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { execute, find, identify, logger, page, origins } = options;
  scope.removeAllContentTypeParsers();
  // Prototype poisoning (`{"__proto__": …}`) is refused while parsing.
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.addContentTypeParser('application/json', (request, payload, done) => {
    const parsed = (text: string) =>
      void parse(request, text, (error, body) => (error ? done(bodyFault(text)) : done(null, body)));
    bodyText(payload, BODY_LIMIT).then(parsed, done);
  });
  maskErrors(scope, logger);
  allowOrigins(scope, { '/graphql': 'POST' }, origins);
  scope.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const context = await contextOf(request, identify);
    if (!isRequest(request.body)) throw refused('The body is one JSON object with "query"; lists are not supported.');
    const answer = await execute(find(request.body), context);
    void reply.code(answer.status).header('cache-control', 'no-store');
    if (!answer.json) return reply.send(answer.body);
    return reply.type('application/json; charset=utf-8').send(answer.json);
  });
  scope.get('/graphql', async (request, reply) => {
    const wantsPage = page !== undefined && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) throw refused('Operations are sent by POST, as application/json.');
    return reply.type('text/html; charset=utf-8').header('content-security-policy', graphiqlPolicy).send(page);
  });
}

function refused(reason: string): Fault {
  return new Fault('BAD_INPUT', undefined, {}, reason);
}

/** A single operation: batches are not supported. */
function isRequest(body: unknown): body is GraphqlRequest {
  return body !== null && typeof body === 'object' && !Array.isArray(body);
}

/** The session that an HTTP request may belong to. */
export function sessionRequest({ headers, method }: FastifyRequest): SessionRequest {
  return { headers, isRead: method === 'GET' || method === 'HEAD', isActive: true };
}

export async function contextOf(request: FastifyRequest, identify: Identify): Promise<OperationContext> {
  const { via, ...identity } = await identify(request.headers.authorization, sessionRequest(request));
  return {
    ...requestContext(request),
    ...identity,
    ...(via ?? { address: request.ip }),
    ...proofIn(request),
    traceparent: tracedFrom(request),
  };
}

/** Of a caller beyond a limit (`access/proofs.ts`). */
function proofIn({ headers }: FastifyRequest): Pick<OperationContext, 'proof'> {
  const proof = headers[READER_HEADERS.proof];
  return typeof proof === 'string' && proof.length <= MAX_PROOF_LENGTH ? { proof } : {};
}

/** The trace of the request; a new one where neither its sender nor a collector asked for one. */
export function tracedFrom(request: FastifyRequest): string {
  return traceparentOf(request) ?? continueTrace(undefined);
}
