import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { watchLoop } from './late-loop.js';

function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('a loop is late after work that nothing could come between, until it is in time again', async () => {
  const loop = watchLoop({ everyMs: 20, lateMs: 200 });
  try {
    await pause(50);
    expect(loop.isLate()).toBe(false);
    work(300);
    await pause(5);
    expect(loop.isLate()).toBe(true);
    await pause(100);
    expect(loop.isLate()).toBe(false);
  } finally {
    loop.stop();
  }
});
