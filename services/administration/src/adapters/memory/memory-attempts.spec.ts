import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ANYWHERE } from '../../application/attempts.js';
import { MAX_ZERO_BITS, MIN_ZERO_BITS } from '../../application/password-attempts.js';
import { MemoryAttempts } from './memory-attempts.js';
import { MemoryPasswordAttempts } from './memory-password-attempts.js';

const MINUTE_MS = 60_000;

beforeEach(() => void jest.useFakeTimers({ now: 1_764_500_000_000 }));
afterEach(() => void jest.useRealTimers());

const times = async <Answer>(count: number, act: (at: number) => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let at = 0; at < count; at += 1) answers.push(await act(at));
  return answers;
};

describe('tries of codes', () => {
  let attempts: MemoryAttempts;
  beforeEach(() => void (attempts = new MemoryAttempts()));

  it('are five from one place within a quarter of an hour, however the login is written', async () => {
    const written = ['head', ' HEAD', 'Head ', 'head', 'head'];
    expect(await times(5, (at) => attempts.take(written[at]!, 'net'))).toEqual([4, 3, 2, 1, 0]);
    expect(await attempts.take('head', 'net')).toBeUndefined();
    expect(await attempts.take('head', 'other net')).toBe(4);
    expect(await attempts.take('other', 'net')).toBe(4);
    jest.advanceTimersByTime(15 * MINUTE_MS - 1_000);
    expect(await attempts.take('head', 'net')).toBeUndefined();
    jest.advanceTimersByTime(1_000);
    expect(await attempts.take('head', 'net')).toBe(4);
  });

  it('count together from wherever they come, where the place is anywhere', async () => {
    await times(5, (at) => attempts.take('head', `net ${at}`, ANYWHERE));
    expect(await attempts.take('head', 'net 5', ANYWHERE)).toBeUndefined();
  });

  it('are fifty of a login from all places', async () => {
    expect(await times(50, (at) => attempts.take('head', `net ${at}`))).not.toContain(undefined);
    expect(await attempts.take('head', 'net 50')).toBeUndefined();
  });

  it('are fifty of a network, whatever the logins', async () => {
    expect(await times(50, (at) => attempts.take(`login ${at}`, 'net'))).not.toContain(undefined);
    expect(await attempts.take('login 50', 'net')).toBeUndefined();
    expect(await attempts.take('login 50', 'other net')).toBe(4);
  });

  it('begin anew after a right one, which costs its network nothing', async () => {
    await times(5, () => attempts.take('head', 'net'));
    await attempts.forgive('HEAD ', 'net');
    expect(await attempts.take('head', 'net')).toBe(4);
    await times(44, (at) => attempts.take(`login ${at}`, 'net'));
    expect(await attempts.take('late', 'net')).toBe(4);
    expect(await attempts.take('later', 'net')).toBeUndefined();
  });
});

describe('tries of passwords', () => {
  const net = { network: 'net' };
  const own = { network: 'net', device: 'd' };
  const work = { zeroBits: MIN_ZERO_BITS };
  let attempts: MemoryPasswordAttempts;
  beforeEach(() => void (attempts = new MemoryPasswordAttempts()));

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

  it('begin anew after a right one; one from a known device leaves those of strangers counted', async () => {
    await times(5, () => attempts.take('head', net, 0));
    await times(5, () => attempts.take('head', own, 0));
    await attempts.forgive('head', own);
    expect(await attempts.take('head', own, 0)).toEqual({ left: 4 });
    expect(await attempts.take('head', net, 0)).toEqual(work);
    await attempts.forgive('head', net);
    expect(await attempts.take('head', net, 0)).toEqual({ left: 4 });
  });
});
