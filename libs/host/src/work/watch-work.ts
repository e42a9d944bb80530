import { gauge, type Logger } from '@otklik/observability';
import type { Pool } from 'pg';
import { Background, type BackgroundTask } from '../service/background.js';

const overdue = gauge('otklik_work_overdue_seconds', 'How long the work of the kind that is due longest has waited', [
  'service',
  'kind',
]);

const INTERVAL_MS = 60_000;

/** Measures each minute how long due work of a service has waited. */
@Background('INSIDE')
export class WatchWork implements BackgroundTask {
  readonly #kinds = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly service: string,
    private readonly worker: Pick<Pool, 'query'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const { service, logger } = this;
    const failed = (error: unknown): void => logger.debug('due work could not be measured', { service, error });
    this.#timer = setInterval(() => void this.measure().catch(failed), INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** One statement, which reads two entries of the index for each kind. A kind of which none is left has waited for 0 s. */
  async measure(): Promise<void> {
    const table = `${this.service}.work`;
    const { rows } = await this.worker.query<{ kind: string; seconds: number }>({
      name: `watch_${table}`,
      text: `
        with recursive kinds as (
          select min(kind) as kind from ${table}
          union all
          select (select min(w.kind) from ${table} w where w.kind > k.kind) from kinds k where k.kind is not null)
        select k.kind, greatest(0, extract(epoch from clock_timestamp() - (
          select min(w.due_at) from ${table} w where w.kind = k.kind)))::float8 as seconds
        from kinds k where k.kind is not null`,
    });
    const seconds = new Map(rows.map((row) => [row.kind, row.seconds]));
    for (const kind of seconds.keys()) this.#kinds.add(kind);
    for (const kind of this.#kinds) overdue.set({ service: this.service, kind }, seconds.get(kind) ?? 0);
  }
}
