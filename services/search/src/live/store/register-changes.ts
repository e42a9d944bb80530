import { Inject, Injectable } from '@nestjs/common';
import { ACTIVITY, Background, type BackgroundTask, WORKER_POOL } from '@otklik/host';
import type { ProcessActivity } from '@otklik/kernel';
import { pause } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { forgetNetworks } from '../../publications/store/readers-networks.js';
import type { RegisterFacets } from '../../register/application/list/register-facets.js';

export interface RegisterChange {
  readonly district: number;
  /** Grows with every change, over all districts, and over rebuilds. */
  readonly change: number;
  readonly appeal: string;
  /** Of the appeal's stream. */
  readonly version: number;
  /** Null when the row is new. */
  readonly before: RegisterFacets | null;
  readonly after: RegisterFacets;
}

type StoredChange = Omit<RegisterChange, 'change'> & { readonly change: string };

/** Between two polls: the shortest after a change or a hint, doubled by every poll that finds nothing. */
const MIN_MS = 10;
const MAX_MS = 500;
/** Where no other process writes the register, and this one is at rest. */
const REST_MS = 10_000;
const PAGE_SIZE = 500;
const KEPT_DAYS = 7;
const PRUNE_INTERVAL_MS = 3_600_000;

/**
 * The changes of the register's rows, in the order of commits. Follows `register_change`: one poller for all followers in the process,
 * woken at once by the process's own projection.
 */
@Background('INSIDE', { isNeededByRequests: true })
@Injectable()
export class RegisterChanges implements BackgroundTask {
  private head = 0;
  private readonly stopping = new AbortController();
  private readonly waiting = new Set<() => void>();
  private wakeUp: (() => void) | undefined;
  private pauseMs = MIN_MS;
  private polling: Promise<void> = Promise.resolve();

  constructor(
    @Inject(WORKER_POOL) private readonly worker: Pool,
    private readonly database: Database,
    private readonly logger: Logger,
    @Inject(ACTIVITY) private readonly activity?: ProcessActivity,
  ) {}

  async start(): Promise<void> {
    this.head = await this.newest();
    this.polling = this.poll();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeFollowers();
    await this.polling;
  }

  /** Something may be new: a transaction of this process is about to commit. */
  hint(): void {
    setTimeout(() => {
      this.pauseMs = MIN_MS;
      this.wakeUp?.();
    }, 2).unref();
  }

  /** The newest change's number. */
  async newest(): Promise<number> {
    const { rows } = await this.worker.query<{ head: string }>(
      `select coalesce(max(change), 0) as head from search.register_change`,
    );
    return Number(rows[0]!.head);
  }

  /**
   * Whether a follower of the district can resume after `change`: not when later changes may have been pruned already. A
   * rebuild draws new, higher numbers for the rows, so the answer is no more often than necessary.
   */
  async resumable(district: number, change: number): Promise<boolean> {
    const { rows } = await this.database.scope(district).query<{ resumable: boolean }>(
      `select exists (select from search.register_change where district = $1 and change <= $2)
         or not exists (select from search.register_head where district = $1 and change > $2) as resumable`,
      [district, change],
    );
    return rows[0]!.resumable;
  }

  /** Changes after `after`, in order and by pages; of one district or of all. Ends on abort and when the process stops. */
  async *follow(after: number, signal: AbortSignal, district?: number): AsyncGenerator<readonly RegisterChange[]> {
    let from = after;
    while (!signal.aborted && !this.stopping.signal.aborted) {
      // Taken before the page: what is committed after it moves the head once more.
      const seen = this.head;
      const page = await this.page(from, district);
      if (page.length === 0) await this.moved(seen, signal);
      else {
        from = page.at(-1)!.change;
        yield page;
      }
    }
  }

  /** The next changes after `after`, at once; empty when there are none. */
  async page(after: number, district?: number): Promise<readonly RegisterChange[]> {
    const text = `select district, change, appeal, version, before, after from search.register_change
      where change > $1 and ($2::int is null or district = $2) order by change limit ${PAGE_SIZE}`;
    const values = [after, district ?? null];
    const { rows } =
      district === undefined
        ? await this.worker.query<StoredChange>(text, values)
        : await this.database.scope(district).query<StoredChange>(text, values);
    return rows.map((row) => ({ ...row, change: Number(row.change) }));
  }

  /** The newest change that this process knows of; never behind the last argument of `moved`. */
  known(): number {
    return this.head;
  }

  /** Resolves when the newest known change is not `seen` any more, or on abort. */
  moved(seen: number, signal: AbortSignal): Promise<void> {
    if (this.head !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener('abort', done);
        this.waiting.delete(done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      this.waiting.add(done);
    });
  }

  private wakeFollowers(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private async poll(): Promise<void> {
    let prune = performance.now();
    while (!this.stopping.signal.aborted) {
      try {
        const head = await this.newest();
        if (head !== this.head) {
          this.head = head;
          this.pauseMs = MIN_MS;
          this.wakeFollowers();
        }
        if (performance.now() >= prune) {
          prune = performance.now() + PRUNE_INTERVAL_MS;
          await this.prune();
        }
      } catch (error) {
        this.logger.warn('reading changes of the register failed', { service: 'search', error });
        await pause(1_000, this.stopping.signal);
      }
      await this.pauseUntilHint();
    }
  }

  private async pauseUntilHint(): Promise<void> {
    const ended = new AbortController();
    this.wakeUp = () => ended.abort();
    await pause(this.pauseMs, AbortSignal.any([ended.signal, this.stopping.signal]));
    const isAtRest = this.activity?.isAlone === true && this.activity.isAtRest();
    this.pauseMs = Math.min(this.pauseMs * 2, isAtRest ? REST_MS : MAX_MS);
  }

  /** What the service keeps for a time alone, hour by hour. */
  private async prune(): Promise<void> {
    await this.worker.query(
      `delete from search.register_change where recorded_at < now() - make_interval(days => ${KEPT_DAYS})`,
    );
    await forgetNetworks(this.worker);
  }
}
