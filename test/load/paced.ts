import { setTimeout as sleep } from 'node:timers/promises';

export const PER_SECOND = 200;

/** Starts so many a second, however long each takes. */
export async function paced(seconds: number, once: () => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let count = 0; count < seconds * PER_SECOND; count += 1) {
    const wait = begun + (count * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(once());
  }
  await Promise.all(running);
}
