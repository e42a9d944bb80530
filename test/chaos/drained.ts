import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from './run.js';

/** Waits until the last submission that was acknowledged by now is found: no fact waits in the log or in Kafka. */
export async function drained(run: Run, begun: number, measure: string, timeoutMs = 60_000): Promise<void> {
  const until = Date.now();
  const last = run.journal.acknowledged.filter(({ receipts }) => receipts[0]!.at <= until).at(-1);
  if (!last) throw new Error('nothing was acknowledged');
  let reason = 'it is not found';
  const found = (): Promise<boolean> =>
    run.client.found(last.district, last.mark).then(
      ({ seen }) => seen.some(({ id }) => id === last.receipts[0]!.id),
      (error: Error) => {
        reason = error.message;
        return false;
      },
    );
  while (!(await found())) {
    if (Date.now() - begun > timeoutMs)
      throw new Error(`not drained after ${timeoutMs / 1_000} s (${measure}): ${reason}`);
    await sleep(100);
  }
  run.record(measure, Date.now() - begun);
}
