import { randomInt } from 'node:crypto';
import { provesWork } from '@otklik/kernel';
import { LRUCache } from 'lru-cache';
import { seal, unseal } from '../session/seal.js';

/**
 * What a caller beyond a limit gets, so that a village behind one address meets no wall. The browser's script does the work:
 * it finds a number that proves it for the token (`provesWork`), a second of a phone. A page without
 * script shows the sum. Neither proves a person: both make a rush cost its sender something, and the answers themselves are
 * limited (`attempts.ts`).
 */
export interface Challenge {
  readonly token: string;
  readonly zeroBits: number;
  readonly sum: readonly [number, number];
}

export type ProofKind = 'work' | 'sum';

export interface Proofs {
  challenge(): Challenge;
  /** Takes `<token>.work.<n>` or `<token>.sum.<answer>`, each token once; undefined when it proves nothing. */
  take(proof: string | undefined): ProofKind | undefined;
}

export const MAX_PROOF_LENGTH = 300;
const ZERO_BITS = 14;
const MINUTE_MS = 60_000;
/** A form may be corrected meanwhile. */
const VALID_MS = 30 * MINUTE_MS;
const MAX_REMEMBERED = 100_000;
const CONTEXT = 'proof';
const PROOF = /^(?<token>[\w-]{1,200})\.(?<kind>work|sum)\.(?<answer>\d{1,12})$/;

export function openProofs(key: Buffer, now: () => number = Date.now): Proofs {
  // For as long as there is room: a proof that is over is refused by its own time.
  const taken = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  return {
    challenge() {
      const sum = [randomInt(1, 10), randomInt(1, 10)] as const;
      const token = seal(key, CONTEXT, JSON.stringify({ sum: sum[0] + sum[1], until: now() + VALID_MS }));
      return { token, zeroBits: ZERO_BITS, sum };
    },
    take(proof) {
      const { token, kind, answer } = PROOF.exec(proof ?? '')?.groups ?? {};
      if (token === undefined || taken.has(token)) return undefined;
      const asked = unseal(key, CONTEXT, token);
      if (asked === undefined) return undefined;
      const { sum, until } = JSON.parse(asked) as { readonly sum: number; readonly until: number };
      const isRight = kind === 'sum' ? Number(answer) === sum : provesWork(token, String(answer), ZERO_BITS);
      // A wrong answer spends the token, too: there are only 17 sums.
      taken.set(token, true);
      return isRight && now() < until ? (kind as ProofKind) : undefined;
    },
  };
}
