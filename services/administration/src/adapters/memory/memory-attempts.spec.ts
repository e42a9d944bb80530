import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ANYWHERE } from '../../application/attempts.js';
import { MemoryAttempts } from './memory-attempts.js';

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

  it('restart after a right one, which costs its network nothing', async () => {
    await times(5, () => attempts.take('head', 'net'));
    await attempts.forgive('HEAD ', 'net');
    expect(await attempts.take('head', 'net')).toBe(4);
    await times(44, (at) => attempts.take(`login ${at}`, 'net'));
    expect(await attempts.take('late', 'net')).toBe(4);
    expect(await attempts.take('later', 'net')).toBeUndefined();
  });
});
