import { expect, it } from '@jest/globals';
import { constants, PerformanceObserver, type NodeGCPerformanceDetail } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { collect, releaseMemoryLater } from './release-memory.js';

const GIGABYTE = 1024 ** 3;

async function isReleased(memory: number): Promise<boolean> {
  let released = false;
  releaseMemoryLater({ memory, delayMs: 1, release: () => (released = true) });
  await sleep(50);
  return released;
}

it('releases what long work has left on a small machine alone', async () => {
  expect([await isReleased(4 * GIGABYTE), await isReleased(GIGABYTE)]).toEqual([false, true]);
});

it('releases it by collections of the whole heap', async () => {
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries() as unknown as readonly { readonly detail: NodeGCPerformanceDetail }[])
      if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) count += 1;
  });
  observer.observe({ entryTypes: ['gc'] });
  collect();
  await sleep(50);
  observer.disconnect();
  // V8's thorough collection repeats itself.
  expect(count).toBeGreaterThan(1);
});
