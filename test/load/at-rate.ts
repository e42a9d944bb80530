import { setTimeout as sleep } from 'node:timers/promises';

/** Starts `work` so many times a second, however long each takes; resolves when all have ended. */
export async function atRate(
  perSecond: number,
  seconds: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let number = 0; number < seconds * perSecond; number += 1) {
    const wait = begun + (number * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    const one = work(number);
    // Handled at once: an unhandled rejection would end the process and leave its servers running.
    one.catch(() => undefined);
    running.push(one);
  }
  await Promise.all(running);
}
