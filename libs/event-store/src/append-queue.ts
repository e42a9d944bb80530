import { Turns } from '@otklik/kernel';
import type { AppendResult } from './event-store.js';
import type { PreparedAppend } from './prepared-append.js';

/** An append in the queue or in a batch; settled exactly once. */
export interface Pending {
  readonly request: PreparedAppend;
  settle(result: AppendResult): void;
  fail(error: unknown): void;
}

const MAX_BATCH = 256;
/** Bounds a batch by its events too, because one command may have many. */
const MAX_BATCH_EVENTS = 1_000;
/** The ready appends are split among the free connections, but into batches of no less than this. */
const MIN_SHARE = 8;

/**
 * Group commit without a timer: appends that arrive while a batch is executed form the next batch of the connection that
 * becomes free first. A stream has at most one append in progress, so the appends of this process do not compete for a head
 * row and keep their order. A batch takes one append of each district in turn, so one district's many do not delay another's.
 */
export class AppendQueue {
  /** By district. */
  private readonly ready = new Turns<number, Pending>();
  /** Stream → appends that wait for the one in progress. */
  private readonly streams = new Map<string, Pending[]>();
  private readonly free: ((batch: Pending[]) => Promise<void>)[];
  private readonly whenDrained: (() => void)[] = [];
  private scheduled = false;

  /** Each sender runs one batch at a time, settles all of it, and never throws. */
  constructor(senders: readonly ((batch: Pending[]) => Promise<void>)[]) {
    this.free = [...senders];
  }

  add(request: PreparedAppend): Promise<AppendResult> {
    const key = `${request.district}/${request.stream}`;
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        request,
        settle: (result) => {
          this.release(key);
          resolve(result);
        },
        fail: (error) => {
          this.release(key);
          reject(error as Error);
        },
      };
      const waiting = this.streams.get(key);
      if (waiting) waiting.push(pending);
      else {
        this.streams.set(key, []);
        this.ready.add(request.district, pending);
        this.schedule();
      }
    });
  }

  /** Resolves when every append that was added is settled. */
  async drained(): Promise<void> {
    if (this.streams.size > 0) await new Promise<void>((drained) => this.whenDrained.push(drained));
  }

  private release(key: string): void {
    const next = this.streams.get(key)?.shift();
    if (!next) {
      this.streams.delete(key);
      if (this.streams.size === 0) for (const drained of this.whenDrained.splice(0)) drained();
      return;
    }
    this.ready.add(next.request.district, next);
    this.schedule();
  }

  /** Deferred to the next tick, so that appends of one turn of the event loop share a batch. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    process.nextTick(() => {
      this.scheduled = false;
      this.dispatch();
    });
  }

  private dispatch(): void {
    while (this.ready.size > 0) {
      const send = this.free.pop();
      if (!send) return;
      void send(this.take()).finally(() => {
        this.free.push(send);
        this.schedule();
      });
    }
  }

  /** Takes a share of the ready appends, so that the server executes one batch while this process prepares the other. */
  private take(): Pending[] {
    const share = Math.max(MIN_SHARE, Math.ceil(this.ready.size / (this.free.length + 1)));
    const limit = Math.min(share, MAX_BATCH);
    const batch: Pending[] = [];
    let events = 0;
    for (let next = this.ready.next(); next && batch.length < limit; next = this.ready.next()) {
      events += next.request.events.length;
      if (batch.length > 0 && events > MAX_BATCH_EVENTS) break;
      this.ready.take();
      batch.push(next);
    }
    return batch;
  }
}
