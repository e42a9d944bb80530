import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { WorkChallenges, type WorkChallenge } from './work-challenges.js';

const MINUTE_MS = 60_000;
const BITS = 8;

class FakedClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}

class OneSecret extends Secrets {
  constructor(private readonly byte = 3) {
    super();
  }
  of(): Buffer {
    return Buffer.alloc(32, this.byte);
  }
}

let work: WorkChallenges;
beforeEach(() => {
  jest.useFakeTimers({ now: 1_764_500_000_000 });
  work = new WorkChallenges(new FakedClock(), new OneSecret());
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** The first number whose digest begins with so many zeros, and no more where `exactly`. */
function proof({ seed }: WorkChallenge, bits = BITS, exactly = false): string {
  for (let n = 0; ; n += 1) {
    const zeros = Math.clz32(createHash('sha256').update(`${seed}.${n}`).digest().readUInt32BE(0));
    if (exactly ? zeros === bits : zeros >= bits) return String(n);
  }
}

describe('work for a try of a password', () => {
  it('counts once, for the login that it was asked of, however that is written', () => {
    const challenge = work.challenge(' Head', BITS);
    expect([challenge.zeroBits, work.take('other', challenge.token, proof(challenge))]).toEqual([BITS, 0]);
    expect(work.take('HEAD ', challenge.token, proof(challenge))).toBe(BITS);
    expect(work.take('head', challenge.token, proof(challenge))).toBe(0);
  });

  it('is spent by a wrong answer', () => {
    const challenge = work.challenge('head', BITS);
    expect(work.take('head', challenge.token, proof(challenge, BITS - 1, true))).toBe(0);
    expect(work.take('head', challenge.token, proof(challenge))).toBe(0);
  });

  it('is valid for a quarter of an hour', () => {
    const [challenge, late] = [work.challenge('head', BITS), work.challenge('head', BITS)];
    jest.advanceTimersByTime(15 * MINUTE_MS - 1);
    expect(work.take('head', challenge.token, proof(challenge))).toBe(BITS);
    jest.advanceTimersByTime(1);
    expect(work.take('head', late.token, proof(late))).toBe(0);
  });

  it('stays spent for as long as it would be valid, whatever else is spent in a rush', async () => {
    jest.useRealTimers();
    const begun = Date.now();
    let passed = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => begun + passed);
    jest.spyOn(Date, 'now').mockImplementation(() => begun + passed);
    work = new WorkChallenges({ now: () => new Date(begun + passed).toISOString() }, new OneSecret());
    const challenge = work.challenge('head', BITS);
    const n = proof(challenge);
    expect(work.take('head', challenge.token, n)).toBe(BITS);
    for (let others = 0; others < 1_000; others += 1) work.take('head', work.challenge('head', BITS).token, '0');
    for (let minutes = 1; minutes < 15; minutes += 1) {
      passed += MINUTE_MS;
      // The cache reads its clock once in a millisecond.
      await sleep(3);
      expect(work.take('head', challenge.token, n)).toBe(0);
    }
  });

  it.each(['', 'a', '-1', '1e3', '0x10', '1'.repeat(13)])('is proven by a number, not by "%s"', (answer) => {
    expect(work.take('head', work.challenge('head', 0).token, answer)).toBe(0);
  });

  it('was asked for here', () => {
    const other = new WorkChallenges(new FakedClock(), new OneSecret(4));
    const challenge = other.challenge('head', BITS);
    expect(work.take('head', challenge.token, proof(challenge))).toBe(0);
    expect([work.take('head', '', '1'), work.take('head', 'x'.repeat(201), '1')]).toEqual([0, 0]);
  });
});
