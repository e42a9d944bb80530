import { createHash } from 'node:crypto';

/** The number that a page sends as its work. */
const NUMBER = /^\d{1,12}$/;

/**
 * Proof of work: a number `n`, in digits, for which SHA-256 of `<seed>.<n>` begins with `zeroBits` zeros (at most 32). To find
 * one takes about 2^zeroBits digests, to check it one.
 */
export function provesWork(seed: string, n: string, zeroBits: number): boolean {
  return NUMBER.test(n) && leadingZeroBits(`${seed}.${n}`) >= zeroBits;
}

function leadingZeroBits(text: string): number {
  return Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0));
}
