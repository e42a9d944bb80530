import { setTimeout as sleep } from 'node:timers/promises';
import type { Composition } from '../composition.js';
import type { Report } from './command.js';

const CATCH_UP_TIMEOUT_MS = 180_000;
const POLL_INTERVAL_MS = 200;

/** Waits until every consumer has consumed what is recorded now; false when that takes more than three minutes. */
export async function caughtUp(composition: Composition, report: Report, signal: AbortSignal): Promise<boolean> {
  const count = await composition.backlog();
  const end = Date.now() + CATCH_UP_TIMEOUT_MS;
  let total = 0;
  while (!signal.aborted) {
    const behind = await count();
    total = Math.max(total, behind);
    if (total > 0) report.progress(total - behind, total, 'events consumed');
    if (behind === 0) return true;
    if (Date.now() > end) return false;
    await sleep(POLL_INTERVAL_MS);
  }
  return false;
}
