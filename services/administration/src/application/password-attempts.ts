/** Where a password comes from. */
export interface PasswordOrigin {
  readonly network: string;
  /** Of a browser in which this login has signed in before; its tries count apart from those of strangers. */
  readonly device?: string | undefined;
}

/** `left`: further tries without work. `zeroBits`: a try needs work of this many zero bits. */
export type PasswordTry = { readonly left: number } | { readonly zeroBits: number };

/**
 * Tries of passwords. A stranger who knows a login leaves its owner all tries of the devices on which the owner signed in before,
 * and of other networks. Beyond the limits a try costs the browser work instead of being refused, so that nobody is shut
 * out by the tries of others, and the right password gets in.
 *
 * What guessing costs: of a login 4,800 passwords a day are tried without work. Each further one costs 2¹⁸ digests, from one network soon 2²⁴,
 * 2 s of a core. No password that fewer than 10⁹ guesses find is accepted (`common-passwords.ts`).
 */
export abstract class PasswordAttempts {
  /** Counts a try. `workBits`: what was done for it. */
  abstract take(login: string, origin: PasswordOrigin, workBits: number): Promise<PasswordTry>;
  /** What the next try needs; 0: none. */
  abstract zeroBits(login: string, origin: PasswordOrigin): Promise<number>;
  /** The try was right: it and those before it do not count. */
  abstract forgive(login: string, origin: PasswordOrigin): Promise<void>;
}

/** A third of a second of a computer, seconds of a telephone. */
export const MIN_ZERO_BITS = 18;
/** Half a minute of a computer. */
export const MAX_ZERO_BITS = 24;
/** So many tries with work from one place cost the same, the next ones twice as much. */
const TRIES_PER_BIT = 5;

export function zeroBitsAfter(triesWithWork: number): number {
  return Math.min(MIN_ZERO_BITS + Math.floor(triesWithWork / TRIES_PER_BIT), MAX_ZERO_BITS);
}
