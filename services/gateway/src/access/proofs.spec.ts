import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { openProofs, type Challenge } from './proofs.js';

const key = Buffer.alloc(32, 3);

/** As a browser's script does it. */
function worked({ token, zeroBits }: Challenge): string {
  for (let n = 0; ; n += 1) {
    const digest = createHash('sha256').update(`${token}.${n}`).digest();
    if (Math.clz32(digest.readUInt32BE(0)) >= zeroBits) return `${token}.work.${n}`;
  }
}

const summed = ({ token, sum: [one, other] }: Challenge, wrongBy = 0): string =>
  `${token}.sum.${one + other + wrongBy}`;

it('takes work, and the sum of a page without script', () => {
  const proofs = openProofs(key);
  expect(proofs.take(worked(proofs.challenge()))).toBe('work');
  expect(proofs.take(summed(proofs.challenge()))).toBe('sum');
});

it('takes a challenge once', () => {
  const proofs = openProofs(key);
  const challenge = proofs.challenge();
  expect([proofs.take(summed(challenge)), proofs.take(summed(challenge)), proofs.take(worked(challenge))]).toEqual([
    'sum',
    undefined,
    undefined,
  ]);
});

it('asks for the sum of two numbers of one digit, each of them', () => {
  const proofs = openProofs(key);
  const sums = Array.from({ length: 600 }, () => proofs.challenge().sum);
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (const at of [0, 1] as const) expect([...new Set(sums.map((sum) => sum[at]))].sort()).toEqual(digits);
});

it('lets no one guess the sum, or count fewer zeros', () => {
  const proofs = openProofs(key);
  const challenge = proofs.challenge();
  expect([proofs.take(summed(challenge, 1)), proofs.take(summed(challenge))]).toEqual([undefined, undefined]);
  const { token } = proofs.challenge();
  const none = [1, 2, 3].map((n) => proofs.take(`${token}.work.${n}`));
  expect(none).toEqual([undefined, undefined, undefined]);
});

it('takes none that is over, made up, of another installation, or of another form', () => {
  let now = 1_000_000;
  const proofs = openProofs(key, () => now);
  const challenge = proofs.challenge();
  now += 31 * 60_000;
  expect(proofs.take(summed(challenge))).toBeUndefined();
  expect(proofs.take(summed(openProofs(Buffer.alloc(32, 4), () => now).challenge()))).toBeUndefined();
  const { token } = proofs.challenge();
  for (const forged of [undefined, '', 'a.sum.1', `${token}.sum`, `${token}.sum.-1`, `${token}.tea.1`, '..'])
    expect(proofs.take(forged)).toBeUndefined();
});

describe('a proof that was taken', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('stays spent for as long as it would be valid', async () => {
    let now = 1_000_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const proofs = openProofs(key, () => now);
    const proof = summed(proofs.challenge());
    expect(proofs.take(proof)).toBe('sum');
    for (let minutes = 1; minutes <= 31; minutes += 3) {
      now += 3 * 60_000;
      // The cache reads its clock once in a millisecond.
      await sleep(3);
      expect(proofs.take(proof)).toBeUndefined();
    }
  });

  it('stays spent whatever else is spent in a rush', () => {
    const proofs = openProofs(key);
    const proof = summed(proofs.challenge());
    expect(proofs.take(proof)).toBe('sum');
    for (let others = 0; others < 10_100; others += 1) proofs.take(`${proofs.challenge().token}.sum.0`);
    expect(proofs.take(proof)).toBeUndefined();
  });
});

it('is valid for half an hour, in which a form may be corrected', () => {
  let now = 1_000_000;
  const proofs = openProofs(key, () => now);
  const [challenge, later] = [proofs.challenge(), proofs.challenge()];
  now += 30 * 60_000 - 1;
  expect(proofs.take(summed(challenge))).toBe('sum');
  now += 1;
  expect(proofs.take(summed(later))).toBeUndefined();
});

it('asks for 14 zero bits, a second of a phone', () => {
  const proofs = openProofs(key);
  const challenge = proofs.challenge();
  expect(challenge.zeroBits).toBe(14);
  for (let n = 0; ; n += 1) {
    const digest = createHash('sha256').update(`${challenge.token}.${n}`).digest();
    if (Math.clz32(digest.readUInt32BE(0)) !== 13) continue;
    expect(proofs.take(`${challenge.token}.work.${n}`)).toBeUndefined();
    return;
  }
});
