import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MAX_ZERO_BITS, MIN_ZERO_BITS, PasswordAttempts, zeroBitsAfter } from './password-attempts.js';

const MINUTE_MS = 60_000;

beforeEach(() => void jest.useFakeTimers({ now: 1_764_500_000_000 }));
afterEach(() => void jest.useRealTimers());

const times = async <Answer>(count: number, act: (at: number) => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let at = 0; at < count; at += 1) answers.push(await act(at));
  return answers;
};

it('doubles the work with each five tries from one place, up to what a browser can do', () => {
  expect([0, 4, 5, 9, 10].map(zeroBitsAfter)).toEqual([0, 0, 1, 1, 2].map((more) => MIN_ZERO_BITS + more));
  expect([30, 1_000_000].map(zeroBitsAfter)).toEqual([MAX_ZERO_BITS, MAX_ZERO_BITS]);
});

describe('tries of passwords', () => {
  const net = { network: 'net' };
  const own = { network: 'net', device: 'd' };
  const work = { zeroBits: MIN_ZERO_BITS };
  let attempts: PasswordAttempts;
  beforeEach(() => void (attempts = new PasswordAttempts()));

  it('cost work after five from one network, and not those of a known device or of other networks', async () => {
    expect(await times(5, () => attempts.take('head', net, 0))).toEqual([4, 3, 2, 1, 0].map((left) => ({ left })));
    expect([await attempts.zeroBits('head', net), await attempts.take('HEAD ', net, 0)]).toEqual([MIN_ZERO_BITS, work]);
    expect([await attempts.zeroBits('head', own), await attempts.take('head', own, 0)]).toEqual([0, { left: 4 }]);
    expect(await attempts.take('head', { network: 'other' }, 0)).toEqual({ left: 4 });
    jest.advanceTimersByTime(15 * MINUTE_MS);
    expect(await attempts.take('head', net, 0)).toEqual({ left: 4 });
  });

  it('cost work after fifty of a login from all networks but from a known device, and after fifty of a network', async () => {
    const answers = await times(50, (at) => attempts.take('head', { network: `${at}` }, 0));
    expect(answers.filter((answer) => 'zeroBits' in answer)).toEqual([]);
    expect(await attempts.take('head', { network: 'next' }, 0)).toEqual(work);
    // The owner's device has its own, and what is right there forgives strangers nothing.
    expect([await attempts.zeroBits('head', own), await attempts.take('head', own, 0)]).toEqual([0, { left: 4 }]);
    await attempts.forgive('head', own);
    expect(await attempts.take('head', { network: 'one more' }, 0)).toEqual(work);
    const ofNetwork = await times(50, (at) => attempts.take(`login ${at}`, net, 0));
    expect(ofNetwork.filter((answer) => 'zeroBits' in answer)).toEqual([]);
    expect(await attempts.take('next', net, 0)).toEqual(work);
  });

  it('are taken by the work that is asked for, which is more with each five within an hour', async () => {
    await times(5, () => attempts.take('head', net, 0));
    expect(await attempts.take('head', net, MIN_ZERO_BITS - 1)).toEqual(work);
    expect(await times(5, () => attempts.take('head', net, MIN_ZERO_BITS))).toEqual(Array(5).fill({ left: 0 }));
    expect(await attempts.take('head', net, MIN_ZERO_BITS)).toEqual({ zeroBits: MIN_ZERO_BITS + 1 });
    await times(100, () => attempts.take('head', net, MAX_ZERO_BITS));
    expect(await attempts.take('head', net, MAX_ZERO_BITS - 1)).toEqual({ zeroBits: MAX_ZERO_BITS });
    jest.advanceTimersByTime(59 * MINUTE_MS);
    await times(5, () => attempts.take('head', net, 0));
    expect(await attempts.zeroBits('head', net)).toBe(MAX_ZERO_BITS);
    jest.advanceTimersByTime(MINUTE_MS);
    expect(await attempts.zeroBits('head', net)).toBe(MIN_ZERO_BITS);
  });

  it('restart after a right one; one from a known device leaves those of strangers counted', async () => {
    await times(5, () => attempts.take('head', net, 0));
    await times(5, () => attempts.take('head', own, 0));
    await attempts.forgive('head', own);
    expect(await attempts.take('head', own, 0)).toEqual({ left: 4 });
    expect(await attempts.take('head', net, 0)).toEqual(work);
    await attempts.forgive('head', net);
    expect(await attempts.take('head', net, 0)).toEqual({ left: 4 });
  });

  it('are announced before the next one: none is needed while one is left', async () => {
    const bits = await times(6, async () => {
      const next = await attempts.zeroBits('head', net);
      await attempts.take('head', net, 0);
      return next;
    });
    expect(bits).toEqual([0, 0, 0, 0, 0, MIN_ZERO_BITS]);
    jest.advanceTimersByTime(15 * MINUTE_MS - 1_000);
    expect(await attempts.zeroBits('head', net)).toBe(MIN_ZERO_BITS);
  });

  it('of a login restart for all networks after a right one, and the network has that try back', async () => {
    await times(50, (at) => attempts.take('head', { network: `${at}` }, 0));
    await times(50, (at) => attempts.take(`login ${at}`, net, 0));
    await attempts.forgive('head', { network: 'own' });
    expect(await attempts.take('head', { network: 'next' }, 0)).toEqual({ left: 4 });
    await attempts.forgive('login 1', net);
    expect([await attempts.take('another', net, 0), await attempts.take('another', net, 0)]).toEqual([
      { left: 0 },
      work,
    ]);
  });

  it('cost no more than at first after a right one', async () => {
    await times(5, () => attempts.take('head', net, 0));
    await times(10, () => attempts.take('head', net, MAX_ZERO_BITS));
    expect(await attempts.zeroBits('head', net)).toBe(MIN_ZERO_BITS + 2);
    await attempts.forgive('head', net);
    await times(5, () => attempts.take('head', net, 0));
    expect(await attempts.zeroBits('head', net)).toBe(MIN_ZERO_BITS);
  });
});
