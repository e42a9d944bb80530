import { gauge, type Logger } from '@otklik/observability';
import type { Pool } from 'pg';
import { Background, type BackgroundTask } from '../service/background.js';
import { earliestOfKinds } from './earliest-work.js';

const overdue = gauge('otklik_work_overdue_seconds', 'How long the work of the kind that is due longest has waited', [
  'service',
  'kind',
]);

const INTERVAL_MS = 60_000;

/** Measures each minute how long due work of a service has waited. */
@Background('INSIDE')
export class WatchWork implements BackgroundTask {
  private readonly kinds = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly service: string,
    private readonly worker: Pick<Pool, 'query'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const { service, logger } = this;
    const failed = (error: unknown): void => logger.debug('due work could not be measured', { service, error });
    this.timer = setInterval(() => void this.measure().catch(failed), INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** A kind of which none is left has waited for 0 s. */
  async measure(): Promise<void> {
    const found = await earliestOfKinds(this.worker, this.service);
    const seconds = new Map(found.map(({ kind, dueAt, now }) => [kind, Math.max(0, now - dueAt) / 1_000]));
    for (const kind of seconds.keys()) this.kinds.add(kind);
    for (const kind of this.kinds) overdue.set({ service: this.service, kind }, seconds.get(kind) ?? 0);
  }
}
