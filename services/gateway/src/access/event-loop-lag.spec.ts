import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchEventLoopLag } from './event-loop-lag.js';

function block(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('exceeds the lag after a blocking call, until a sample is in time again', async () => {
  const lag = watchEventLoopLag({ sampleIntervalMs: 20, maxLagMs: 200 });
  try {
    await sleep(50);
    expect(lag.isExceeded()).toBe(false);
    block(300);
    await sleep(5);
    expect(lag.isExceeded()).toBe(true);
    await sleep(100);
    expect(lag.isExceeded()).toBe(false);
  } finally {
    lag.stop();
  }
});

describe('a sample', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  test('is late by more than the lag, counted from the interval after the one before', () => {
    jest.useFakeTimers();
    let now = 1_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const lag = watchEventLoopLag({ sampleIntervalMs: 150, maxLagMs: 200 });
    const exceeded = [lag.isExceeded()];
    for (const after of [150, 150, 150 + 200, 150 + 201, 150]) {
      now += after;
      jest.advanceTimersByTime(150);
      exceeded.push(lag.isExceeded());
    }
    lag.stop();
    expect(exceeded).toEqual([false, false, false, false, true, false]);
  });
});
