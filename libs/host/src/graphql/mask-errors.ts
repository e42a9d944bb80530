import type { Logger } from '@otklik/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatErrors, httpStatus, type Asker } from './errors.js';
import { Fault } from './fault.js';
import { languageOf } from './language.js';

/** Errors of the scope's routes are told as those of GraphQL are. */
export function maskErrors(scope: FastifyInstance, logger: Logger): void {
  scope.setErrorHandler(async (error, request, reply) => {
    const errors = formatErrors([asFault(error)], askerOf(request), logger);
    return reply.code(httpStatus(errors)).send({ errors });
  });
}

export function askerOf(request: FastifyRequest): Asker {
  return { language: languageOf(request.headers['accept-language']), requestId: request.id };
}

/** Fastify's own complaints about a body, told with our codes. */
function asFault(error: unknown): Error {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new Fault('TOO_LARGE');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Fault('BAD_INPUT');
  return error as Error;
}
