import { Unavailable } from '@otklik/kernel';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText, type TextDetails } from '@otklik/contracts/texts';
import { IdempotencyKeyReused, isGraphqlArgumentError } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { counter, type Logger } from '@otklik/observability';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { BadInput, Forbidden, NotFound, Overloaded, RateLimited, Unauthenticated } from '../input.js';
import type { Language } from '../request-context.js';
import { Fault } from './fault.js';

/** What an error says to its asker. Nothing else of it leaves the process. */
interface Told {
  readonly code: ErrorCode;
  readonly path?: string | undefined;
  readonly details?: TextDetails;
}

export interface Asker {
  readonly language: Language;
  readonly requestId: string;
}

const told = counter('otklik_graphql_errors_total', 'Errors told to clients', ['code']);

/**
 * Errors as they leave: own codes and texts. A database that is away for a moment is UNAVAILABLE: trying again is safe. A
 * defect is logged whole and told as INTERNAL with the request's number.
 */
export function formatErrors(
  errors: readonly Error[],
  { language, requestId }: Asker,
  logger: Logger,
): GraphQLFormattedError[] {
  return errors.flatMap(unwrapped).map((error) => {
    const { code, path, details } = meaning(error);
    told.inc({ code });
    if (code === 'INTERNAL') logger.error('a request failed', { correlation: requestId, error: cause(error) });
    if (code === 'UNAVAILABLE')
      logger.warn('a request found something away', { correlation: requestId, error: cause(error) });
    return {
      message: errorText(code, language, { requestId, ...details }),
      ...position(error),
      extensions: { code, ...(path === undefined ? {} : { path }), ...(code === 'INTERNAL' ? { requestId } : {}) },
    };
  });
}

/** What kept a document from running is gathered under one error. */
function unwrapped(error: Error): readonly Error[] {
  const inner = (error as { errors?: unknown }).errors;
  return Array.isArray(inner) && inner.length > 0 ? (inner as Error[]).slice(0, 20) : [error];
}

function position(error: Error): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  const { locations, path } = error as GraphQLError;
  return { ...(locations?.length ? { locations } : {}), ...(Array.isArray(path) ? { path } : {}) };
}

function cause(error: Error): unknown {
  return (error as GraphQLError).originalError ?? error;
}

function meaning(error: Error): Told {
  const found = ours(cause(error)) ?? ours(error);
  if (found) return found;
  if (isOutage(cause(error))) return { code: 'UNAVAILABLE' };
  return isAskersFault(error) ? { code: 'BAD_INPUT' } : { code: 'INTERNAL' };
}

const namedErrors = [
  [Unauthenticated, 'UNAUTHENTICATED'],
  [NotFound, 'NOT_FOUND'],
  [Forbidden, 'FORBIDDEN'],
  [RateLimited, 'RATE_LIMITED'],
  [Overloaded, 'OVERLOADED'],
  [Unavailable, 'UNAVAILABLE'],
  [IdempotencyKeyReused, 'IDEMPOTENCY_KEY_REUSED'],
] as const;

function ours(error: unknown): Told | undefined {
  if (error instanceof Fault || error instanceof BadInput) return error;
  const [, code] = namedErrors.find(([kind]) => error instanceof kind) ?? [];
  if (code) return { code };
  if (error instanceof GraphQLError && error.originalError) return ours(error.originalError);
  return undefined;
}

/**
 * GraphQL's own complaint about a document or a variable: raised before a field was resolved (it has no path), or about
 * an argument that turned out null. Its words differ between the first call and the compiled one, so none are kept.
 */
function isAskersFault(error: Error): boolean {
  if (!isGraphqlError(error) || error.originalError) return false;
  return !error.path || isGraphqlArgumentError(error);
}

function isGraphqlError(error: Error): error is GraphQLError {
  return error instanceof GraphQLError || error.name === 'GraphQLError' || 'locations' in error;
}

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  TIMED_OUT: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Of a request that was not executed at all. */
export function httpStatus(errors: readonly GraphQLFormattedError[]): number {
  return statuses[errors[0]?.extensions?.['code'] as ErrorCode] ?? 400;
}
