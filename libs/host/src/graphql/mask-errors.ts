import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatErrors, httpStatus, type ErrorContext } from './errors.js';
import { Fault } from './fault.js';
import { languageOf } from './language.js';

/** Errors of the scope's routes have the form of GraphQL's. */
export function maskErrors(scope: FastifyInstance, logger: Logger): void {
  scope.setErrorHandler(async (error, request, reply) => {
    const errors = formatErrors([asFault(error)], requestContext(request), logger);
    return reply.code(httpStatus(errors)).send({ errors });
  });
}

export function requestContext(request: FastifyRequest): ErrorContext {
  return { language: languageOf(request.headers['accept-language']), requestId: request.id };
}

/** Messages of Fastify's errors repeat what was sent. */
const reasons: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The Content-Type of the body is not accepted here.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is shorter or longer than its Content-Length.',
};

/** Fastify's own errors about a body, by our codes. */
export function asFault(error: unknown): Error {
  const { statusCode, code = '' } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new Fault('TOO_LARGE');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Fault('BAD_INPUT', undefined, {}, reasons[code]);
  return error as Error;
}
