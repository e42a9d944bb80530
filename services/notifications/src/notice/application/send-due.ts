import { PerformWork, type ClaimedWork, type Performed } from '@otklik/host';
import type { DueNotice } from './deliveries.js';

/** A way by which the service sends itself: what waits is work of this kind, by the notice's id. */
export interface Sending<Pending> {
  readonly kind: 'LETTER' | 'MESSAGE' | 'BODY_REQUEST';
  readonly atOnce: number;
  /** Longer than any attempt. */
  readonly leaseMs: number;
  /** Undefined where it does not wait any more. */
  pending(notice: DueNotice): Promise<Pending | undefined>;
  send(pending: Pending, attempt: ClaimedWork<object>): Promise<Sent>;
}

/** How an attempt ended. */
export interface Sent<Outcome extends string = string> {
  readonly outcome: Outcome;
  /** Absent: it is recorded with its delivery, which ends the work or leaves it. */
  readonly againInMs?: number;
}

/** Of defects and outages; an attempt that failed says itself when it is tried again, and when that is over. */
const BACKOFF = { firstMs: 60_000, maxMs: 3_600_000 };

/** One attempt at each of a few that are due. Answers how many they were. */
export function sendDue<Pending>(
  work: PerformWork,
  { kind, atOnce, leaseMs, pending, send }: Sending<Pending>,
): Promise<number> {
  const perform = async (attempt: ClaimedWork<object>): Promise<Performed> => {
    const due = await pending({ district: attempt.district, notice: attempt.key });
    if (!due) return 'RETRY';
    const { againInMs } = await send(due, attempt);
    return againInMs === undefined ? 'FINISHED' : { againInMs };
  };
  return work.performDue<object>({ kind, perform, atOnce, leaseMs, backoff: BACKOFF, maxAttempts: Infinity });
}
