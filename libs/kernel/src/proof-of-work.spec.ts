import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { provesWork } from './proof-of-work.js';

const zerosOf = (n: number): number => Math.clz32(createHash('sha256').update(`seed.${n}`).digest().readUInt32BE(0));
const withZeros = (bits: number): number => {
  for (let n = 0; ; n += 1) if (zerosOf(n) === bits) return n;
};

describe('proof of work', () => {
  it.each([0, 1, 7, 8, 9, 12])('of %i zero bits is a number with as many, and none with one less', (bits) => {
    expect(provesWork('seed', String(withZeros(bits)), bits)).toBe(true);
    expect(provesWork('seed', String(withZeros(bits)), bits + 1)).toBe(false);
  });

  it('is of its seed', () => {
    const n = String(withZeros(10));
    expect([provesWork('seed', n, 10), provesWork('other', n, 10)]).toEqual([true, false]);
  });

  it.each(['', 'a', '-1', '1e3', '0x10', '1'.repeat(13)])('is a number in digits, not "%s"', (n) => {
    expect(provesWork('seed', n, 0)).toBe(false);
  });
});
