import { setTimeout as sleep } from 'node:timers/promises';
import type { Composition } from '../composition.js';
import type { Report } from './command.js';

const PATIENCE_MS = 180_000;
const POLL_INTERVAL_MS = 200;

/** Waits until every consumer has had all that there is now. False when they do not get there in three minutes. */
export async function caughtUp(composition: Composition, report: Report, signal: AbortSignal): Promise<boolean> {
  const count = await composition.backlog();
  const end = Date.now() + PATIENCE_MS;
  let total = 0;
  while (!signal.aborted) {
    const behind = await count();
    total = Math.max(total, behind);
    if (total > 0) report.progress(total - behind, total, 'facts taken in by their consumers');
    if (behind === 0) return true;
    if (Date.now() > end) return false;
    await sleep(POLL_INTERVAL_MS);
  }
  return false;
}
