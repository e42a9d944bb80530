import { expect, it } from '@jest/globals';
import { ForegroundPriority } from './foreground-priority.js';

const never = new AbortController().signal;

function queueOf(priority: ForegroundPriority, length: number): () => void {
  const gate = Promise.withResolvers<void>();
  for (let one = 0; one < length; one += 1) void priority.foreground(() => gate.promise);
  return gate.resolve;
}

async function pauseOf(priority: ForegroundPriority, workedMs: number, signal = never): Promise<number> {
  const begun = performance.now();
  await priority.throttle(workedMs, signal);
  return performance.now() - begun;
}

it('does not throttle while fewer than eight wait', async () => {
  const priority = new ForegroundPriority();
  queueOf(priority, 7);
  expect(priority.waiting).toBe(7);
  expect(await pauseOf(priority, 1_000)).toBeLessThan(20);
});

it('pauses nine times as long as the work took while a queue waits', async () => {
  const priority = new ForegroundPriority();
  queueOf(priority, 8);
  expect(await pauseOf(priority, 10)).toBeGreaterThanOrEqual(90);
});

it('makes the pauses of two kinds of work consecutive', async () => {
  const priority = new ForegroundPriority();
  queueOf(priority, 8);
  const [first, second] = await Promise.all([pauseOf(priority, 10), pauseOf(priority, 10)]);
  expect(first).toBeGreaterThanOrEqual(90);
  expect(second).toBeGreaterThanOrEqual(180);
});

it('ends the pause when the queue is empty, and on abort', async () => {
  const priority = new ForegroundPriority();
  const answered = queueOf(priority, 8);
  const pause = pauseOf(priority, 1_000_000);
  answered();
  expect(await pause).toBeLessThan(2_500);
  expect(priority.waiting).toBe(0);
  queueOf(priority, 8);
  expect(await pauseOf(priority, 1_000_000, AbortSignal.abort())).toBeLessThan(20);
});

it('keeps throttling for a moment after the queue is empty', async () => {
  const priority = new ForegroundPriority();
  queueOf(priority, 8)();
  await Promise.resolve();
  const begun = performance.now();
  await priority.throttle(1_000_000, never);
  const paused = performance.now() - begun;
  expect(paused).toBeGreaterThan(100);
  expect(paused).toBeLessThan(2_500);
});

it('pauses during a bulk load for half a second at most', async () => {
  const priority = new ForegroundPriority();
  const brought = Promise.withResolvers<void>();
  const bulk = priority.bulkLoad(() => brought.promise);
  expect(await pauseOf(priority, 10)).toBeGreaterThanOrEqual(90);
  const longest = await pauseOf(priority, 1_000_000);
  expect(longest).toBeGreaterThanOrEqual(500);
  expect(longest).toBeLessThan(2_500);
  brought.resolve();
  await bulk;
  expect(await pauseOf(priority, 1_000)).toBeLessThan(20);
});

it('stops counting work that fails', async () => {
  const priority = new ForegroundPriority();
  await expect(priority.foreground(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(priority.waiting).toBe(0);
});
