import { Background, type BackgroundTask } from '@otklik/host';
import { SweepUploads } from '../../application/sweep-uploads.js';

const SWEEP_INTERVAL_MS = 3_600_000;

/** Sweeps every hour. */
@Background()
export class Sweeper implements BackgroundTask {
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();

  constructor(private readonly uploads: SweepUploads) {}

  start(): void {
    this.timer = setInterval(
      () => void (this.running = this.running.then(() => this.uploads.sweep())),
      SWEEP_INTERVAL_MS,
    );
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
