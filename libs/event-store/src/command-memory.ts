import { IdempotencyKeyReused, VersionConflict } from '@otklik/kernel';
import type { AppendRequest, AppendResult, RememberedCommand } from './event-store.js';

/** What is known of a stream and a command when an append did not go through. */
export interface Standing {
  /** The stream's version now; 0 = no stream. */
  readonly version: number;
  /** Versions of the first and last event that this command gave to the stream. */
  readonly mine: { readonly first: number; readonly last: number } | undefined;
  readonly remembered: RememberedCommand | undefined;
}

/** Commands without an exact place in the stream are found again by their id alone, so they are always remembered. */
export function isRemembered(request: AppendRequest): boolean {
  return request.idempotency !== undefined || request.expected === 'any' || request.expected === 'exists';
}

/**
 * The answer to an append that changes nothing: its first result when it had been recorded, a thrown `VersionConflict` or
 * `IdempotencyKeyReused`; undefined when nothing speaks against recording it.
 */
export function answerOf(request: AppendRequest, standing: Standing): AppendResult | undefined {
  const { remembered, mine, version } = standing;
  if (remembered && isRemembered(request))
    return firstResult({ stream: request.stream, fingerprint: request.idempotency?.fingerprint ?? '' }, remembered);
  const { expected } = request;
  if (expected === 'any' || holds(expected, version)) return undefined;
  const place = expected === 'none' ? 0 : expected;
  if (mine && mine.first - 1 === place) return { version: mine.last, repeated: true };
  throw new VersionConflict(expected, version);
}

/** The answer to a command that is remembered. Throws `IdempotencyKeyReused` when its id was another command's. */
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
