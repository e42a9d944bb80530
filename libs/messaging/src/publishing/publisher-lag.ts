import type { EventLog } from '@otklik/event-store';
import type { Logger } from '@otklik/observability';
import { pause } from '../log-subscription.js';

const MEASURE_INTERVAL_MS = 5000;

export interface PublisherLagOptions {
  readonly log: EventLog;
  /** The position up to which the log is published. */
  readonly position: () => number;
  readonly report: (seconds: number) => void;
  readonly logger: Logger;
  readonly intervalMs?: number;
}

/**
 * Reports the age of the oldest event that is not published, until the signal: what consumers have not got cannot lag
 * with them. 0 at the end, because another process publishes then.
 */
export async function watchPublisherLag(options: PublisherLagOptions, signal: AbortSignal): Promise<void> {
  const { log, position, report, logger, intervalMs = MEASURE_INTERVAL_MS } = options;
  while (!signal.aborted) {
    try {
      const [oldest] = await log.read(position(), 1);
      if (!signal.aborted) report(oldest ? Math.max(0, (Date.now() - Date.parse(oldest.recordedAt)) / 1000) : 0);
    } catch (error) {
      logger.debug('the lag of the publisher could not be measured', { service: log.service, error });
    }
    await pause(intervalMs, signal);
  }
  report(0);
}
