import { IdempotencyKeyReused, VersionConflict } from '@otklik/kernel';
import type { AppendRequest, AppendResult, RememberedCommand } from './event-store.js';

/** The state of a stream and of a command, read after an append wrote nothing. */
export interface StreamHead {
  /** The stream's version now; 0 = no stream. */
  readonly version: number;
  /** Versions of the first and last event that this command appended to the stream. */
  readonly ofCommand: { readonly first: number; readonly last: number } | undefined;
  readonly remembered: RememberedCommand | undefined;
}

/** Commands without an exact expected version can be found again only by their id, so they are always remembered. */
export function isRemembered(request: AppendRequest): boolean {
  return request.idempotency !== undefined || request.expected === 'any' || request.expected === 'exists';
}

/**
 * The result of an append that wrote nothing: its first result when it was recorded before, undefined when it may be retried.
 * Throws `VersionConflict`, `IdempotencyKeyReused`.
 */
export function answerOf(request: AppendRequest, head: StreamHead): AppendResult | undefined {
  const { remembered, ofCommand, version } = head;
  if (remembered && isRemembered(request))
    return firstResult({ stream: request.stream, fingerprint: request.idempotency?.fingerprint ?? '' }, remembered);
  const { expected } = request;
  if (expected === 'any' || holds(expected, version)) return undefined;
  const place = expected === 'none' ? 0 : expected;
  if (ofCommand && ofCommand.first - 1 === place) return { version: ofCommand.last, repeated: true };
  throw new VersionConflict(expected, version);
}

/** The first result of a remembered command. Throws `IdempotencyKeyReused` when its id belongs to another command. */
export function firstResult(
  { stream, fingerprint }: Pick<RememberedCommand, 'stream' | 'fingerprint'>,
  remembered: RememberedCommand,
): AppendResult {
  const same = remembered.stream === stream && remembered.fingerprint === fingerprint;
  if (!same) throw new IdempotencyKeyReused('this command id was used for another command');
  return { version: remembered.version, repeated: true };
}

function holds(expected: number | 'none' | 'exists', version: number): boolean {
  if (expected === 'none') return version === 0;
  return expected === 'exists' ? version > 0 : expected === version;
}
