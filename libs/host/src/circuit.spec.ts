import { afterEach, expect, it, jest } from '@jest/globals';
import { BrokenCircuitError } from 'cockatiel';
import { setTimeout as pause } from 'node:timers/promises';
import { circuit } from './circuit.js';

const ALONE_MS = 50;
const HOUR_MS = 3_600_000;
const broken = new Error('broken');

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function opened() {
  const breaker = circuit({ failures: 2, openMs: ALONE_MS, isFault: (error) => error === broken });
  const fails = () => breaker.execute(() => Promise.reject(broken)).catch((error: Error) => error.message);
  const answers = () =>
    breaker.execute(() => Promise.resolve('answered')).catch((error: unknown) => error instanceof BrokenCircuitError);
  return { fails, answers };
}

it('opens after consecutive failures, and lets one call through after the open time', async () => {
  const { fails, answers } = opened();
  expect([await fails(), await answers()]).toEqual(['broken', 'answered']);
  expect([await fails(), await fails(), await answers()]).toEqual(['broken', 'broken', true]);
  await pause(ALONE_MS + 5);
  expect(await answers()).toBe('answered');
});

it('opens again at once when the call that it lets through fails, and others wait for that one', async () => {
  const { fails, answers } = opened();
  await Promise.all([fails(), fails()]);
  await pause(2 * ALONE_MS);
  const [first, second] = await Promise.all([fails(), fails()]);
  expect([first, second === 'broken', await answers()]).toEqual(['broken', false, true]);
});

it('watches the clock only while it is open', async () => {
  jest.useFakeTimers();
  const { fails, answers } = opened();
  await Promise.all([fails(), fails()]);
  expect(jest.getTimerCount()).toBe(1);
  jest.advanceTimersByTime(ALONE_MS + 5);
  expect(await answers()).toBe('answered');
  expect(jest.getTimerCount()).toBe(0);
});

it('closes again when the clock was set back while it was open', async () => {
  const { fails, answers } = opened();
  const now = Date.now.bind(Date);
  await Promise.all([fails(), fails()]);
  expect(await answers()).not.toBe('answered');
  jest.spyOn(Date, 'now').mockImplementation(() => now() - HOUR_MS);
  await pause(3 * ALONE_MS);
  expect(await answers()).toBe('answered');
});

it('closes again when the clock is set back long after it was opened', async () => {
  const { fails, answers } = opened();
  const now = Date.now.bind(Date);
  await Promise.all([fails(), fails()]);
  await pause(3 * ALONE_MS);
  jest.spyOn(Date, 'now').mockImplementation(() => now() - HOUR_MS);
  await pause(3 * ALONE_MS);
  expect(await answers()).toBe('answered');
});
