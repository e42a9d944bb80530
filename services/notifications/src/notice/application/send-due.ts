import type { DueNotice } from './deliveries.js';

/** A part of the to-do list. */
export interface DueQueue<Claimed> {
  due(limit: number): Promise<readonly DueNotice[]>;
  /** Undefined when another process has it. */
  claim(due: DueNotice, leaseMs: number): Promise<Claimed | undefined>;
}

export interface Attempts {
  readonly atOnce: number;
  /** Longer than `attemptMs`. */
  readonly leaseMs: number;
  readonly attemptMs: number;
  readonly stopping: AbortSignal;
}

/** One attempt at each of a few that are due. Answers how many they were. */
export async function sendDue<Claimed>(
  queue: DueQueue<Claimed>,
  { atOnce, leaseMs, attemptMs, stopping }: Attempts,
  send: (claimed: Claimed, signal: AbortSignal) => Promise<void>,
): Promise<number> {
  return doAll(await queue.due(atOnce), async (due) => {
    const claimed = await queue.claim(due, leaseMs);
    if (claimed) await send(claimed, AbortSignal.any([stopping, AbortSignal.timeout(attemptMs)]));
  });
}

/** Concurrently. Answers how many they were; throws the first that failed, once all have ended. */
export async function doAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<number> {
  const results = await Promise.allSettled(items.map((item) => work(item)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return items.length;
}
