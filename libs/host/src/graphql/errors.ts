import { compact, Unavailable } from '@otklik/kernel';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText, type TextDetails } from '@otklik/contracts/texts';
import { IdempotencyKeyReused, isGraphqlArgumentError } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { counter, type Logger } from '@otklik/observability';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { BadInput, Forbidden, NotFound, Overloaded, RateLimited, Unauthenticated } from '../input.js';
import type { Language } from '../request-context.js';
import { Fault } from './fault.js';

/** The part of an error that is sent to the client. */
interface ClientError {
  readonly code: ErrorCode;
  readonly path?: string | undefined;
  readonly details?: TextDetails;
  readonly reason?: string | undefined;
  readonly remedy?: Readonly<Record<string, unknown>>;
}

/** Language and id of the request that an error answers. */
export interface ErrorContext {
  readonly language: Language;
  readonly requestId: string;
}

const MAX_REASON_LENGTH = 300;

const sent = counter('otklik_graphql_errors_total', 'Errors sent to clients', ['code']);

/**
 * Errors as clients get them: our codes and texts. A database outage is UNAVAILABLE, so the client may retry. A defect is
 * logged and masked as INTERNAL with the request id.
 */
export function formatErrors(
  errors: readonly Error[],
  { language, requestId }: ErrorContext,
  logger: Logger,
): GraphQLFormattedError[] {
  return errors.flatMap(unwrapped).map((error) => {
    const { code, path, details, reason, remedy } = toClientError(error);
    sent.inc({ code });
    if (code === 'INTERNAL') logger.error('a request failed', { correlation: requestId, error: cause(error) });
    if (code === 'UNAVAILABLE')
      logger.warn('a request failed, because a dependency is unavailable', {
        correlation: requestId,
        error: cause(error),
      });
    return {
      message: errorText(code, language, { requestId, ...details }),
      ...position(error),
      extensions: {
        code,
        ...compact({ path, reason: reason?.slice(0, MAX_REASON_LENGTH) }),
        ...(code === 'INTERNAL' && { requestId }),
        ...remedy,
      },
    };
  });
}

/** Validation errors come as one AggregateError. */
function unwrapped(error: Error): readonly Error[] {
  const inner = (error as { errors?: unknown }).errors;
  return Array.isArray(inner) && inner.length > 0 ? (inner as Error[]).slice(0, 20) : [error];
}

function position(error: Error): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  const { locations, path } = error as GraphQLError;
  return { ...(locations?.length && { locations }), ...(Array.isArray(path) && { path }) };
}

function cause(error: Error): unknown {
  return (error as GraphQLError).originalError ?? error;
}

function toClientError(error: Error): ClientError {
  const found = ownError(cause(error)) ?? ownError(error);
  if (found) return found;
  if (isOutage(cause(error))) return { code: 'UNAVAILABLE' };
  return isClientError(error) ? { code: 'BAD_INPUT', reason: nullArgument(error) } : { code: 'INTERNAL' };
}

/** The interpreter and the compiler word it differently. */
function nullArgument({ message }: Error): string | undefined {
  const [argument] = /^Argument "\w+"/.exec(message) ?? [];
  return argument && `${argument} must not be null.`;
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

function ownError(error: unknown): ClientError | undefined {
  if (error instanceof Fault || error instanceof BadInput) return error;
  const [, code] = namedErrors.find(([kind]) => error instanceof kind) ?? [];
  if (code) return { code };
  if (error instanceof GraphQLError && error.originalError) return ownError(error.originalError);
  return undefined;
}

/**
 * An error of GraphQL about a document or a variable: raised before a field was resolved (it has no path), or about a null
 * argument. Its message differs between the interpreter and the compiler, so it is replaced.
 */
function isClientError(error: Error): boolean {
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

/** Status of a request that was not executed at all. */
export function httpStatus(errors: readonly GraphQLFormattedError[]): number {
  return statuses[errors[0]?.extensions?.['code'] as ErrorCode] ?? 400;
}
