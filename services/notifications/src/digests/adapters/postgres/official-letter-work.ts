import type { ClaimedWork, Performed, PerformWork, WorkKind } from '@otklik/host';
import type { Attempted } from '../../application/official-post.js';

interface OfficialLetters<Body extends object, Due> extends Pick<WorkKind<Body>, 'kind' | 'backoff' | 'maxAttempts'> {
  /** Undefined before the service knows the appeal. */
  readonly due: (work: ClaimedWork<Body>) => Promise<Due | undefined>;
  readonly send: (due: Due) => Promise<Attempted>;
}

const MAX_CONCURRENT_LETTERS = 4;
/** Longer than any attempt: the sum of the mail server's timeouts. */
const LEASE_MS = 180_000;

/** Tries the letters to officials of a kind that are due; answers how many. */
export function performOfficialLetters<Body extends object, Due>(
  work: PerformWork,
  { due, send, ...kind }: OfficialLetters<Body, Due>,
): Promise<number> {
  const perform = async (claimed: ClaimedWork<Body>): Promise<Performed> => {
    const letter = await due(claimed);
    return letter ? send(letter) : 'RETRY';
  };
  return work.performDue<Body>({ ...kind, perform, atOnce: MAX_CONCURRENT_LETTERS, leaseMs: LEASE_MS });
}
