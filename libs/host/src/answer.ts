import type { Change } from '@otklik/contracts/generated/graphql';
import { inputErrors } from '@otklik/contracts/error-codes';
import { isRefusalCode, refusalText } from '@otklik/contracts/texts';
import { compact, IdempotencyKeyReused, isUuid, Refusal, VersionConflict } from '@otklik/kernel';
import { BadInput, Forbidden, NotFound } from './input.js';
import { faultRefusal, type RefusalAnswer } from './refusal-faults.js';
import type { RequestContext } from './request-context.js';
import { serviceNames, type ServiceName } from './service.js';

/** The change of a stream. */
interface HandledChange {
  readonly version: number;
  /** The appeal's id; absent where the stream is the appeal. */
  readonly correlationId?: string;
  /** The registration number, once there is one. */
  readonly number?: string;
}

/** Result of a use case: the change of a stream, or a member of the mutation's union. */
type MutationOutcome = HandledChange | { readonly __typename: string };

/** The member of the mutation's union for the outcome of a command on `stream`. */
export function toMutationResult(service: ServiceName, stream: string, outcome: unknown): unknown {
  const known = outcome as MutationOutcome;
  return '__typename' in known ? known : changeOf(service, stream, known);
}

/**
 * The union's `Refusal` member, in the caller's language, for a refusal or a lost race; throws every other error on.
 * `FORBIDDEN` of the domain (a right that is bound to a department) and `NOT_FOUND`, also a version of what was never there,
 * become the errors that the gateway gives for roles and districts; a code of bad input with the detail `field` becomes that error:
 * what only the time makes wrong is judged by the domain, after a command that comes again has got its first result.
 */
export function refusalAnswer(error: unknown, language: RequestContext['language']): RefusalAnswer {
  if (error instanceof VersionConflict) {
    if (error.current === 0) throw new NotFound(error.message);
    const message = refusalText('VERSION_CONFLICT', language);
    return { __typename: 'Refusal', code: 'VERSION_CONFLICT', message, current: error.current };
  }
  if (error instanceof Refusal && error.code === 'FORBIDDEN') throw new Forbidden(error.message);
  if (error instanceof Refusal && error.code === 'NOT_FOUND') throw new NotFound(error.message);
  assertInputInTime(error);
  if (error instanceof Refusal && isRefusalCode(error.code)) {
    const { field } = error.details;
    return {
      __typename: 'Refusal',
      code: error.code,
      message: refusalText(error.code, language, error.details),
      ...(field !== undefined && { path: ['input', String(field)] }),
    };
  }
  throw error;
}

/** Each has a text of its own. */
const codesOfInput = inputErrors.filter((code) => code !== 'BAD_INPUT');

function assertInputInTime(error: unknown): void {
  const wrong = error instanceof Refusal && codesOfInput.find((code) => code === error.code);
  if (wrong && 'field' in error.details) throw new BadInput(wrong, `input.${error.details['field']}`);
}

const itemErrors = [
  [NotFound, 'NOT_FOUND'],
  [Forbidden, 'FORBIDDEN'],
  [IdempotencyKeyReused, 'IDEMPOTENCY_KEY_REUSED'],
] as const;

/**
 * As `refusalAnswer` for one item of a mutation of many: what would be the whole operation's error is this item's refusal, its
 * invalid input too where `wantsFaults`. Throws an outage and a defect on: the sender repeats the operation with the same keys.
 */
export function itemRefusal(error: unknown, language: RequestContext['language'], wantsFaults: boolean): RefusalAnswer {
  try {
    return refusalAnswer(error, language);
  } catch (thrown) {
    const [, code] = itemErrors.find(([kind]) => thrown instanceof kind) ?? [];
    if (code !== undefined) return { __typename: 'Refusal', code, message: refusalText(code, language) };
    const refusal = wantsFaults && thrown instanceof BadInput ? faultRefusal(thrown, language) : undefined;
    if (!refusal) throw thrown;
    return refusal;
  }
}

/** What a `consistentWith` token names: a version of a stream that a read has to include (read-your-writes). */
export interface ConsistencyToken {
  readonly service: ServiceName;
  readonly stream: string;
  readonly version: number;
}

export function changeOf(
  service: ServiceName,
  stream: string,
  { version, correlationId = stream, number }: HandledChange,
): Change {
  return compact({
    __typename: 'Change',
    id: stream,
    appeal: correlationId,
    version,
    consistencyToken: writeConsistencyToken({ service, stream, version }),
    number,
  });
}

export function writeConsistencyToken({ service, stream, version }: ConsistencyToken): string {
  return Buffer.from(`${service}/${stream}/${version}`).toString('base64url');
}

/** Undefined for no token. Throws `BadInput('BAD_CONSISTENCY_TOKEN')`. */
export function readConsistencyToken(
  token: string | null | undefined,
  path = 'consistentWith',
): ConsistencyToken | undefined {
  if (token === null || token === undefined) return undefined;
  const [, name, stream = '', version] = /^(\w+)\/([^/]+)\/(\d{1,10})$/.exec(decoded(token)) ?? [];
  const service = serviceNames.find((known) => known === name);
  if (!service || !isUuid(stream) || !(Number(version) >= 1)) throw new BadInput('BAD_CONSISTENCY_TOKEN', path);
  return { service, stream, version: Number(version) };
}

function decoded(token: string): string {
  return Buffer.from(token.slice(0, 200), 'base64url').toString('utf8');
}
