import { expect, test } from '@jest/globals';
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
