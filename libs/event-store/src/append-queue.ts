import type { AppendResult } from './event-store.js';
import type { PreparedAppend } from './prepared-append.js';

/** An append on its way; settled exactly once. */
export interface Pending {
  readonly request: PreparedAppend;
  settle(result: AppendResult): void;
  fail(error: unknown): void;
}

const BATCH = 256;
/** Events of one batch: one command may have many. */
const BATCH_EVENTS = 1_000;
/** What is there is shared among the free carriers, but for less than this no second one sets out. */
const SHARE = 8;

/**
 * Collects appends that come while earlier ones are on the wire, without a timer: whatever is there when a carrier gets
 * free is its next batch. Of one stream there is never more than one under way, so the appends of this process do not
 * compete with each other for a head row, and go in the order they came.
 */
export class AppendQueue {
  readonly #ready: Pending[] = [];
  /** Stream → appends that wait for the one under way. */
  readonly #streams = new Map<string, Pending[]>();
  readonly #free: ((batch: Pending[]) => Promise<void>)[];
  readonly #whenDrained: (() => void)[] = [];
  #scheduled = false;

  /** Each carrier takes one batch at a time, settles all of it, and never throws. */
  constructor(carriers: readonly ((batch: Pending[]) => Promise<void>)[]) {
    this.#free = [...carriers];
  }

  add(request: PreparedAppend): Promise<AppendResult> {
    const key = `${request.district}/${request.stream}`;
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        request,
        settle: (result) => {
          this.#release(key);
          resolve(result);
        },
        fail: (error) => {
          this.#release(key);
          reject(error as Error);
        },
      };
      const waiting = this.#streams.get(key);
      if (waiting) waiting.push(pending);
      else {
        this.#streams.set(key, []);
        this.#ready.push(pending);
        this.#schedule();
      }
    });
  }

  /** Resolves when every append that was added is settled. */
  async drained(): Promise<void> {
    if (this.#streams.size > 0) await new Promise<void>((drained) => this.#whenDrained.push(drained));
  }

  #release(key: string): void {
    const next = this.#streams.get(key)?.shift();
    if (!next) {
      this.#streams.delete(key);
      if (this.#streams.size === 0) for (const drained of this.#whenDrained.splice(0)) drained();
      return;
    }
    this.#ready.push(next);
    this.#schedule();
  }

  /** After the callers that run in this turn have all had their say. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    process.nextTick(() => {
      this.#scheduled = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#ready.length > 0) {
      const carry = this.#free.pop();
      if (!carry) return;
      void carry(this.#take()).finally(() => {
        this.#free.push(carry);
        this.#schedule();
      });
    }
  }

  /** The server works on one part while this process prepares the other. */
  #take(): Pending[] {
    const share = Math.max(SHARE, Math.ceil(this.#ready.length / (this.#free.length + 1)));
    const most = Math.min(this.#ready.length, share, BATCH);
    let count = 0;
    for (let events = 0; count < most; count += 1) {
      events += this.#ready[count]!.request.events.length;
      if (count > 0 && events > BATCH_EVENTS) break;
    }
    return this.#ready.splice(0, count);
  }
}
