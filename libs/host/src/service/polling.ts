import type { ProcessActivity } from '@otklik/kernel';
import { pause } from '@otklik/messaging';

/** Before the next look where there was nothing to do, and where it failed. */
export interface PollingDelays {
  readonly idleMs: number;
  readonly retryMs: number;
  /** While the process is at rest: for what becomes due by itself, and for what another process has left. */
  readonly restMs: number;
}

const DELAYS: PollingDelays = { idleMs: 1_000, retryMs: 5_000, restMs: 15_000 };

/** Work that is asked for again and again until it is stopped: at once while there is some, else after a second. */
export class Polling {
  private readonly delays: PollingDelays;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  /** `work` returns how much was done; `failed` receives the error; the retry follows in five seconds. */
  constructor(
    private readonly work: () => Promise<number>,
    private readonly failed: (error: unknown) => void,
    delays: Partial<PollingDelays> = {},
    private readonly activity?: ProcessActivity,
  ) {
    this.delays = { ...DELAYS, ...delays };
  }

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the work that is under way has ended, at the latest after `patienceMs`. */
  async stop(patienceMs?: number): Promise<void> {
    this.stopping.abort();
    if (patienceMs === undefined) return this.running;
    const ended = new AbortController();
    await Promise.race([this.running, pause(patienceMs, ended.signal)]);
    ended.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if ((await this.work()) === 0) await this.idle();
        // What was begun may leave more to do when it ends.
        else this.activity?.noted();
      } catch (error) {
        this.failed(error);
        await pause(this.delays.retryMs, signal);
      }
    }
  }

  /** Until the next look, or the end of the process's rest. */
  private async idle(): Promise<void> {
    const { signal } = this.stopping;
    const { idleMs, restMs } = this.delays;
    if (!this.activity?.isAtRest()) return pause(idleMs, signal);
    const woken = new AbortController();
    const unlisten = this.activity.onEnd(() => woken.abort());
    await pause(Math.max(idleMs, restMs), AbortSignal.any([signal, woken.signal]));
    unlisten();
  }
}
