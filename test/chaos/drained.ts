import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from './run.js';

/** Facts that were acknowledged long enough ago are in the register: nothing waits on its way over Kafka. */
export async function drained(run: Run, begun: number, measure: string, withinMs = 60_000): Promise<void> {
  const until = Date.now();
  const waiting = run.journal.acknowledged.filter(({ receipts }) => receipts[0]!.at <= until).at(-1);
  if (!waiting) throw new Error('nothing was acknowledged');
  let last = 'it is not found';
  const found = (): Promise<boolean> =>
    run.client.found(waiting.district, waiting.mark).then(
      ({ seen }) => seen.some(({ id }) => id === waiting.receipts[0]!.id),
      (error: Error) => {
        last = error.message;
        return false;
      },
    );
  while (!(await found())) {
    if (Date.now() - begun > withinMs) throw new Error(`not drained after ${withinMs / 1_000} s (${measure}): ${last}`);
    await sleep(100);
  }
  run.measured(measure, Date.now() - begun);
}
